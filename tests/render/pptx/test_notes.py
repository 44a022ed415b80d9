"""Notes: in the notes pane of their slide, on the template's own page."""

from __future__ import annotations

from typing import Any

from borderdeck.course.text import Run
from borderdeck.documents.slides import Paragraph
from borderdeck.render.pptx import read_template, render_deck
from tests.render.pptx.plans import bullet, deck, numbered, only_slide, package, paragraph, slide
from tests.support.opc import Package
from tests.support.package_invariants import violations
from tests.support.planting import bare_template

NOTES = "ppt/notesSlides/notesSlide1.xml"
BODY = "//p:sp[.//p:ph/@type='body']"


def pane(*notes: Paragraph) -> Any:
    """The text in a slide's notes pane."""
    return only_slide(slide(notes=notes)).notes_slide.notes_text_frame


def test_notes_stand_in_the_notes_pane() -> None:
    assert pane(paragraph("Ask first."), paragraph("Then show.")).text == "Ask first.\nThen show."


def test_bold_words_in_notes_stay_bold() -> None:
    found = pane(Paragraph((Run("Time: ", bold=True), Run("5 minutes"))))
    assert [run.font.bold for run in found.paragraphs[0].runs] == [True, None]


def test_notes_say_their_language() -> None:
    found = package(slide(notes=(paragraph("Bonjour"),)), language="fr")
    assert set(found.values(NOTES, "//a:rPr/@lang | //a:endParaRPr/@lang")) == {"fr"}


def test_a_list_in_notes_stands_on_the_levels_that_have_bullets() -> None:
    found = pane(paragraph("Hear:"), bullet("duties"), bullet("rights", level=1))
    assert [paragraph.level for paragraph in found.paragraphs] == [0, 1, 2]


def test_a_numbered_list_in_notes_is_numbered_by_the_program() -> None:
    found = package(slide(notes=(numbered(1), numbered(2))))
    assert len(found.every(NOTES, f"{BODY}//a:buAutoNum")) == 2


def test_a_link_in_notes_leads_to_its_address() -> None:
    found = pane(Paragraph((Run("here", link="https://www.ohchr.org/"),)))
    assert found.paragraphs[0].runs[0].hyperlink.address == "https://www.ohchr.org/"


def test_a_page_of_notes_shows_its_slide() -> None:
    found = package(slide(notes=(paragraph("Ask."),)))
    assert found.values(NOTES, "//p:ph/@type") == ["sldImg", "body", "ftr", "sldNum"]


def test_a_page_of_notes_has_the_slides_number() -> None:
    found = package(slide(), slide(notes=(paragraph("Ask."),)))
    assert found.values(NOTES, "//a:fld/a:t/text()") == ["2"]


def test_a_slide_without_notes_has_no_page_for_them() -> None:
    assert package(slide()).of_type("notesSlide") == []


def test_each_slide_has_its_own_notes() -> None:
    found = package(*(slide(notes=(paragraph(word),)) for word in ("one", "two")))
    slides = sorted(found.of_type("slide"))
    pages = [page for name in slides for page in found.related(name, "notesSlide")]
    assert [found.values(page, f"{BODY}//a:t/text()") for page in pages] == [["one"], ["two"]]


def test_notes_stand_on_the_templates_own_notes_master() -> None:
    found = package(slide(notes=(paragraph("Ask."),)))
    assert found.related(NOTES, "notesMaster") == ["ppt/notesMasters/notesMaster1.xml"]


def test_a_template_without_a_notes_master_is_given_one() -> None:
    found = render_deck(deck(slide(notes=(paragraph("Ask."),))), read_template(bare_template()))
    assert Package(found).of_type("notesMaster") != []


def test_a_notes_master_that_was_given_is_listed() -> None:
    found = render_deck(deck(slide(notes=(paragraph("Ask."),))), read_template(bare_template()))
    assert violations(found) == []
