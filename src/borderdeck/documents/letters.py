"""Letters that no font of the papers has: told where they stand, before anything is rendered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.edition.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.course.text import Text
    from borderdeck.diagnostics import Position
    from borderdeck.documents.fonts import FontBook
    from borderdeck.edition.edition import Edition

HINT = "write it in words, or take a sign that most fonts have; papers would show an empty box"

NO_FONT = "no font of the papers has"

MOST = 5
"""How many letters of one text are named."""

CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")


def unprintable(edition: Edition, place: Position | None, fonts: FontBook) -> Iterator[Diagnostic]:
    """Tell of letters in an edition's texts that its papers would show as boxes.

    Those of its place and dates, which stand in many texts, are told once, at `place`.
    """
    footer = fonts.unprintable("".join(run.text for run in edition.place_and_date))
    texts = tuple(texts_of((edition.course, edition.training)))
    others = set(fonts.unprintable("".join({text.plain for text in texts}))).difference(footer)
    if footer:
        yield _told("the place", footer, place)
    if others:
        yield from _in_texts(texts, others)


def _in_texts(texts: Iterable[Text], unprintable_ones: set[str]) -> Iterator[Diagnostic]:
    for text in texts:
        letters = [letter for letter in dict.fromkeys(text.plain) if letter in unprintable_ones]
        if letters:
            yield _told("this text", letters, text.position.pointing_at(letters[0]))


def besides(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what is told of a whole paper where the letters are told of in their place."""
    every = tuple(found)
    told = {point for each in every if _is_in_place(each) for point in _points(each)}
    for each in every:
        points = _points(each)
        if not points or _is_in_place(each) or not told.issuperset(points):
            yield each


def named(letters: Iterable[str]) -> str:
    """Name letters, each with its code point: some cannot be seen."""
    return ", ".join(f'"{letter}" (U+{ord(letter):04X})' for letter in letters)


def _told(where: str, letters: Iterable[str], position: Position | None) -> Diagnostic:
    few = list(letters)[:MOST]
    message = f"{NO_FONT} what {where} holds: {named(few)}"
    return Diagnostic(Code.MISSING_GLYPH, message, HINT, position, Severity.WARNING)


def _is_in_place(diagnostic: Diagnostic) -> bool:
    return diagnostic.message.startswith(NO_FONT)


def _points(diagnostic: Diagnostic) -> list[str]:
    """Give the letters that are told of by their code points; of names none are."""
    if diagnostic.code is not Code.MISSING_GLYPH:
        return []
    return CODE_POINT.findall(diagnostic.message)
