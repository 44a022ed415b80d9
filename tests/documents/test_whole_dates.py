"""Dates stay whole where a line ends, and as they are typed where none does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from borderdeck.course.keys import DateRange
from borderdeck.course.text import Run
from borderdeck.documents.whole_dates import on_papers, on_slides
from borderdeck.edition.edition import Choices, Edition, make_edition
from tests.documents.measuring import a_box, fonts
from tests.support.courses import small_course

if TYPE_CHECKING:
    from pathlib import Path

DAYS = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))
PLAIN = "Saint-Germain, 23–27 November 2026"
HELD = PLAIN.replace("7 N", "7\u00a0N").replace("r 2", "r\u00a02")


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """An edition of these days."""
    found, _ = make_edition(small_course(tmp_path), Choices(place="Saint-Germain", date=DAYS))
    assert found is not None
    return found


@pytest.mark.parametrize(("width", "words"), [(1000, PLAIN), (200, HELD), (160, PLAIN)])
def test_dates_on_slides_are_held_together_where_they_take_a_line_and_no_line_more(
    edition: Edition, width: float, words: str
) -> None:
    (run,) = on_slides((Run(PLAIN),), edition, a_box(width=width), fonts())

    assert run.text == words


@pytest.mark.parametrize(("words", "held"), [(PLAIN, HELD), (PLAIN[6:], PLAIN[6:])])
def test_dates_on_papers_are_held_together_in_a_long_line(
    edition: Edition, words: str, held: str
) -> None:
    assert on_papers((Run(words),), edition) == (Run(held),)


def test_an_edition_without_dates_has_none_to_hold_together(tmp_path: Path) -> None:
    found, _ = make_edition(small_course(tmp_path), Choices(place="Saint-Germain"))
    assert found is not None

    assert on_papers((Run(PLAIN),), found) == (Run(PLAIN),)
