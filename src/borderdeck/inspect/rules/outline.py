"""The deck as a whole: sections in the slide sorter, and the document's properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.inspect.deck import WHOLE_DECK
from borderdeck.inspect.findings import Finding
from borderdeck.inspect.xml import first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.inspect.deck import Deck

SECTIONS = "in the slide sorter, right-click between two slides"


def nameless_sections(deck: Deck) -> Iterator[Finding]:
    """Find sections without a name."""
    for number, section in enumerate(deck.sections, start=1):
        if not section.name:
            hint = 'right-click it in the slide sorter and choose "Rename Section"'
            yield Finding(WHOLE_DECK, f"section {number} has no name", hint)


def slides_without_section(deck: Deck) -> Iterator[Finding]:
    """Find slides that are in no section; one finding where there are no sections at all."""
    if not deck.sections and deck.slides:
        hint = f'{SECTIONS}, choose "Add Section", and name it'
        yield Finding(WHOLE_DECK, "the deck has no sections", hint)
        return
    held = frozenset[str]().union(*(section.slides for section in deck.sections))
    for slide in deck.slides:
        if slide.identifier not in held:
            hint = f'{SECTIONS}, choose "Add Section", or drag the slide into one'
            yield Finding(slide.sheet.place, "the slide is in no section", hint)


PROPERTIES = {
    "dc:title": ("title", "type one in File > Info > Title"),
    "dc:language": (
        "language",
        'add "Language" in File > Info > Properties > Advanced Properties, or build the deck again',
    ),
}
"""What a deck has to say of itself: core properties, by their names in a package."""


def missing_properties(deck: Deck) -> Iterator[Finding]:
    """Find a deck that says neither what it is called nor which language it is in."""
    for path, (called, hint) in PROPERTIES.items():
        given = None if deck.core is None else first(deck.core, path)
        if given is None or not (given.text or "").strip():
            yield Finding(WHOLE_DECK, f"the document's properties have no {called}", hint)
