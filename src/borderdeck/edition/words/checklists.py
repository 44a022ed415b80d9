"""The words on the checklist of materials and venue."""

from __future__ import annotations

from msgspec import Struct


class ChecklistWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Materials and venue"
    purpose: str = "For the facilitator: what has to be at hand, to tick off."
    equipment: str = "What the slides and papers need"
    computer: str = "Computer with the slide decks"
    projector: str = "Projector and screen, for slides of {ratio}"
    printer: str = "Printer and paper, or a print shop"
    print_list: str = "see the print list"
    pens: str = "Pens, to fill papers in with"
    materials: str = "Materials"
    groups: str = "for {groups} groups of {size}"
    group: str = "for 1 group of {size}"
    groups_of: str = "for groups of {size}"
    files: str = "Files to bring"
    papers: str = "Papers to print: {count}"
    venue: str = "Room and venue"
    accessibility: str = "Accessibility"
    own: str = "Our own list"
