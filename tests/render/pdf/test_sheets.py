"""The same words on every sheet of paper that there is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace

from borderdeck.course.edition_file import PaperSize
from borderdeck.course.text import Run
from borderdeck.documents.sheets import Sheet
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import craft, drawn, pdf
from tests.support import paper_plans as plans

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[[str], Rendered]

SHEETS = {
    "a4": Sheet(),
    "letter": Sheet(PaperSize.LETTER),
    "grey": Sheet(grey=True),
    "large print": Sheet(large_print=True),
    "large print on letter": Sheet(PaperSize.LETTER, large_print=True),
    "landscape": Sheet(landscape=True),
    "half of a4": Sheet(halved=True),
    "half of letter": Sheet(PaperSize.LETTER, halved=True),
}


@pytest.fixture(scope="module")
def worksheets(engine: PdfEngine) -> dict[str, Rendered]:
    """The worksheet on each sheet."""
    plan = plans.reflection_worksheet()
    made = {name: engine.render(plan, "worksheet.html.j2", s) for name, s in SHEETS.items()}
    return {name: paper for name, paper in made.items() if isinstance(paper, Rendered)}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_gives_no_diagnostic(worksheets: dict[str, Rendered], name: str) -> None:
    assert worksheets[name].diagnostics == ()


@pytest.mark.parametrize("name", SHEETS)
def test_a_page_is_as_large_as_its_sheet(worksheets: dict[str, Rendered], name: str) -> None:
    with pikepdf.open(BytesIO(worksheets[name].data)) as paper:
        sizes = [[float(x) / 72 * 25.4 for x in page.mediabox[2:]] for page in paper.pages]

    assert sizes == [pytest.approx(SHEETS[name].millimetres, abs=0.01)] * len(sizes)


@pytest.mark.parametrize("name", SHEETS)
def test_the_same_words_stand_on_every_sheet(worksheets: dict[str, Rendered], name: str) -> None:
    plain = pdf.words_heard(worksheets["a4"].data)

    assert pdf.words_heard(worksheets[name].data) == plain


@pytest.mark.parametrize("name", SHEETS)
def test_every_page_of_a_sheet_is_counted(worksheets: dict[str, Rendered], name: str) -> None:
    paper = worksheets[name]
    numbers = range(1, paper.pages + 1)

    said = [f"page {n} of {paper.pages}" in pdf.text_of(paper.data, n) for n in numbers]

    assert said == [True] * paper.pages


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_keeps_to_pdf_ua(worksheets: dict[str, Rendered], name: str) -> None:
    assert pdf.ua_failures(worksheets[name].data) == []


@pytest.mark.parametrize("name", [name for name in SHEETS if not name.startswith("half")])
def test_fronts_that_go_on_say_so(worksheets: dict[str, Rendered], name: str) -> None:
    paper = worksheets[name]
    pages = range(1, paper.pages + 1)

    said = [n for n in pages if "please turn over" in pdf.text_of(paper.data, n)]

    assert said == [n for n in pages if n % 2 == 1 and n < paper.pages]


@pytest.mark.parametrize("name", SHEETS)
def test_a_long_title_takes_two_lines_of_a_header_at_most(engine: PdfEngine, name: str) -> None:
    plan = plans.reflection_worksheet()
    long = replace(plan.head, course_title="A sample of a long title of a course " * 9)
    made = engine.render(replace(plan, head=long), "worksheet.html.j2", SHEETS[name])
    assert isinstance(made, Rendered)
    page = drawn.pages(made.data)[1]

    head = [w.box for w in page.words if w.mark is None and w.box.bottom < page.height / 4]
    assert len({round(box.bottom) for box in head}) == 2


def test_a_page_of_a_booklet_does_not_say_that_it_goes_on(worksheets: dict[str, Rendered]) -> None:
    assert "please turn over" not in pdf.text_of(worksheets["half of a4"].data)


def test_a_paper_of_one_page_does_not_say_that_it_goes_on(printed: Printed) -> None:
    assert "please turn over" not in pdf.text_of(printed("session handout").data)


def test_the_worksheet_takes_both_sides_of_a_sheet_of_letter(
    worksheets: dict[str, Rendered],
) -> None:
    assert worksheets["letter"].pages == 2


@pytest.mark.parametrize("name", ["large print", "large print on letter"])
@pytest.mark.parametrize("times", range(1, 9))
def test_messages_go_on_with_more_than_a_line_or_two(
    engine: PdfEngine, name: str, times: int
) -> None:
    handout = plans.session_handout(4)
    (session,) = handout.sessions
    more = session.messages + ((Run("A sample of a message. " * times),),) * 3
    made = engine.render(
        plans.with_messages(handout, *more[-4 - times :]), "key-messages.html.j2", SHEETS[name]
    )

    assert isinstance(made, Rendered)
    assert craft.scant_pages(made.data) + craft.orphan_lines(made.data) == []
