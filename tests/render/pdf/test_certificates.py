"""Certificates, as they are printed. All names are samples."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace

from borderdeck.course.edition_file import PaperSize
from borderdeck.course.participants import Person
from borderdeck.documents.certificates import CertifiedSession, CertifiedSessions
from borderdeck.documents.fitted import Fitted
from borderdeck.documents.sheets import Sheet
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from borderdeck.documents.certificates import Certificates

CHINESE = "\u738b\u5c0f\u660e"
PEOPLE = (
    Person(name="Amina Example"),
    Person(name="Maria-Fernanda de la Concepcion Example-Sample-Rodriguez von und zu Sample"),
    Person(name="W" * 120),
    Person(name="محمد عبد الله الحسن"),
    Person(name=CHINESE),
    Person(name="<b>Bobby</b> {{ paper }} & </section>"),
)
SHEETS = {
    "a4": Sheet(landscape=True),
    "letter": Sheet(PaperSize.LETTER, landscape=True),
    "grey": Sheet(landscape=True, grey=True),
}


def rendered(engine: PdfEngine, plan: Certificates, sheet: Sheet = SHEETS["a4"]) -> Rendered:
    made = engine.render(plan, "certificates.html.j2", sheet)
    assert isinstance(made, Rendered), made
    return made


@pytest.fixture(scope="module")
def certificates(engine: PdfEngine) -> dict[str, Rendered]:
    """The certificates of all these people on each sheet."""
    plan = plans.certificates(*PEOPLE)
    return {name: rendered(engine, plan, sheet) for name, sheet in SHEETS.items()}


@pytest.fixture(scope="module")
def empty(engine: PdfEngine) -> bytes:
    """A certificate without a name, a place, or a date."""
    return rendered(engine, plans.certificates(choices=plans.NOWHERE)).data


def touching(data: bytes) -> list[tuple[str, str]]:
    """Give the words of all pages that stand over one another."""
    with pikepdf.open(BytesIO(data)) as file:
        pages = [pdf.placed_words(data, n) for n in range(1, len(file.pages) + 1)]
    pairs = ((a, b) for words in pages for a in words for b in words if a is not b)
    return [(a.text, b.text) for a, b in pairs if a.covers(b)]


@pytest.mark.parametrize("name", SHEETS)
def test_everybody_has_a_page(certificates: dict[str, Rendered], name: str) -> None:
    assert certificates[name].pages == len(PEOPLE)


def test_the_same_certificates_are_the_same_bytes(
    certificates: dict[str, Rendered], engine: PdfEngine
) -> None:
    again = rendered(engine, plans.certificates(*PEOPLE))
    assert again.data == certificates["a4"].data


@pytest.mark.parametrize("name", SHEETS)
def test_certificates_give_no_diagnostic(certificates: dict[str, Rendered], name: str) -> None:
    assert certificates[name].diagnostics == ()


@pytest.mark.parametrize("name", SHEETS)
def test_certificates_keep_to_pdf_ua(certificates: dict[str, Rendered], name: str) -> None:
    assert pdf.ua_failures(certificates[name].data) == []


@pytest.mark.parametrize("name", SHEETS)
def test_no_words_of_a_certificate_touch(certificates: dict[str, Rendered], name: str) -> None:
    assert touching(certificates[name].data) == []


def test_words_that_touch_would_be_noticed(engine: PdfEngine) -> None:
    plan = plans.certificates(PEOPLE[0])
    high = replace(plan.certificates[0], name=Fitted(("Amina",) * 6, size=20))
    assert touching(rendered(engine, replace(plan, certificates=(high,))).data) != []


def test_a_certificate_says_who_took_part_in_what_where_and_when(
    certificates: dict[str, Rendered],
) -> None:
    sessions = plans.certificates().sessions
    assert sessions is not None
    titles = ["".join(run.text for run in session.title) for session in sessions.sessions]
    assert pdf.are_heard_in_order(
        certificates["a4"].data,
        [
            "Certificate of participation",
            "This is to certify that",
            "Amina Example",
            "took part in the following course:",
            "Training course on Human Rights at International Borders",
            "Geneva, 23–27 November 2026",
            *titles,
            "Signature, name and function",
            "Signature, name and function",
        ],
    )


def test_each_page_is_a_section_with_its_headings(certificates: dict[str, Rendered]) -> None:
    without_name = PEOPLE.index(Person(name=CHINESE))
    expected = ["H1", "H2"] * len(PEOPLE)
    del expected[2 * without_name + 1]
    assert pdf.headings(certificates["a4"].data) == expected


def test_bookmarks_are_the_names(certificates: dict[str, Rendered]) -> None:
    with pikepdf.open(BytesIO(certificates["a4"].data)) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == [person.name for person in PEOPLE]


def test_a_name_is_words_and_no_markup(certificates: dict[str, Rendered]) -> None:
    assert PEOPLE[-1].name in pdf.words_heard(certificates["a4"].data)


def test_an_arabic_name_is_copied_as_it_was_written(certificates: dict[str, Rendered]) -> None:
    assert "محمد عبد الله الحسن" in pdf.text_of(certificates["a4"].data, 4)


def test_a_name_that_no_font_has_leaves_a_line(certificates: dict[str, Rendered]) -> None:
    lines = [
        len(pdf.ruled_lines(pdf.picture(certificates["a4"].data, n, dpi=200), 0.3)) for n in (4, 5)
    ]
    assert lines == [0, 1]


def test_an_empty_certificate_has_a_line_for_the_name(empty: bytes) -> None:
    assert len(pdf.ruled_lines(pdf.picture(empty, dpi=200), 0.3)) == 1
    assert "This is to certify that Name took part" in pdf.words_heard(empty)


def test_an_open_placeholder_is_marked(empty: bytes) -> None:
    assert "[PLACE, DATE]" in pdf.bold_text(empty)


def test_an_empty_certificate_keeps_to_pdf_ua(empty: bytes) -> None:
    assert pdf.ua_failures(empty) == []


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_sessions_in_columns_keep_to_pdf_ua(engine: PdfEngine, columns: int) -> None:
    plan = plans.certificates(PEOPLE[0])
    assert plan.sessions is not None
    many = tuple(CertifiedSession(n, plan.sessions.sessions[0].title) for n in range(1, 13))
    sessions = CertifiedSessions(many, columns, 8, 1.25)
    data = rendered(engine, replace(plan, sessions=sessions)).data
    assert (pdf.ua_failures(data), touching(data)) == ([], [])
