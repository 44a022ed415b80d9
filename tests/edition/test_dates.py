"""Date ranges as languages write them."""

from __future__ import annotations

from datetime import date

import pytest

from borderdeck.course.keys import DateRange
from borderdeck.edition.dates import written_range

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
