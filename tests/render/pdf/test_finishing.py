"""A paper as a file: what it holds, and what tells it from others."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import paper_plans as plans
from tests.support.structure import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Printed = Callable[[str], Rendered]
    Own = Callable[..., PdfEngine]

LINK_IN_A_HEADER = """<!DOCTYPE html>
<html lang="en"><head><title>A page</title><style>
  @page { @top-center { content: element(above) } }
  div { position: running(above) }
</style></head>
<body><div><a href="https://example.org/a">the standard</a></div><h1>A page</h1></body></html>"""

BUTTON = """<!DOCTYPE html>
<html lang="en"><head><title>A page</title></head><body><h1>A page</h1>
<form><button style="appearance: auto">Go</button><input style="appearance: auto" name="a"></form>
</body></html>"""


def opened(rendered: Rendered | Diagnostic) -> pikepdf.Pdf:
    assert isinstance(rendered, Rendered), rendered
    return pikepdf.open(BytesIO(rendered.data))


def identifier(rendered: Rendered) -> bytes:
    return bytes(opened(rendered).trailer.ID[0])


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Give all elements of structure that a file holds, be they in its tree or not."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem":
            yield each


def test_a_paper_has_an_identifier_of_its_own(printed: Printed) -> None:
    assert identifier(printed("worksheet")) != identifier(printed("session handout"))


def test_the_same_paper_has_the_same_identifier(engine: PdfEngine, printed: Printed) -> None:
    again = engine.render(plans.reflection_worksheet(), "worksheet.html.j2")

    assert isinstance(again, Rendered)
    assert identifier(again) == identifier(printed("worksheet"))


def test_a_paper_reads_without_a_fault(printed: Printed) -> None:
    pdf = opened(printed("worksheet"))

    assert (pdf.check_pdf_syntax(), pdf.get_warnings(), pdf.pdf_version) == ([], [], "1.7")


def test_what_no_tree_holds_is_not_in_the_file(printed: Printed) -> None:
    rendered = printed("worksheet")

    _, *in_tree = tree(rendered.data).walk()
    assert len(list(elements(opened(rendered)))) == len(in_tree)


def test_what_a_link_in_a_running_header_belongs_to_stays(own: Own) -> None:
    engine = own(**{"page.html.j2": LINK_IN_A_HEADER})

    pdf = opened(engine.render(plans.session_handout(1), "page.html.j2"))

    owners = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    links = [owners[int(link.StructParent)] for link in pdf.pages[0].Annots]
    assert [str(link.P.Type) for link in links] == ["/StructElem"] * len(links) != []


def test_a_button_that_does_nothing_is_told(own: Own) -> None:
    engine = own(**{"page.html.j2": BUTTON})

    told = engine.render(plans.session_handout(1), "page.html.j2")

    assert isinstance(told, Diagnostic)
    assert told.code == Code.PAPER_TEMPLATE
