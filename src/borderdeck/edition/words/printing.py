"""The words on the print list."""

from __future__ import annotations

from msgspec import Struct


class PrintingWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Print list"
    purpose: str = "For whoever prints: each paper of this edition, with its copies."
    participants: str = "For participants"
    large_print: str = "For participants, large print"
    facilitators: str = "For facilitators"
    once: str = "Once"
    paper: str = "Paper"
    sheet: str = "Printed on"
    sides: str = "Sides"
    one_side: str = "one"
    both_sides: str = "both"
    pages: str = "Pages"
    copies: str = "Copies"
    sheets: str = "Sheets"
    total: str = "Total"
    all_papers: str = "Sheets in all"
    a4: str = "A4"
    letter: str = "Letter"
    landscape: str = "{size}, landscape"
    two_up: str = "two pages on {size}"
    colour: str = "{sheet}, colour"
    grey: str = "{sheet}, grey"
    participants_count: str = "Participants"
    large_print_count: str = "of whom in large print"
    facilitators_count: str = "Facilitators, with a copy of each paper"
