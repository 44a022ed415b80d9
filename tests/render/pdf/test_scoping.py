"""A paper's own style sheet in a packet holds for that paper alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.documents.packet import Packet, PacketEntry
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    Own = Callable[..., PdfEngine]

HANDOUT, WORKSHEET = "key-messages.html.j2", "worksheet.html.j2"


def packet(engine: PdfEngine) -> str:
    """Give the words of a packet of a handout and a worksheet."""
    entries = (
        PacketEntry(plans.session_handout(1), HANDOUT, landscape=False),
        PacketEntry(plans.reflection_worksheet(), WORKSHEET, landscape=False),
    )
    head = plans.course_handout().head
    result = engine.render(Packet(head, "Name", "Contents", entries), "packet.html.j2")
    assert isinstance(result, Rendered), result
    return pdf.text_of(result.data)


@pytest.mark.parametrize(
    "selector", ["h2", ".a4 h2", "body h2", "html[lang] h2", "article > section > h2"]
)
def test_what_a_style_sheet_says_holds_for_its_own_paper(own: Own, selector: str) -> None:
    words = packet(own(**{"worksheet.css": f"{selector} {{ display: none }}"}))

    assert "How can you put what you have learned into practice?" not in words
    assert "Introduction to human rights" in words
    assert "Contents" in words


def test_what_comes_before_an_elements_words_is_scoped_too(own: Own) -> None:
    words = packet(own(**{"worksheet.css": "h2::before { content: 'PLANTED' }"}))

    assert words.count("PLANTED") == 2


def test_what_it_says_of_the_root_holds_for_the_box_that_its_paper_is_in(own: Own) -> None:
    sheet = "html { --said: 'PLANTED' } html.large-print { --said: 'LARGE' }"
    shown = "h1::before { position: static; content: var(--said, 'none') }"
    words = packet(own(**{"worksheet.css": sheet, "packet.css": shown}))

    assert [words.count(said) for said in ("PLANTED", "none", "LARGE")] == [1, 2, 0]


def test_its_pages_stay_those_of_the_packet(own: Own) -> None:
    engine = own(**{"worksheet.css": "@page { @bottom-left { content: 'PLANTED' } }"})

    assert "PLANTED" not in packet(engine)


def test_a_template_of_the_course_holds_in_the_packet_too(own: Own) -> None:
    text = '{% extends "paper.html.j2" %}{% block content %}<p>Our words</p>{% endblock %}'
    words = packet(own(**{HANDOUT: text}))

    assert "Our words" in words
    assert "duty-bearers" not in words
    assert "New understandings..." in words


def test_the_same_style_sheet_alone_and_in_a_packet_are_two(own: Own) -> None:
    engine = own(**{"worksheet.css": "h2 { display: none }"})
    packet(engine)
    alone = engine.render(plans.reflection_worksheet(), WORKSHEET)

    assert isinstance(alone, Rendered)
    assert "into practice?" not in pdf.text_of(alone.data)
