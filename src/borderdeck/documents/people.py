"""Participants as papers name them: which names can be set, and what is told of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.documents.fonts import PAPER, FontStyle
from borderdeck.documents.scripts import Script, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.participants import Person
    from borderdeck.diagnostics import Position
    from borderdeck.documents.fitted import Fitted
    from borderdeck.documents.fonts import FontBook

HAND = "write it in Latin, Greek, Cyrillic or Arabic letters, or with a pen where it is left out"


def printable(words: str, fonts: FontBook) -> str:
    """Give words that papers have all letters for, and nothing in the place of others."""
    return "" if _missing(words, fonts) else words


def missing_letters(person: Person, fonts: FontBook) -> Iterator[Diagnostic]:
    """Tell of what is left out for want of letters; no message repeats it."""
    for noun, words in (("name", person.name), ("organisation", person.organisation)):
        if letters := _missing(words, fonts):
            message = f"borderdeck has no letters for this {noun}: it is left out"
            place = person.position.pointing_at(letters[0])
            yield Diagnostic(Code.MISSING_GLYPH, message, HAND, place, Severity.WARNING)


def too_small(
    noun: str, paper: str, fitted: Fitted | None, place: Position | None
) -> Iterator[Diagnostic]:
    """Tell of words that had to be set smaller than they should be."""
    if fitted is not None and not fitted.fits:
        message = f"this {noun} is so long that it is set very small on {paper}"
        yield Diagnostic(Code.OVERFLOW, message, "shorten it", place, Severity.WARNING)


def _missing(words: str, fonts: FontBook) -> tuple[str, ...]:
    ideographs = (
        words[start] for script, start, _ in stretches(words) if script is Script.EAST_ASIAN
    )
    return (*fonts.missing(words, FontStyle(PAPER)), *ideographs)
