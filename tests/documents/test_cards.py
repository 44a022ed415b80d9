"""Cards: their words as large as they all fit, never cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code
from borderdeck.documents.cards import LARGE, USUAL, CardGrid, CardSheets
from borderdeck.documents.fit import fits
from borderdeck.documents.slides import Paragraph
from borderdeck.edition.edition import Choices
from borderdeck.edition.printing import Printing
from tests.support.courses import write_course
from tests.support.papers import documents, planning_for

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.document import Document

HEAD = """id: rescue
title: Rescue
sections:
  - id: one
    title: One
    slides:
      - title: Sort them
        blocks:
          - activity: [Sort the cards.]
"""
LONG = "What stands close together is taken for one thing, and what stands apart for two. "


def planned(tmp_path: Path, *cards: str) -> dict[str, Document]:
    """Plan an activity's cards, with large twins."""
    lines = "".join(f'              - "{card}"\n' for card in cards)
    session = HEAD + ("            cards:\n" + lines if cards else "")
    large = Choices(printing=Printing(large_print=True))
    found = documents(write_course(tmp_path, session), "cards", choices=large)
    return {path: document for path, (_, document) in found.items()}


def sheets(tmp_path: Path, *cards: str) -> CardSheets:
    plan = planned(tmp_path, *cards)["cards/session-1-sort-them.pdf"].plan
    assert isinstance(plan, CardSheets)
    return plan


def sizes(plan: CardSheets) -> list[int]:
    return [card.size for page in plan.usual.pages for card in page]


def told(tmp_path: Path, *cards: str) -> tuple[Diagnostic, ...]:
    return planned(tmp_path, *cards)["cards/session-1-sort-them.pdf"].diagnostics


def test_an_activity_without_cards_has_no_sheet_of_them(tmp_path: Path) -> None:
    assert planned(tmp_path) == {}


def test_cards_come_for_one_side_for_both_and_large(tmp_path: Path) -> None:
    assert list(planned(tmp_path, "Look")) == [
        "cards/session-1-sort-them.pdf",
        "cards/session-1-sort-them-large-print.pdf",
        "cards/session-1-sort-them-two-sided.pdf",
    ]


def test_eight_cards_are_on_a_page(tmp_path: Path) -> None:
    pages = sheets(tmp_path, *["Look"] * 9).usual.pages

    assert [len(page) for page in pages] == [8, 1]


def test_few_words_are_as_large_as_the_rule_allows(tmp_path: Path) -> None:
    assert sizes(sheets(tmp_path, "Look")) == [USUAL.sizes[0]]


def test_all_cards_of_an_activity_are_in_one_size(tmp_path: Path) -> None:
    found = sizes(sheets(tmp_path, "Look", LONG * 2))

    assert found[0] == found[1] < USUAL.sizes[0]


def test_a_long_word_is_set_smaller_rather_than_cut_in_two(tmp_path: Path) -> None:
    assert sizes(sheets(tmp_path, "Menschenrechtsverletzungen")) == [14]


@pytest.mark.parametrize("times", [1, 3, 5, 12, 40])
@pytest.mark.parametrize("grid", [USUAL, LARGE])
def test_no_card_is_ever_cut_off(tmp_path: Path, grid: CardGrid, times: int) -> None:
    plan = sheets(tmp_path, LONG * times)
    (card,) = (plan.usual if grid is USUAL else plan.large).pages[0]
    fonts = planning_for(tmp_path).fonts

    assert fits((Paragraph(card.runs),), grid.box(card.size, fonts), fonts)


def test_a_card_that_is_too_long_is_told_of_at_its_place(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "Look", LONG * 6)

    assert found.position is not None
    assert (found.code, found.position.line, found.position.column) == (Code.OVERFLOW, 12, 17)


def test_a_card_that_is_too_long_makes_the_others_no_smaller(tmp_path: Path) -> None:
    look, long = sizes(sheets(tmp_path, "Look", LONG * 6))

    assert (look, long < USUAL.sizes[-1]) == (USUAL.sizes[0], True)


def test_a_card_that_fits_is_not_told_of(tmp_path: Path) -> None:
    assert told(tmp_path, "Look", LONG) == ()


def test_large_print_is_never_smaller_than_18_points(tmp_path: Path) -> None:
    plan = sheets(tmp_path, "Look", LONG * 3)

    assert min(card.size for page in plan.large.pages for card in page) >= 18


def test_the_backs_say_where_a_card_belongs(tmp_path: Path) -> None:
    plan = planned(tmp_path, "Look")["cards/session-1-sort-them-two-sided.pdf"].plan

    assert isinstance(plan, CardSheets)
    assert plan.back == ("Session 1", "Sort them")
