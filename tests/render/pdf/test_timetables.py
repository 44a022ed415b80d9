"""Agenda, run sheet, checklist and print list, as a printer and a screen reader have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from borderdeck.course.edition_file import PaperSize
from borderdeck.course.text import Run
from borderdeck.documents.agenda import AGENDA, Agenda, plan_agenda
from borderdeck.documents.checklist import CheckGroup, Checklist, plan_checklist
from borderdeck.documents.days import DayHead
from borderdeck.documents.document import Document, Made
from borderdeck.documents.print_list import plan_print_list
from borderdeck.documents.run_sheet import RunSheet, plan_run_sheet
from borderdeck.documents.sheets import PLAIN, Sheet
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import pdf
from tests.support.drawn import pages as pages_of
from tests.support.places import MM
from tests.support.trainings import ONE_DAY, arranged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from borderdeck.documents.papers import Paper
    from tests.support.places import Words

SHEETS = {
    "a4": Sheet(),
    "letter in grey": Sheet(PaperSize.LETTER, grey=True),
    "large print": Sheet(large_print=True),
    "landscape": Sheet(landscape=True),
}

TOLD = {"a timetable": f"participants_expected: 24\nvenue: [Door code]\n{ONE_DAY}", "nothing": ""}

NAMES = ("agenda", "run-sheet", "checklist", "print-list")

LONG = "A part with a title that takes several lines of its column, however wide that may be, "

Plans = dict[str, dict[str, "Paper"]]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Plans:
    """The plan of each paper, with a timetable and with nothing told."""
    return {told: _plans(tmp_path_factory.mktemp("course"), told) for told in TOLD}


def _plans(folder: Path, told: str) -> dict[str, Paper]:
    edition = arranged(folder, TOLD[told])
    agenda = plan_agenda(edition)
    made = (Made(AGENDA, Document("handouts/agenda.pdf", agenda, None, ()), 3),)
    return {
        "agenda": agenda,
        "run-sheet": plan_run_sheet(edition),
        "checklist": plan_checklist(edition, made),
        "print-list": plan_print_list(edition, made),
    }


@pytest.fixture(scope="module")
def render(engine: PdfEngine) -> Callable[..., Rendered]:
    """Render a plan by the template of that name."""

    def rendered(plan: Paper, name: str, sheet: Sheet = PLAIN) -> Rendered:
        paper = engine.render(plan, f"{name}.html.j2", sheet)
        assert isinstance(paper, Rendered), paper
        return paper

    return rendered


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("name", NAMES)
def test_a_paper_keeps_to_pdf_ua_and_gives_no_diagnostic(
    plans: Plans, render: Callable[..., Rendered], name: str, told: str, sheet: str
) -> None:
    paper = render(plans[told][name], name, SHEETS[sheet])
    assert (pdf.ua_failures(paper.data), paper.diagnostics) == ([], ())


def test_the_agenda_is_heard_row_by_row(plans: Plans, render: Callable[..., Rendered]) -> None:
    paper = render(plans["a timetable"]["agenda"], "agenda")
    rows = ("9:00 am", "Opening", "The host", "9:30 am", "Session 1: Rescue at sea", "Amina Sample")
    assert pdf.are_heard_in_order(paper.data, rows)


def test_a_hostile_name_stays_a_name(tmp_path: Path, render: Callable[..., Rendered]) -> None:
    name = "<b>Ana</b> {{ 7 * 7 }} & *Co*"
    told = ONE_DAY.replace("Amina Sample", f'"{name}"') + f"facilitators: ['{name}']\n"
    words = pdf.words_heard(render(plan_agenda(arranged(tmp_path, told)), "agenda").data)
    assert words.count(name) == 2


def test_columns_and_rows_have_header_cells(plans: Plans, render: Callable[..., Rendered]) -> None:
    cells = pdf.elements(render(plans["a timetable"]["agenda"], "agenda").data, "TH")
    scopes = [cell["/Scope"] for cell in cells]
    assert (scopes.count("/Column"), scopes.count("/Row")) == (3, 4 + 1)


def test_the_form_has_a_line_for_each_time_and_lead(
    plans: Plans, render: Callable[..., Rendered]
) -> None:
    image = pdf.picture(render(plans["nothing"]["agenda"], "agenda").data, dpi=200)
    assert len(pdf.ruled_lines(image, share=0.1)) >= 2 * 3


def headed(data: bytes, *heads: str) -> list[Words]:
    """Give the heads of columns on a paper's first page."""
    words = {each.words.strip(): each for each in pages_of(data)[0].words}
    return [words[head] for head in heads]


def test_heads_of_the_print_list_are_of_one_size_on_one_line(
    plans: Plans, render: Callable[..., Rendered]
) -> None:
    heads = ("Paper", "Printed on", "Sides", "Pages", "Copies", "Sheets")
    found = headed(render(plans["nothing"]["print-list"], "print-list").data, *heads)
    assert len({(round(each.size, 1), round(each.box.bottom, 1)) for each in found}) == 1


def test_columns_of_the_run_sheet_keep_apart(plans: Plans, render: Callable[..., Rendered]) -> None:
    paper = render(plans["a timetable"]["run-sheet"], "run-sheet")
    minutes, dropped = headed(paper.data, "Min", "If dropped")
    assert dropped.box.left - minutes.box.right > 3.9 * MM


