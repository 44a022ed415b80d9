"""The gate as a whole: what passes, and how it speaks."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from borderdeck.diagnostics import Code, Severity
from borderdeck.inspect import inspect_deck
from tests.inspect.planting import (
    BODY,
    inspected,
    on_slide,
    removed,
    said,
    with_attribute,
    with_text,
)

if TYPE_CHECKING:
    from tests.support.built import Edition


def foreign(layout: str, *words: str) -> bytes:
    """Make a deck of one slide with python-pptx's own template."""
    presentation = Presentation()
    (chosen,) = (each for each in presentation.slide_layouts if each.name == layout)
    slide = presentation.slides.add_slide(chosen)
    for placeholder, text in zip(slide.placeholders, words, strict=False):
        placeholder.text_frame.text = text
    target = io.BytesIO()
    presentation.save(target)
    return target.getvalue()


def codes(deck: bytes) -> set[Code]:
    return {each.code for each in inspected(deck)}


@pytest.mark.parametrize("session", range(1, 8))
def test_the_courses_decks_pass(geneva: Edition, session: int) -> None:
    assert inspected(geneva.deck(session)) == ()


@pytest.mark.parametrize("session", range(1, 8))
def test_the_courses_decks_pass_without_place_and_dates(nowhere: Edition, session: int) -> None:
    assert inspected(nowhere.deck(session)) == ()


def test_a_message_says_deck_slide_and_title(deck: bytes) -> None:
    planted = on_slide(deck, "A map", "//p:pic//p:cNvPr", with_attribute("descr", ""))
    (found,) = (each for each in inspected(planted) if "picture" in each.message)
    assert found.message.startswith('deck.pptx, slide 6 "A map": the picture')


def test_a_message_says_what_to_do_in_powerpoint(deck: bytes) -> None:
    planted = on_slide(deck, "A map", "//p:pic//p:cNvPr", with_attribute("descr", ""))
    assert any('choose "Edit Alt Text"' in each.hint for each in inspected(planted))


def test_long_words_are_shortened(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"{BODY}//a:r[1]/a:t", with_text("word " * 40))
    planted = on_slide(planted, "Further", f"{BODY}//a:r[1]/a:rPr", removed)
    (message,) = said(planted, Code.LANGUAGE_MISSING)
    assert message.endswith('for "word word word word word word word word word wo…"')


def test_what_is_found_has_no_position() -> None:
    assert {each.position for each in inspect_deck(foreign("Title Only"), "x")} == {None}


def test_findings_come_slide_by_slide(deck: bytes) -> None:
    planted = on_slide(deck, "Further", "//a:rPr", removed)
    planted = on_slide(planted, "Figures", "//a:tblPr", with_attribute("firstRow", "0"))
    slides = [each.message.split(",")[1].split()[1] for each in inspected(planted)]
    assert slides == sorted(slides, key=int)


def test_a_foreign_deck_is_told_what_it_lacks() -> None:
    assert codes(foreign("Title and Content", "A title", "Some words")) == {
        Code.PROPERTIES_MISSING,
        Code.SLIDE_WITHOUT_SECTION,
        Code.LANGUAGE_MISSING,
    }


def test_the_default_templates_grey_subtitle_is_found() -> None:
    (message,) = said(foreign("Title Slide", "A title", "A subtitle"), Code.LOW_CONTRAST)
    assert "#898989 on #FFFFFF has a contrast of 3.49" in message


def test_the_default_templates_small_caption_is_found() -> None:
    deck = foreign("Content with Caption", "A title", "Words", "A caption")
    assert said(deck, Code.TEXT_TOO_SMALL) == [
        'slide 1 "A title": "A caption" has 14 pt, and needs 18'
    ]


@pytest.mark.parametrize(
    "layout", ["Two Content", "Comparison", "Content with Caption", "Title and Vertical Text"]
)
def test_the_default_templates_layouts_are_in_order(layout: str) -> None:
    deck = foreign(layout, "A title", "One", "Two", "Three", "Four")
    assert Code.READING_ORDER not in codes(deck)


def test_a_placeholder_that_nobody_filled_is_no_fault() -> None:
    filled, empty = foreign("Comparison", "A title"), foreign("Title Only", "A title")
    assert codes(filled) == codes(empty)


def test_only_what_is_unsure_is_a_warning() -> None:
    found = inspected(foreign("Title Slide", "A title", "A subtitle"))
    assert {each.severity for each in found if each.code is not Code.CONTRAST_UNKNOWN} == {
        Severity.ERROR
    }
