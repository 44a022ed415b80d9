"""Lines to write on, as a worksheet has them: how far apart they are, and from words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.papers import Field, WorksheetEntry, WritingSpace
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import paper_plans as plans
from tests.support.drawn import pages
from tests.support.places import MM, THIN, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[[str], Rendered]

LABELLED = WritingSpace((Run("By a sample date"),), 2, target_date=False, field=Field("a", "a"))
"""Room with words of its own."""

LONG = (Run("A sample of a prompt that takes nearly all of two lines, as it goes on. " * 2),)
"""A prompt that leaves no room for its line beside it."""


def page_of(engine: PdfEngine, *entries: WorksheetEntry) -> Page:
    """Give the first page of the bundled worksheet with other prompts."""
    plan = plans.reflection_worksheet()
    group = replace(plan.groups[0], entries=entries)
    made = engine.render(replace(plan, groups=(group,)), "worksheet.html.j2")
    assert isinstance(made, Rendered)
    return pages(made.data)[0]


def prompt(*spaces: WritingSpace) -> WorksheetEntry:
    """Make a long prompt."""
    return WorksheetEntry(LONG, None, spaces, Field("b", "b"))


def lines(page: Page) -> list[tuple[float, float]]:
    """Give where lines to write on stand, below the name's, and how long they are; in mm."""
    thin = [s.box for s in page.shapes if s.box.bottom - s.box.top < THIN]
    return sorted((b.top / MM, (b.right - b.left) / MM) for b in thin if b.top > 80 * MM)


def test_lines_of_a_table_are_as_far_apart_as_others(printed: Printed) -> None:
    tops = sorted({round(top, 1) for top, _ in lines(pages(printed("worksheet").data)[1])})

    assert [b - a for a, b in pairwise(tops[-3:])] == pytest.approx([9, 9], abs=0.11)


def test_a_prompt_with_labelled_room_has_no_line_of_its_own(engine: PdfEngine) -> None:
    assert len(lines(page_of(engine, prompt(LABELLED)))) == LABELLED.lines


def test_a_prompt_that_leaves_no_room_has_its_line_below_it(engine: PdfEngine) -> None:
    assert [length for _, length in lines(page_of(engine, prompt()))] == pytest.approx([140], abs=1)


def test_a_prompt_keeps_off_the_line_above(engine: PdfEngine) -> None:
    page = page_of(engine, prompt(), prompt())
    above, _ = lines(page)[0]

    assert min(w.box.top / MM for w in page.words if w.box.top > above * MM) - above > 6