def test_columns_of_the_agenda_in_large_print_keep_apart(
    plans: Plans, render: Callable[..., Rendered]
) -> None:
    paper = render(long_agenda(plans, "n" * 90), "agenda", SHEETS["large print"])
    session, lead = headed(paper.data, "Session", "Led by")
    title = max(w.box.right for w in pages_of(paper.data)[0].words if "nnn" in w.words)
    assert session.box.left < title < lead.box.left - 5.9 * MM


def long_agenda(plans: Plans, *titles: str) -> Agenda:
    """Let there be a day of breaks with these titles, and then the usual one."""
    agenda = plans["a timetable"]["agenda"]
    assert isinstance(agenda, Agenda)
    (day,) = agenda.days
    parts = tuple(replace(day.parts[2], title=(Run(title),)) for title in titles)
    following = replace(day, head=DayHead("The next day"))
    return replace(agenda, days=(replace(day, parts=parts), following))


FORTY = tuple(f"{LONG}{n}finis" for n in range(40))


def test_headings_of_columns_stand_on_each_page(
    plans: Plans, render: Callable[..., Rendered]
) -> None:
    paper = render(long_agenda(plans, *FORTY), "agenda")
    pages = [pdf.text_of(paper.data, n + 1) for n in range(paper.pages)]
    assert paper.pages > 2
    assert all("Led by" in page for page in pages)


@pytest.mark.parametrize("sheet", [PLAIN, Sheet(PaperSize.LETTER), Sheet(large_print=True)])
def test_no_row_is_torn_apart(plans: Plans, render: Callable[..., Rendered], sheet: Sheet) -> None:
    paper = render(long_agenda(plans, *FORTY), "agenda", sheet)
    pages = ["".join(pdf.text_of(paper.data, n + 1).split()) for n in range(paper.pages)]
    begun = [page.count("Apartwith") for page in pages]
    assert begun == [page.count("finis") for page in pages]


@pytest.mark.parametrize("count", range(8, 16))
def test_no_day_is_headed_at_the_foot_of_a_page_alone(
    plans: Plans, render: Callable[..., Rendered], count: int
) -> None:
    paper = render(long_agenda(plans, *["A break"] * count), "agenda", Sheet(large_print=True))
    pages = [pdf.text_of(paper.data, n + 1) for n in range(paper.pages)]
    (home,) = [page for page in pages if "The next day" in page]
    assert "Opening" in home


def long_run_sheet(plans: Plans, count: int) -> RunSheet:
    """Let a day begin with so many rows more."""
    sheet = plans["a timetable"]["run-sheet"]
    assert isinstance(sheet, RunSheet)
    (day,) = sheet.days
    rows = (day.rows[0],) * count + day.rows
    return replace(sheet, days=(replace(day, rows=rows),))


@pytest.mark.parametrize("count", range(10, 26))
def test_a_session_begins_on_the_page_of_its_first_section(
    plans: Plans, render: Callable[..., Rendered], count: int
) -> None:
    paper = render(long_run_sheet(plans, count), "run-sheet")
    pages = [pdf.text_of(paper.data, n + 1) for n in range(paper.pages)]
    (home,) = [page for page in pages if "Rescue at sea" in page]
    assert "First steps" in home
    assert "Who does what" in home


def test_each_day_of_a_run_sheet_begins_a_page(
    plans: Plans, render: Callable[..., Rendered]
) -> None:
    sheet = plans["a timetable"]["run-sheet"]
    assert isinstance(sheet, RunSheet)
    assert render(replace(sheet, days=sheet.days * 3), "run-sheet").pages == 3


INK = (0x16 / 255, 0x32 / 255, 0x4F / 255)


def test_a_break_of_a_run_sheet_stands_between_strong_rules(
    plans: Plans, render: Callable[..., Rendered]
) -> None:
    page = pages_of(render(plans["a timetable"]["run-sheet"], "run-sheet").data)[0]
    strong = {
        s.box.top for s in page.shapes if s.is_rule and s.colour == pytest.approx(INK, abs=0.01)
    }
    (pause,) = [words.box.bottom for words in page.words if words.words.strip() == "Break"]
    assert sum(abs(rule - pause) < 8 * MM for rule in strong) == 2


@pytest.mark.parametrize("count", range(24))
def test_one_s_own_list_is_not_alone_on_the_last_page_of_the_checklist(
    plans: Plans, render: Callable[..., Rendered], count: int
) -> None:
    plan = plans["nothing"]["checklist"]
    assert isinstance(plan, Checklist)
    first, *others = plan.groups
    more = CheckGroup(first.heading, first.items[:1] * count)
    paper = render(replace(plan, groups=(more, *others)), "checklist")
    assert "Accessibility" in pdf.text_of(paper.data, paper.pages)


@pytest.mark.parametrize("name", ["agenda", "run-sheet", "print-list"])
def test_a_grey_paper_has_no_colour(
    plans: Plans, render: Callable[..., Rendered], name: str
) -> None:
    paper = render(plans["a timetable"][name], name, Sheet(grey=True))
    assert not pdf.is_coloured(paper.data)
    assert pdf.is_coloured(render(plans["a timetable"][name], name).data)
