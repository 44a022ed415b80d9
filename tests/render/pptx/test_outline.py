"""The presentation's lists of slides and sections, and what it says of itself."""

from __future__ import annotations

import pytest

from borderdeck.documents.slides import SlideSection
from borderdeck.render.pptx import render_deck
from borderdeck.render.pptx.outline import with_outline
from tests.render.pptx.plans import full_deck, opened, package, slide, template
from tests.support.opc import PRESENTATION, Package

CORE = "docProps/core.xml"
SECTIONS = (
    SlideSection("Opening", (slide(title="one"),)),
    SlideSection("Key messages", (slide(title="two"), slide(title="three"))),
)


def sections(identifier: str = "wrap-up") -> Package:
    """A deck of two sections."""
    return package(sections=SECTIONS, identifier=identifier)


def test_sections_are_named() -> None:
    names = sections().values(PRESENTATION, "//p14:section/@name")
    assert names == ["Opening", "Key messages"]


def test_sections_hold_their_slides() -> None:
    found = sections().every(PRESENTATION, "//p14:section")
    ids = [[e.get("id") for e in section.iter("{*}sldId")] for section in found]
    assert ids == [["256"], ["257", "258"]]


def test_a_section_has_the_same_id_in_each_build() -> None:
    path = "//p14:section/@id"
    assert sections().values(PRESENTATION, path) == sections().values(PRESENTATION, path)


def test_sections_of_two_decks_have_ids_of_their_own() -> None:
    path = "//p14:section/@id"
    ids = sections("one").values(PRESENTATION, path) + sections("two").values(PRESENTATION, path)
    assert len(set(ids)) == 4


def test_slides_are_listed_in_order() -> None:
    listed = package(slide(), slide()).values(PRESENTATION, "//p:sldIdLst/p:sldId/@id")
    assert listed == ["256", "257"]


def test_a_presentation_that_was_not_taken_in_is_refused() -> None:
    with pytest.raises(LookupError, match="no room for slides"):
        with_outline(b"<p:presentation><p:extLst/></p:presentation>", full_deck(), ["rId1"])


def test_a_deck_is_titled() -> None:
    assert opened(slide(), title="Session 7").core_properties.title == "Session 7"


def test_a_deck_says_what_it_is_about() -> None:
    assert opened(slide(), subject="Human rights").core_properties.subject == "Human rights"


def test_a_deck_says_its_language() -> None:
    assert opened(slide(), language="fr").core_properties.language == "fr"


def test_a_deck_names_no_person() -> None:
    properties = opened(slide()).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")


def test_a_deck_is_in_its_first_revision() -> None:
    assert opened(slide()).core_properties.revision == 1


def test_every_deck_is_made_at_one_moment() -> None:
    found = package(slide()).xml(CORE).findtext("{http://purl.org/dc/terms/}modified")
    assert found == "2000-01-01T00:00:00Z"


def test_a_deck_counts_its_slides_notes_and_hidden_slides() -> None:
    found = Package(render_deck(full_deck(), template())).xml("docProps/app.xml")
    counted = [found.findtext(f"{{*}}{tag}") for tag in ("Slides", "Notes", "HiddenSlides")]
    assert counted == ["6", "2", "1"]
