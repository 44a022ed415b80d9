"""Flipchart sheets: as large as a sheet takes the words, and none of them lost."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from borderdeck.course.edition_file import PaperSize
from borderdeck.documents.flipchart import SIZES, plan_flipchart
from borderdeck.documents.slides import PictureContent, TableContent
from tests.support.rich import edition, planning

if TYPE_CHECKING:
    from borderdeck.documents.flipchart import FlipSheet
    from borderdeck.documents.slides import Content


@cache
def sheets(session: int, paper: PaperSize = PaperSize.A4) -> tuple[FlipSheet, ...]:
    made = edition(paper=paper)
    return plan_flipchart(made, made.course.sessions[session - 1], planning()).sheets


def titled(session: int, title: str) -> list[FlipSheet]:
    return [s for s in sheets(session) if "".join(run.text for run in s.title) == title]


def words(content: Content) -> list[str]:
    assert isinstance(content, tuple)
    return ["".join(run.text for run in paragraph.runs) for paragraph in content]


def test_few_words_are_set_large() -> None:
    (sheet,) = titled(1, "What do you see?")
    assert sheet.size == SIZES[0]


def test_more_words_are_set_smaller() -> None:
    (sheet,) = titled(1, "Paragraphs and a list")
    assert sheet.size < SIZES[0]


def test_what_one_sheet_does_not_take_goes_on_to_the_next() -> None:
    parts = titled(2, "Steps in their order")
    assert [sheet.part for sheet in parts] == ["sheet 1 of 2", "sheet 2 of 2"]
    assert words(parts[-1].content)[-1] == "at the gaps"


def test_a_title_alone_has_the_sheet_to_itself() -> None:
    (sheet,) = titled(1, "First looks")
    assert (sheet.content, sheet.size) == ((), SIZES[0])


def test_a_year_does_not_stand_alone_on_the_last_line_of_a_sheet() -> None:
    *_, closing = (sheet for sheet in sheets(1) if sheet.content == ())
    assert "".join(run.text for run in closing.title).endswith("November\u00a02026")


def test_no_word_stands_alone_on_the_second_of_two_lines() -> None:
    (sheet,) = titled(1, "In other words")
    assert words(sheet.content)[0].endswith("be\u00a0seen.")


def test_columns_stand_beneath_each_other() -> None:
    (sheet,) = titled(1, "Before and after")
    assert words(sheet.content)[::3] == ["Before", "After"]


def test_a_table_stays_a_table_with_its_caption() -> None:
    (sheet,) = titled(1, "Sizes")
    assert isinstance(sheet.content, TableContent)
    assert words(sheet.caption) == ["Sizes of text on a paper"]


def test_a_picture_stays_a_picture() -> None:
    (sheet,) = titled(2, "The parts of a page")
    assert isinstance(sheet.content, PictureContent)


def test_a_sheet_says_where_it_belongs_and_whether_its_slide_is_hidden() -> None:
    (sheet,) = titled(1, "In other words")
    assert sheet.label == "1.2 · Slide 10 · Hidden slide"


@pytest.mark.parametrize("paper", list(PaperSize))
def test_every_slide_has_a_sheet_on_each_size_of_paper(paper: PaperSize) -> None:
    assert sum(1 for sheet in sheets(1, paper) if sheet.first) == 13
