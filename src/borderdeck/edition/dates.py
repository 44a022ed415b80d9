"""Dates as a language writes them, from CLDR through Babel."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date, time, timedelta
from typing import TYPE_CHECKING

from borderdeck.course.clock import DAY, HOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale

    from borderdeck.course.keys import DateRange

SKELETON = "yMMMd"
"""The fullest day-month-year skeleton for which CLDR has interval patterns in every language."""


def written_range(days: DateRange, locale_name: str) -> str:
    """Write the days out, such as "23–27 November 2026".

    CLDR gives interval patterns for the abbreviated month; widening it to the full month keeps the
    language's own order and separators
    (https://unicode.org/reports/tr35/tr35-dates.html#intervalFormats).
    """
    from babel import Locale, dates

    locale = Locale.parse(locale_name)
    if days.first == days.last:
        return dates.format_date(days.first, format="long", locale=locale)
    first, last = _interval_patterns(locale, _greatest_difference(days))
    return dates.format_date(days.first, _full_month(first), locale=locale) + dates.format_date(
        days.last, _full_month(last), locale=locale
    )


def held_together(words: str) -> str:
    """Put no-break spaces into dates, so that a line ends after a dash or a comma alone."""
    return re.sub(r"(?<![,،–-]) ", "\u00a0", words)


def written_day(day: date, locale_name: str) -> str:
    """Write a day out with its weekday, as a heading: "Monday, 23 November 2026"."""
    from babel import dates

    words = dates.format_date(day, format="full", locale=locale_name)
    return words[:1].upper() + words[1:]


def written_time(minutes: int, locale_name: str) -> str:
    """Write a time of day, given in minutes since midnight: "9:00 am", "09:00"."""
    from babel import dates

    hour, minute = divmod(minutes % DAY, HOUR)
    return dates.format_time(time(hour, minute), format="short", locale=locale_name)


def days_of(days: DateRange) -> Iterator[date]:
    """Give each day, the first and the last included."""
    for number in range((days.last - days.first).days + 1):
        yield days.first + timedelta(days=number)


def months_after(day: date, count: int) -> date | None:
    """Give the same day of a later month, or its last day where the month is shorter.

    None where the calendar ends before, which is in the year 9999.
    """
    years, month = divmod(day.month - 1 + count, 12)
    if day.year + years > MAXYEAR:
        return None
    _, length = monthrange(day.year + years, month + 1)
    return date(day.year + years, month + 1, min(day.day, length))


def folder_dates(days: DateRange) -> str:
    """Give the first day as it stands in a folder's name."""
    return days.first.isoformat()


def _greatest_difference(days: DateRange) -> str:
    if days.first.year != days.last.year:
        return "y"
    return "M" if days.first.month != days.last.month else "d"


def _interval_patterns(locale: Locale, difference: str) -> tuple[str, str]:
    first, last = locale.interval_formats[SKELETON][difference]
    return first, last


def _full_month(pattern: str) -> str:
    return pattern if "MMMM" in pattern else pattern.replace("MMM", "MMMM")
