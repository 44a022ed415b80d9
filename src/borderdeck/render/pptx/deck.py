"""Render a deck's plan with a template: one slide after the other, then the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.render.pptx.notes import NotesPage
from borderdeck.render.pptx.package import DeckPackage
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
    return package.written(deck)


def _add(slide: Slide, number: int, deck: Deck, package: DeckPackage) -> None:
    part = package.add_slide(slide.layout)
    part.data = Sheet(deck, slide, number, package, part).written()
    if slide.notes:
        notes = package.add_notes(part)
        notes.data = NotesPage(deck, slide.notes, number, notes).written(package.design.notes)
