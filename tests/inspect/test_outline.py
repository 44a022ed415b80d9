"""Sections and the document's own properties."""

from __future__ import annotations

import pytest

from borderdeck.diagnostics import Code
from tests.inspect.planting import (
    PRESENTATION,
    changed,
    inspected,
    removed,
    said,
    with_attribute,
    with_text,
)

SECTION = "//p14:section"
CORE = "docProps/core.xml"


def test_a_section_without_a_name_is_found(deck: bytes) -> None:
    planted = changed(deck, PRESENTATION, f"{SECTION}[1]", with_attribute("name", " "))
    assert said(planted, Code.SECTION_WITHOUT_NAME) == ["deck.pptx: section 1 has no name"]


def test_a_slide_in_no_section_is_found(deck: bytes) -> None:
    planted = changed(deck, PRESENTATION, f"{SECTION}[1]//p14:sldId[1]", removed)
    (message,) = said(planted, Code.SLIDE_WITHOUT_SECTION)
    assert message.startswith("slide 1 ")


def test_a_deck_without_sections_is_told_once(deck: bytes) -> None:
    planted = changed(deck, PRESENTATION, "//p14:sectionLst", removed)
    assert said(planted, Code.SLIDE_WITHOUT_SECTION) == ["deck.pptx: the deck has no sections"]


@pytest.mark.parametrize("element", ["title", "language"])
def test_a_deck_without_a_property_is_found(deck: bytes, element: str) -> None:
    planted = changed(deck, CORE, f"//dc:{element}", removed)
    assert said(planted, Code.PROPERTIES_MISSING) == [
        f"deck.pptx: the document's properties have no {element}"
    ]


def test_an_empty_property_is_a_missing_one(deck: bytes) -> None:
    assert said(changed(deck, CORE, "//dc:title", with_text(" ")), Code.PROPERTIES_MISSING)


def test_a_deck_without_properties_at_all_is_told_so(deck: bytes) -> None:
    planted = changed(deck, "_rels/.rels", "//*[contains(@Type, 'core-properties')]", removed)
    assert len([each for each in inspected(planted) if each.code is Code.PROPERTIES_MISSING]) == 2
