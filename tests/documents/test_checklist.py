"""What stands on the checklist: what follows from the edition, and room for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.model import Audience
from borderdeck.documents.checklist import CheckGroup, plan_checklist
from borderdeck.documents.document import Copies, Document, Kind, Made
from borderdeck.documents.run_sheet import plan_run_sheet
from borderdeck.documents.slides import Deck
from tests.support.trainings import ONE_DAY, arranged

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.edition.edition import Edition

A_KIND = Kind("x", "x", "x.html.j2", Audience.FACILITATOR, lambda _, __: iter(()))

A_DECK = Deck("x", "x", "x", "en", footer="", date=(), sections=())


def groups(tmp_path: Path, told: str = ONE_DAY, *made: Made) -> dict[str, CheckGroup]:
    plan = plan_checklist(arranged(tmp_path, told), made)
    return {"".join(run.text for run in group.heading): group for group in plan.groups}


def items(group: CheckGroup) -> list[tuple[str, str]]:
    return [("".join(run.text for run in item.words), item.remark) for item in group.items]


def paper(edition: Edition, path: str, pages: int | None = 1) -> Made:
    return Made(A_KIND, Document(path, plan_run_sheet(edition), None, ()), pages)


def a_deck(path: str) -> Made:
    return Made(A_KIND, Document(path, A_DECK, None, ()))


def test_materials_stand_by_session_with_the_number_of_groups(tmp_path: Path) -> None:
    (session,) = groups(tmp_path, "participants_expected: 24\n" + ONE_DAY)["Materials"].groups
    assert items(session) == [("pens", "for 8 groups of 3"), ("cards", "for 8 groups of 3")]


def test_one_group_more_is_needed_where_some_are_left(tmp_path: Path) -> None:
    (session,) = groups(tmp_path, "participants_expected: 25\n" + ONE_DAY)["Materials"].groups
    assert items(session)[0] == ("pens", "for 9 groups of 3")


def test_groups_are_not_counted_where_nobody_has_said_how_many_come(tmp_path: Path) -> None:
    (session,) = groups(tmp_path)["Materials"].groups
    assert items(session)[0] == ("pens", "for groups of 3")


def test_slides_need_a_projector_of_their_ratio(tmp_path: Path) -> None:
    found = groups(tmp_path, 'slides: "4:3"\n' + ONE_DAY, a_deck("decks/session-1.pptx"))
    assert items(found["What the slides and papers need"]) == [
        ("Computer with the slide decks", ""),
        ("Projector and screen, for slides of 4:3", ""),
    ]


def test_an_edition_of_nothing_needs_nothing(tmp_path: Path) -> None:
    assert "What the slides and papers need" not in groups(tmp_path)


def test_papers_need_a_printer_and_are_counted(tmp_path: Path) -> None:
    run_sheet = paper(arranged(tmp_path), "facilitator/run-sheet.pdf")
    found = groups(tmp_path, ONE_DAY, run_sheet)
    needs = items(found["What the slides and papers need"])
    assert needs == [("Printer and paper, or a print shop", "")]
    assert items(found["Files to bring"]) == [("Papers to print: 1", "see the print list")]


def test_worksheets_need_pens(tmp_path: Path) -> None:
    sheet = paper(arranged(tmp_path), "worksheets/reflection-worksheet.pdf")
    needs = items(groups(tmp_path, ONE_DAY, sheet)["What the slides and papers need"])
    assert ("Pens, to fill papers in with", "") in needs


def test_what_is_used_on_a_screen_alone_is_not_printed(tmp_path: Path) -> None:
    form = Document("forms/x.pdf", plan_run_sheet(arranged(tmp_path)), None, (), copies=Copies.NONE)
    assert "Files to bring" not in groups(tmp_path, ONE_DAY, Made(A_KIND, form, 2))


def test_the_decks_are_among_the_files(tmp_path: Path) -> None:
    found = groups(tmp_path, ONE_DAY, a_deck("decks/session-1.pptx"))
    assert items(found["Files to bring"]) == [("decks/session-1.pptx", "")]


def test_the_venue_has_the_authors_items_and_room_for_accessibility(tmp_path: Path) -> None:
    venue = groups(tmp_path, "venue: [Door code]\n" + ONE_DAY)["Room and venue"]
    assert (items(venue), venue.groups[0].items) == ([("Door code", "")], ())
    assert venue.groups[0].empty_lines > 0


def test_ones_own_list_is_empty(tmp_path: Path) -> None:
    own = groups(tmp_path)["Our own list"]
    assert (own.items, own.empty_lines > 0) == ((), True)
