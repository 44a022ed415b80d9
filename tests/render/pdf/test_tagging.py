"""Papers as a screen reader has them."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

from borderdeck.course.text import Run
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.render.pdf.conftest import PAPERS
from tests.support import paper_plans as plans
from tests.support import pdf
from tests.support.structure import tree

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[[str], Rendered]
    Own = Callable[..., PdfEngine]

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>A page</title></head><body>{}</body></html>"""

DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgAB"
    "SK+kcQAAAABJRU5ErkJggg=="
)


@pytest.fixture
def rendered_body(own: Own) -> Callable[[str], Rendered]:
    """Render a template whose body is this."""

    def render(body: str) -> Rendered:
        engine = own(**{"page.html.j2": PAGE.format(body)})
        rendered = engine.render(plans.session_handout(1), "page.html.j2")
        assert isinstance(rendered, Rendered), rendered
        return rendered

    return render


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_keeps_to_pdf_ua(printed: Printed, name: str) -> None:
    assert pdf.ua_failures(printed(name).data) == []


@pytest.mark.parametrize(
    "body",
    [
        f'<h1>A picture</h1><p><img src="{DOT}"></p>',
        "<h1>First</h1><h3>Third</h3>",
        "<h1>A list</h1><ul><li><p>one</p><p>two</p></li></ul>",
    ],
    ids=["an image without words", "a skipped heading", "two paragraphs in an item"],
)
def test_a_planted_breach_of_pdf_ua_is_found(
    rendered_body: Callable[[str], Rendered], body: str
) -> None:
    assert pdf.ua_failures(rendered_body(body).data) != []


def test_the_title_and_the_language_are_told(printed: Printed) -> None:
    with pikepdf.open(BytesIO(printed("worksheet").data)) as paper:
        told = (str(paper.docinfo.Title), str(paper.Root.Lang), "/Author" in paper.docinfo)

    plan = plans.reflection_worksheet()
    assert told == (f"{plan.head.title} – {plan.head.course_title}", plan.head.language, False)


def test_headings_are_headings(printed: Printed) -> None:
    assert pdf.headings(printed("worksheet").data) == ["H1", "H2", "H2", *["H3"] * 5]


def test_each_session_has_one_heading(printed: Printed) -> None:
    assert pdf.headings(printed("course handout").data) == ["H1", *["H2"] * 6]


def test_headers_and_footers_are_not_read_aloud(printed: Printed) -> None:
    heard = pdf.words_heard(printed("worksheet").data)

    assert "page 1 of 2" not in heard
    assert "Geneva" not in heard


def test_headers_and_footers_are_artefacts_of_pagination(printed: Printed) -> None:
    pages = pdf.marked_content(printed("worksheet").data)

    numbers = [sum("/Pagination" in properties for _, properties in page) for page in pages]

    assert 0 < numbers[0] < numbers[1]


def test_all_other_content_belongs_to_an_element(printed: Printed) -> None:
    contents = [c for page in pdf.marked_content(printed("worksheet").data) for c in page]

    assert all("/MCID" in properties for tag, properties in contents if tag != "/Artifact")


def test_lines_to_write_on_leave_no_empty_elements(printed: Printed) -> None:
    lines = [line for line in pdf.heard(printed("worksheet").data).splitlines() if line.strip()]

    depths = [len(line) - len(line.lstrip()) for line in lines]
    ends = [following <= depth for depth, following in pairwise([*depths, 0])]

    leaves = [line.strip() for line, is_end in zip(lines, ends, strict=True) if is_end]
    assert [leaf for leaf in leaves if not leaf.startswith('"')] == []


def test_header_cells_say_whether_they_head_a_column_or_a_row(
    rendered_body: Callable[[str], Rendered],
) -> None:
    table = """<h1>A table</h1><table>
      <thead><tr><th>Day</th><th>Place</th></tr></thead>
      <tbody><tr><th scope="row">1</th><td>Geneva</td></tr></tbody></table>"""

    cells = pdf.elements(rendered_body(table).data, "TH")

    assert [cell["/Scope"] for cell in cells] == ["/Column", "/Column", "/Row"]


def test_a_link_is_described_by_its_words(engine: PdfEngine) -> None:
    message = (Run("Read "), Run("the standard", bold=True, link="https://example.org/a"))
    plan = plans.with_messages(plans.session_handout(1), message)

    rendered = engine.render(plan, "key-messages.html.j2")

    assert isinstance(rendered, Rendered)
    assert pdf.link_descriptions(rendered.data) == ["the standard"]


def test_words_in_another_language_say_which(engine: PdfEngine) -> None:
    message = (
        Run("The rule of "),
        Run("non-", language="fr"),
        Run("jus", bold=True, language="la"),
    )
    plan = plans.with_messages(plans.session_handout(1), message)

    rendered = engine.render(plan, "key-messages.html.j2")

    assert isinstance(rendered, Rendered)
    told = [(e.language, e.words) for e in tree(rendered.data).walk() if e.language]
    assert told == [("fr", "non-"), ("la", "jus")]
    assert pdf.ua_failures(rendered.data) == []


def test_a_paper_in_one_language_says_it_once(printed: Printed) -> None:
    assert [e for e in tree(printed("worksheet").data).walk() if e.language] == []


def test_a_link_in_bold_keeps_to_pdf_ua(engine: PdfEngine) -> None:
    message = (Run("the standard", bold=True, italic=True, link="https://example.org/a"),)
    plan = plans.with_messages(plans.session_handout(1), message)

    rendered = engine.render(plan, "key-messages.html.j2")

    assert isinstance(rendered, Rendered)
    assert pdf.ua_failures(rendered.data) == []


DECORATION = [
    f'<p>Words <img src="{DOT}" alt=""></p>',
    f'<p>Words</p><img src="{DOT}" alt>',
]


@pytest.mark.parametrize("body", DECORATION)
def test_a_picture_that_is_mere_decoration_keeps_to_pdf_ua(
    rendered_body: Callable[[str], Rendered], body: str
) -> None:
    rendered = rendered_body(body)

    assert (rendered.diagnostics, pdf.ua_failures(rendered.data)) == ((), [])


@pytest.mark.parametrize("body", DECORATION)
def test_a_picture_that_is_mere_decoration_is_no_figure(
    rendered_body: Callable[[str], Rendered], body: str
) -> None:
    assert pdf.elements(rendered_body(body).data, "Figure") == []


def test_a_picture_that_is_described_stays_a_figure(
    rendered_body: Callable[[str], Rendered],
) -> None:
    body = f'<p>Words</p><img src="{DOT}" alt=""><img src="{DOT}" alt="A sample">'
    (figure,) = pdf.elements(rendered_body(body).data, "Figure")

    assert figure["/Alt"] == "A sample"
