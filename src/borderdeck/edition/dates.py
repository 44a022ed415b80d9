"""Dates as a language writes them, from CLDR through Babel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
