"""Single values: what each type of the model accepts, and how what it does not is worded.

A value is read from its own words: where a text is expected, `7.10`, `no` and `10:30` stay what
they look like; where true or false is, YAML 1.2's two words alone will do.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from borderdeck.course import clock
from borderdeck.course.days import FORM, read_day, read_days
from borderdeck.course.faults import Fault
from borderdeck.course.keys import (
    CalendarDay,
    ClockTime,
    Count,
    CoursePath,
    DateRange,
    Identifier,
    Minutes,
    Reference,
    Written,
)
from borderdeck.course.quoting import shortened
from borderdeck.diagnostics import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from borderdeck.course.nodes import Scalar

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_IDENTIFIER = 80
INTEGER = re.compile(r"[-+]?[0-9]+")
TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
"""YAML 1.2's booleans (https://yaml.org/spec/1.2.2/, section 10.3.2)."""

YES = ("yes", "y", "on", "true")
NO = ("no", "n", "off", "false")
"""What people write instead, and YAML 1.1 took for booleans."""

MOST_MINUTES = 24 * 60
MOST = 1000
LONGEST_INTEGER = 9


class Kind(Struct, frozen=True):
    """A type of single values: what it is called, and how it is read from one."""

    expected: str
    read: Callable[[Scalar], Any]
    hint: str = ""


def _words(scalar: Scalar) -> str:
    return scalar.text.strip()


def _identifier(scalar: Scalar) -> str | Fault:
    words = scalar.text.strip()
    if IDENTIFIER.fullmatch(words) and len(words) <= LONGEST_IDENTIFIER:
        return words
    message = f'"{shortened(words)}" cannot be an id'
    hint = "use small letters a to z, digits, and hyphens between them"
    better = as_identifier(words)
    return Fault(Code.BAD_VALUE, message, f'{hint}: "{better}"' if better else hint)


def as_identifier(words: str) -> str:
    """Make of words what can be an id, as near as it comes; it may be empty."""
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_IDENTIFIER].rstrip("-")


def _path(scalar: Scalar) -> str | Fault:
    words = scalar.text.strip()
    if "\\" not in words:
        return words
    hint = f"write {shortened(words).replace(chr(92), '/')}"
    return Fault(Code.BAD_VALUE, "folders are separated by a forward slash here", hint, "\\")


def _truth(scalar: Scalar) -> bool | Fault:
    if scalar.plain and scalar.text in TRUTH:
        return TRUTH[scalar.text]
    words = scalar.text.strip().lower()
    meant = "true" if words in YES else "false" if words in NO else "true or false"
    message = f'expected true or false, found "{shortened(scalar.text)}"'
    return Fault(Code.WRONG_TYPE, message, f"write {meant}, without quotes")


def _whole(most: int, called: str) -> Callable[[Scalar], int | Fault]:
    def read(scalar: Scalar) -> int | Fault:
        words = scalar.text
        if not INTEGER.fullmatch(words):
            message = f'expected {called}, found "{shortened(words)}"'
            hint = f"write a whole number from 1 to {most}, without words"
            return Fault(Code.WRONG_TYPE, message, hint)
        if not scalar.plain:
            hint = f"remove the quotes: {shortened(words)}"
            return Fault(Code.WRONG_TYPE, f"expected {called}, found a text", hint)
        if len(words) > LONGEST_INTEGER or not 1 <= int(words) <= most:
            message = f"expected {called} from 1 to {most}, found {shortened(words)}"
            return Fault(Code.BAD_VALUE, message, "write a number between the two")
        return int(words)

    return read


def _days(scalar: Scalar) -> DateRange | Fault:
    return read_days(scalar.text.strip())


def _calendar_day(scalar: Scalar) -> CalendarDay | Fault:
    day = read_day(scalar.text.strip())
    return day if isinstance(day, Fault) else CalendarDay(day, scalar.position)


def _time(scalar: Scalar) -> ClockTime | Fault:
    minutes = clock.read_time(scalar.text.strip())
    return minutes if isinstance(minutes, Fault) else ClockTime(minutes, scalar.position)


def _written(scalar: Scalar) -> Written:
    return Written(scalar.text.strip(), scalar.position)


def _reference(scalar: Scalar) -> Reference:
    """Read an id that stands elsewhere; one that cannot be an id is not found there."""
    return Reference(scalar.text.strip(), scalar.position)


KINDS: Mapping[Any, Kind] = {
    str: Kind("a text", _words),
    Written: Kind("a text", _written),
    bool: Kind("true or false", _truth),
    Identifier: Kind("an id", _identifier),
    CoursePath: Kind("the name of a file", _path),
    Minutes: Kind("a number of minutes", _whole(MOST_MINUTES, "a number of minutes")),
    Count: Kind("a number", _whole(MOST, "a number")),
    DateRange: Kind("a date", _days, FORM),
    CalendarDay: Kind("a date", _calendar_day, "write one day, the year first: 2026-11-23"),
    ClockTime: Kind("a time of day", _time, clock.FORM),
    Reference: Kind("an id", _reference),
}
"""How each type of single values is read; `borderdeck.course.decode` adds texts with markup."""
