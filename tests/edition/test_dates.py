"""Date ranges as languages write them."""

from __future__ import annotations

from datetime import date

import pytest

from borderdeck.course.keys import DateRange
from borderdeck.edition.dates import (
    days_of,
    held_together,
    months_after,
    written_day,
    written_range,
)

WITHIN_A_MONTH = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))
ACROSS_MONTHS = DateRange(first=date(2026, 11, 30), last=date(2026, 12, 4))
ACROSS_YEARS = DateRange(first=date(2026, 12, 28), last=date(2027, 1, 1))
ONE_DAY = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (WITHIN_A_MONTH, "23–27 November 2026"),
        (ACROSS_MONTHS, "30 November – 4 December 2026"),
        (ACROSS_YEARS, "28 December 2026 – 1 January 2027"),
        (ONE_DAY, "23 November 2026"),
    ],
)
def test_a_range_says_month_and_year_only_where_they_differ(days: DateRange, written: str) -> None:
    assert written_range(days, "en_001").replace("\u2009", " ") == written


def test_a_region_has_its_own_order() -> None:
    assert written_range(WITHIN_A_MONTH, "en_US").replace("\u2009", " ") == "November 23 – 27, 2026"


def test_the_month_is_written_in_full_in_other_scripts() -> None:
    assert written_range(WITHIN_A_MONTH, "ar") == "23–27 نوفمبر 2026"


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("23–27 November 2026", "23–27~November~2026"),
        ("30 November\u2009–\u20094 December 2026", "30~November\u2009–\u20094~December~2026"),
        ("November 23, 2026", "November~23, 2026"),
    ],
)
def test_a_line_ends_within_dates_after_a_dash_or_a_comma_alone(words: str, held: str) -> None:
    assert held_together(words) == held.replace("~", "\u00a0")


def test_a_day_is_written_with_its_weekday() -> None:
    assert written_day(date(2026, 11, 23), "en_001") == "Monday, 23 November 2026"


def test_a_day_begins_with_a_capital_in_every_language() -> None:
    assert written_day(date(2026, 11, 23), "fr") == "Lundi 23 novembre 2026"


def test_first_and_last_day_are_among_the_days() -> None:
    days = list(days_of(ACROSS_MONTHS))

    assert (days[0], days[-1], len(days)) == (ACROSS_MONTHS.first, ACROSS_MONTHS.last, 5)


def test_the_last_day_that_there_is_ends_the_days() -> None:
    assert len(list(days_of(DateRange(first=date.max, last=date.max)))) == 1


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (date(2026, 11, 27), 3, date(2027, 2, 27)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(9999, 10, 1), 3, None),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(
    day: date, count: int, later: date | None
) -> None:
    assert months_after(day, count) == later
