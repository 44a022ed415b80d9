"""What stands on the print list: papers, copies, sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from borderdeck.course.edition_file import PaperSize
from borderdeck.course.model import Audience
from borderdeck.documents.agenda import AGENDA, plan_agenda
from borderdeck.documents.document import LARGE_PRINT, Copies, Document, Made
from borderdeck.documents.print_list import PrintList, PrintRow, plan_print_list
from borderdeck.documents.run_sheet import RUN_SHEET
from borderdeck.documents.sheets import PLAIN, Sheet
from tests.support.trainings import arranged

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "participants_expected: 24\nfacilitators: [Amina Sample, Jon Example]\nlarge_print: 3"


def made(
    tmp_path: Path, pages: int | None = 1, sheet: Sheet = PLAIN, copies: Copies | None = None
) -> Made:
    plan = plan_agenda(arranged(tmp_path))
    name = f"handouts/agenda{LARGE_PRINT if sheet.large_print else ''}.pdf"
    return Made(AGENDA, Document(name, plan, None, (), sheet=sheet, copies=copies), pages)


def listed(tmp_path: Path, told: str, *files: Made) -> PrintList:
    return plan_print_list(arranged(tmp_path, told), files)


def row(tmp_path: Path, told: str, *files: Made) -> PrintRow:
    return listed(tmp_path, told, *files).groups[0].rows[0]


def test_each_participant_and_each_facilitator_has_a_copy(tmp_path: Path) -> None:
    assert row(tmp_path, TOLD, made(tmp_path)).copies == 24 + 2


def test_large_print_is_counted_apart(tmp_path: Path) -> None:
    twin = made(tmp_path, sheet=Sheet(large_print=True))
    usual, large = listed(tmp_path, TOLD, made(tmp_path), twin).groups
    assert (usual.rows[0].copies, large.rows[0].copies) == (24 - 3 + 2, 3)


def test_papers_of_the_facilitator_are_for_facilitators(tmp_path: Path) -> None:
    assert row(tmp_path, TOLD, replace(made(tmp_path), kind=RUN_SHEET)).copies == 2


def test_a_training_has_a_facilitator_even_if_nobody_is_named(tmp_path: Path) -> None:
    assert row(tmp_path, "", replace(made(tmp_path), kind=RUN_SHEET)).copies == 1


def test_a_paper_of_each_day_is_counted_for_each_day(tmp_path: Path) -> None:
    paper = made(tmp_path)
    daily = replace(paper, document=replace(paper.document, times=5))
    assert row(tmp_path, TOLD, daily).copies == (24 + 2) * 5


def test_some_papers_are_printed_once(tmp_path: Path) -> None:
    assert row(tmp_path, TOLD, made(tmp_path, copies=Copies.ONE)).copies == 1


def test_what_is_used_on_a_screen_is_not_listed(tmp_path: Path) -> None:
    files = (made(tmp_path, copies=Copies.NONE), made(tmp_path, pages=None))
    assert listed(tmp_path, TOLD, *files).groups == ()


@pytest.mark.parametrize(
    ("pages", "sides", "sheets"), [(1, "one", 26), (2, "both", 26), (3, "both", 52)]
)
def test_sheets_are_those_of_all_copies(
    tmp_path: Path, pages: int, sides: str, sheets: int
) -> None:
    found = row(tmp_path, TOLD, made(tmp_path, pages))
    assert (found.sides, found.sheets) == (sides, sheets)


def test_pages_that_stand_alone_are_printed_on_one_side(tmp_path: Path) -> None:
    file = made(tmp_path, 3)
    paper = plan_agenda(arranged(tmp_path))
    alone = replace(paper, head=replace(paper.head, turn_label=""))
    document = replace(file.document, plan=alone)
    found = row(tmp_path, TOLD, replace(file, document=document))
    assert (found.sides, found.sheets) == ("one", 78)


@pytest.mark.parametrize(("pages", "sides", "sheets"), [(2, "one", 26), (8, "both", 52)])
def test_a_booklet_has_two_pages_on_a_side(
    tmp_path: Path, pages: int, sides: str, sheets: int
) -> None:
    found = row(tmp_path, TOLD, made(tmp_path, pages, Sheet(halved=True)))
    assert (found.sheet, found.sides, found.sheets) == ("two pages on A4, colour", sides, sheets)


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (Sheet(), "A4, colour"),
        (Sheet(PaperSize.LETTER, grey=True), "Letter, grey"),
        (Sheet(landscape=True), "A4, landscape, colour"),
    ],
)
def test_it_says_what_a_paper_is_printed_on(tmp_path: Path, sheet: Sheet, words: str) -> None:
    assert row(tmp_path, TOLD, made(tmp_path, sheet=sheet)).sheet == words


def test_totals_are_those_of_the_rows(tmp_path: Path) -> None:
    run_sheet = replace(made(tmp_path, 5), kind=RUN_SHEET)
    found = listed(tmp_path, TOLD, made(tmp_path, 3), made(tmp_path, 1), run_sheet)
    assert [group.sheets for group in found.groups] == [2 * 26 + 26, 3 * 2]
    assert found.sheets == 78 + 6


def test_copies_are_to_be_filled_in_where_nobody_has_said_how_many_come(tmp_path: Path) -> None:
    found = listed(tmp_path, "", made(tmp_path))
    assert (found.groups[0].rows[0].copies, found.groups[0].sheets, found.sheets) == (None,) * 3
    assert found.counts[0] == ("Participants", None)


def test_a_paper_is_called_by_its_title(tmp_path: Path) -> None:
    assert row(tmp_path, TOLD, made(tmp_path)).title == "Agenda"


def test_the_agenda_is_for_participants() -> None:
    assert (AGENDA.audience, RUN_SHEET.audience) == (Audience.PARTICIPANT, Audience.FACILITATOR)
