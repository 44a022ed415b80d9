"""Every text names its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code
from tests.inspect.planting import BODY, changed, on_slide, parts, removed, said

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def told(deck: bytes) -> list[str]:
    return [message.partition(": ")[2] for message in said(deck, Code.LANGUAGE_MISSING)]


def speechless(element: Element) -> None:
    del element.attrib["lang"]


def test_a_run_without_a_language_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"({BODY}//a:rPr)[1]", speechless)
    assert told(planted) == ['no language is set for "See"']


def test_a_run_without_properties_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"({BODY}//a:rPr)[1]", removed)
    assert told(planted) == ['no language is set for "See"']


def test_texts_of_one_slide_are_told_together(deck: bytes) -> None:
    (message,) = told(on_slide(deck, "Figures", "//a:rPr", speechless))
    assert message.startswith('no language is set for "Figures", ')


def test_a_field_without_a_language_is_found(deck: bytes) -> None:
    assert len(told(on_slide(deck, "Further", "//a:fld/a:rPr", speechless))) == 1


def test_a_cell_without_a_language_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Figures", "//a:tc//a:rPr", speechless)
    assert told(planted) == ['no language is set for "Year", "People", "2025" and 3 more']


def test_an_empty_paragraph_without_a_language_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"{BODY}//a:r", removed)
    planted = on_slide(planted, "Further", f"{BODY}//a:endParaRPr", speechless)
    assert told(planted) == ["no language is set for an empty line"]


def test_the_end_of_a_paragraph_with_words_needs_none(deck: bytes) -> None:
    assert told(on_slide(deck, "Further", "//a:endParaRPr", speechless)) == []


def test_notes_without_a_language_are_found(deck: bytes) -> None:
    (notes,) = (name for name in parts(deck) if name.startswith("ppt/notesSlides/notesSlide"))
    (message,) = told(changed(deck, notes, "//a:rPr", speechless))
    assert message.endswith("in the notes")
