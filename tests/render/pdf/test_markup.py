"""Runs of text as HTML, and the lines that they are broken into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.course.text import Run
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.render.pdf.markup import counters_to_html, heading_to_html, runs_to_html
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from borderdeck.documents.slides import Runs


@pytest.mark.parametrize(
    ("runs", "html"),
    [
        ((Run("plain"),), "plain"),
        ((Run("bold", bold=True),), "<strong>bold</strong>"),
        ((Run("italic", italic=True),), "<em>italic</em>"),
        ((Run("both", bold=True, italic=True),), "<strong><em>both</em></strong>"),
        ((Run("one\ntwo"),), "one<br>two"),
        ((Run("<&>"),), "&lt;&amp;&gt;"),
        ((Run("[PLACE]", open=True),), '<mark class="open">[PLACE]</mark>'),
        ((Run("here", link="https://a.org/?b&c"),), '<a href="https://a.org/?b&amp;c">here</a>'),
        (
            (Run("here", bold=True, link="https://a.org"),),
            '<strong><a href="https://a.org">here</a></strong>',
        ),
        (
            (Run("ici", bold=True, link="https://a.org", language="fr"),),
            '<span lang="fr"><strong><a href="https://a.org">ici</a></strong></span>',
        ),
        (
            (Run("a "), Run("نعم.", language="ar"), Run(" b")),
            'a <span lang="ar" dir="rtl">نعم.</span> b',
        ),
    ],
)
def test_a_run_is_marked_up_in_its_style(runs: Runs, html: str) -> None:
    assert runs_to_html(runs) == html


def test_a_space_between_two_styles_leads_the_second() -> None:
    runs = (Run("the "), Run("right "), Run("to privacy", bold=True))

    assert runs_to_html(runs) == "the right<strong> to privacy</strong>"


def test_a_space_before_a_link_stays_outside_it() -> None:
    assert runs_to_html((Run("read "), Run("this", link="#a"))) == 'read <a href="#a">this</a>'


def test_a_heading_never_ends_on_a_lone_word() -> None:
    assert heading_to_html("conditions of detention") == "conditions of\u00a0detention"


def test_a_heading_of_one_word_stays_as_it_is() -> None:
    assert heading_to_html((Run("Return"),)) == "Return"


def test_page_numbers_are_left_to_the_style_sheet() -> None:
    html = counters_to_html("page {page} of {pages} & more")

    assert html == 'page <span class="page"></span> of <span class="pages"></span> &amp; more'


def first_lines(own: Callable[..., PdfEngine], html: str) -> list[str]:
    """Set a text in columns of many widths, from 130 to 140 mm; give the first line of each."""
    columns = (
        "{% for w in range(1300, 1400, 5) %}<p style='width: {{ w / 10 }}mm'>@</p>{% endfor %}"
    )
    page = f'<html lang="en"><body>{columns.replace("@", html)}</body></html>'
    engine = own(**{"page.html.j2": page, "paper.css": 'html { font: 11pt "Noto Sans" }'})
    rendered = engine.render(plans.session_handout(1), "page.html.j2")
    assert isinstance(rendered, Rendered)
    lines = pdf.text_of(rendered.data).splitlines()
    return [line for line in lines if line.strip().startswith("States")]


def test_lines_are_filled_where_a_run_ends_with_a_space(own: Callable[..., PdfEngine]) -> None:
    lines = first_lines(own, "{{ paper.sessions[0].messages[1] | runs }}")

    assert len(lines) == 20
    assert [line for line in lines if len(line) < 60] == []


def test_weasyprint_would_break_such_lines_too_early(own: Callable[..., PdfEngine]) -> None:
    """When this fails, WeasyPrint is mended, and spaces need not be moved any more."""
    html = "States (as <b>duty-bearers</b>) have specific obligations towards individuals (the "

    lines = first_lines(own, f"{html}<b>rights-holders</b>) under their jurisdiction.")

    assert [line for line in lines if len(line) < 60] != []
