"""Render a deck's plan with a template: one slide after the other, then the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.render.pptx.notes import NotesPage
from borderdeck.render.pptx.outline import write_outline
from borderdeck.render.pptx.package import DeckPackage
from borderdeck.render.pptx.properties import core_properties, extended_properties
from borderdeck.render.pptx.slides import Sheet

if TYPE_CHECKING:
    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.slides import Deck, Slide


def render_deck(deck: Deck, template: DeckTemplate) -> bytes:
    """Render a deck as PPTX; the same plan and template give the same bytes.

    Raises `TemplateLacksError` where the plan names a layout or a placeholder that is not there.
    """
    package = DeckPackage(template)
    for number, slide in enumerate(deck.slides, start=1):
        _add(slide, number, deck, package)
    write_outline(package.root, deck, package.relate_slides(), package.relate_notes_master())
    package.set_properties(core_properties(deck), extended_properties(deck))
    return package.written()


def _add(slide: Slide, number: int, deck: Deck, package: DeckPackage) -> None:
    part = package.add_slide(slide.layout)
    part.blob = Sheet(deck, slide, number, package, part).written()
    if slide.notes:
        notes = package.add_notes(part)
        notes.blob = NotesPage(deck, slide.notes, number, notes).written(package.notes_master)
