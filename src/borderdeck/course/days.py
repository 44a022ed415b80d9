"""The days of a training, as people write them: `2026-11-23` or `2026-11-23..2026-11-27`."""

from __future__ import annotations

import re
from datetime import date

from borderdeck.course.faults import Fault
from borderdeck.course.keys import DateRange
from borderdeck.diagnostics import Code

DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")

FORM = "write the year first: 2026-11-23, or 2026-11-23..2026-11-27 for several days"


def read_days(words: str) -> DateRange | Fault:
    """Read one day or a range of days; both ends count."""
    parts = [part.strip() for part in words.split("..")]
    if parts[:1] == [""] or parts[-1] == "":
        message = f'one of the two days is missing in "{words}"'
        return Fault(Code.BAD_VALUE, message, f"{FORM}, without spaces")
    if parts[2:] or not all(map(DAY.fullmatch, parts)):
        return Fault(Code.BAD_VALUE, f'"{words}" is not written as borderdeck reads dates', FORM)
    first, last = _day(parts[0]), _day(parts[-1])
    if isinstance(first, Fault):
        return first
    if isinstance(last, Fault):
        return last
    if last < first:
        hint = f"write {last}..{first}, or correct one of the two"
        return Fault(Code.BAD_VALUE, f"the training ends ({last}) before it begins ({first})", hint)
    return DateRange(first=first, last=last)


def read_day(words: str) -> date | Fault:
    """Read a single day."""
    if not DAY.fullmatch(words):
        hint = "write the year first: 2026-11-23"
        message = f'"{words}" is not written as borderdeck reads the date of one day'
        return Fault(Code.BAD_VALUE, message, hint)
    return _day(words)


def _day(words: str) -> date | Fault:
    year, month, day = map(int, words.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        hint = "check the month and the day: year-month-day"
        return Fault(Code.NO_SUCH_DATE, f"there is no {words} in the calendar", hint)
