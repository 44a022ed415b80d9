"""Pages that are alike are laid out but once, and are what they would be in full."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec import Struct
from pikepdf import Array

from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.render.pdf.abridging import AT_ONCE, abridge
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from borderdeck.documents.papers import PaperHead

Own = Callable[..., PdfEngine]

TEMPLATE = """\
{{% extends "paper.html.j2" %}}
{{% block running %}}{running}{{% endblock %}}
{{% block opening %}}{{% endblock %}}
{{% block end %}}{{% endblock %}}
{{% block content %}}
<style>
  section {{ position: relative; height: 200mm; break-after: page; margin: 0 }}
  h2 {{ bookmark-level: 1 }} h1 {{ bookmark-level: none }} h1::before {{ content: none }}
  {style}
</style>
{{% for name in paper.names %}}
<!-- each --><section>
  <h1>Sample {heading}</h1>
  <!-- own --><div{attributes}><h2>{{{{ name }}}}</h2></div><!-- /own -->
  <p>Words that <strong>all</strong> share</p>
  <ul><li>One</li><li>Two</li></ul>
</section><!-- /each -->
{{% endfor %}}
{{% endblock %}}
"""
PLACED = "div { position: absolute; top: 60mm; color: #b4431f; border-bottom: 1pt solid }"
NAMES = tuple(f"Person {number} Example" for number in range(1, 7))


class Named(Struct, frozen=True):
    """The plan of a paper with a page for each name."""

    head: PaperHead
    names: tuple[str, ...]


def named(names: tuple[str, ...] = NAMES) -> Named:
    return Named(plans.session_handout(1).head, names)


def template(
    style: str = PLACED, running: str = "", heading: str = "", attributes: str = ""
) -> str:
    return TEMPLATE.format(style=style, running=running, heading=heading, attributes=attributes)


def made(own: Own, text: str, names: tuple[str, ...] = NAMES) -> bytes:
    rendered = own(**{"sample.html.j2": text}).render(named(names), "sample.html.j2")
    assert isinstance(rendered, Rendered), rendered
    assert rendered.pages == len(names)
    return rendered.data


def in_full(text: str) -> str:
    """Take the remarks out of a template: everything is then laid out."""
    return text.replace("<!-- each -->", "").replace("<!-- own -->", "")


def is_shared(data: bytes) -> bool:
    """Whether pages share a content stream."""
    with pikepdf.open(BytesIO(data)) as file:
        return isinstance(file.pages[1].Contents, Array)


def pictures(data: bytes, count: int) -> list[bytes]:
    return [pdf.picture(data, number).tobytes() for number in range(1, count + 1)]


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    with pikepdf.open(BytesIO(data)) as file, file.open_outline() as outline:
        pages = [page.obj.objgen for page in file.pages]
        marks = (mark for item in outline.root for mark in (item.children or (item,)))
        leads = ((mark.title, mark.obj.Dest[0].objgen) for mark in marks if mark.obj)
        return [(title, pages.index(page)) for title, page in leads]


def test_pages_that_are_alike_are_shared(own: Own) -> None:
    assert is_shared(made(own, template()))


@pytest.mark.parametrize("look", [pdf.heard, pdf.text_of, bookmarks, pdf.fonts])
def test_shared_pages_are_what_they_are_in_full(own: Own, look: Callable[[bytes], object]) -> None:
    shared, full = made(own, template()), made(own, in_full(template()))
    assert look(shared) == look(full)


def test_shared_pages_look_as_they_do_in_full(own: Own) -> None:
    shared, full = made(own, template()), made(own, in_full(template()))
    assert pictures(shared, len(NAMES)) == pictures(full, len(NAMES))


def test_shared_pages_keep_to_pdf_ua(own: Own) -> None:
    assert pdf.ua_failures(made(own, template())) == []


def test_each_mark_of_a_shared_page_has_its_owner(own: Own) -> None:
    with pikepdf.open(BytesIO(made(own, template()))) as file:
        owners = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
        last = file.pages[-1]
        marks = [
            int(i.operands[1].MCID)
            for i in pikepdf.parse_content_stream(last)
            if i.operator == pikepdf.Operator("BDC")
        ]
        owned = [owners[int(last.StructParents)][mark] for mark in marks]
        assert [owner.Pg.objgen for owner in owned] == [last.obj.objgen] * len(marks)
        assert len(set(marks)) == len(marks)


def test_shared_pages_are_smaller(own: Own) -> None:
    names = NAMES * 10
    assert len(made(own, template(), names)) < 0.85 * len(made(own, in_full(template()), names))


def test_more_pages_than_are_laid_out_at_once_are_all_there(own: Own) -> None:
    names = tuple(f"Person {number} Example" for number in range(2 * AT_ONCE + 1))
    data = made(own, template(), names)
    assert is_shared(data)
    assert [title for title, _ in bookmarks(data)] == list(names)


@pytest.mark.parametrize(
    "text",
    [
        template(style=""),
        template(running='<div class="running header">Sample header</div>'),
        template(heading="{{ loop.index }}"),
        template(heading='{{ "{page}" | counters }}'),
        template(heading='<a href="https://example.org">link</a>'),
        template(heading="<span id='here'></span></h1><div>Another</div><h1>more"),
    ],
    ids=["not placed", "running words", "another heading", "counted", "a link", "another div"],
)
def test_what_cannot_be_shared_is_laid_out_in_full(own: Own, text: str) -> None:
    data = made(own, text)
    assert not is_shared(data)
    assert data == made(own, in_full(text))


def test_names_of_several_lines_do_not_take_the_room_of_others(own: Own) -> None:
    names = (*NAMES, "Somebody with a name " * 9)
    shared, full = made(own, template(), names), made(own, in_full(template()), names)
    assert is_shared(shared)
    assert pictures(shared, len(names)) == pictures(full, len(names))


def test_a_remark_in_a_name_is_a_word(own: Own) -> None:
    names = (*NAMES, "<!-- /own --></div><!-- /each -->")
    assert "<!-- /own -->" in pdf.words_heard(made(own, template(), names))


def test_a_few_pages_are_laid_out_in_full() -> None:
    page = "<!-- each --><section><!-- own --><div>x</div><!-- /own --></section><!-- /each -->"
    assert [abridge(page * count) is None for count in (0, 3, 4)] == [True, True, False]
