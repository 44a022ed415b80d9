"""What can be read from the last row: contrast and size of every text that is shown.

Text inside charts, diagrams and pictures is not looked at.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.diagnostics import Severity
from borderdeck.inspect.background import backdrop
from borderdeck.inspect.colours import contrast
from borderdeck.inspect.findings import Finding
from borderdeck.inspect.shapes import FEET
from borderdeck.inspect.text import texts
from borderdeck.inspect.xml import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.inspect.colours import Colour
    from borderdeck.inspect.deck import Deck, Sheet
    from borderdeck.inspect.paint import Paint
    from borderdeck.inspect.shapes import Shape
    from borderdeck.inspect.text import Piece

LEAST_CONTRAST = 4.5
"""The least contrast of text, at any size (WCAG 2.2, success criterion 1.4.3, for small text)."""

BODY, FOOT = 18.0, 12.0
"""The smallest text of a body, and at the foot or in a layout's own words, in points."""

ROUNDING = 0.05
"""What a stored shrinking may take off a size by rounding, in points."""


OF_FEET = ", in View > Slide Master: best in the template itself, if the deck is made with your own"
"""Where a foot has its colour from."""

Pair = tuple["Colour", "Colour"]


class Judgement(Struct, frozen=True):
    """A text's colours on those that it may stand on; `unknown` where one of them is not known.

    `foot` is the kind of its placeholder, where that is one of a slide's foot.
    """

    words: str
    pairs: tuple[Pair, ...]
    unknown: bool
    foot: str

    @property
    def best(self) -> float:
        """The contrast of the pair that is read best."""
        return max((contrast(*pair) for pair in self.pairs), default=0.0)

    @property
    def worst(self) -> float:
        """The contrast of the pair that is read worst."""
        return min((contrast(*pair) for pair in self.pairs), default=0.0)

    @property
    def low(self) -> bool:
        """Whether it is too alike whatever is seen beneath."""
        return not self.unknown and self.best < LEAST_CONTRAST

    @property
    def unsure(self) -> bool:
        """Whether it depends on what is seen beneath."""
        return not self.low and (self.unknown or self.worst < LEAST_CONTRAST)


def low_contrast(deck: Deck) -> Iterator[Finding]:
    """Find text that is too like its background, whatever of that is seen.

    The colours of a foot, which come from the template, are told once.
    """
    feet: set[tuple[str, Pair]] = set()
    for sheet in deck.sheets:
        for judged in _judged(sheet):
            if judged.low:
                pair = max(judged.pairs, key=lambda pair: contrast(*pair))
                if (judged.foot, pair) not in feet:
                    yield _low(sheet, judged, pair)
                if judged.foot:
                    feet.add((judged.foot, pair))


def _low(sheet: Sheet, judged: Judgement, pair: Pair) -> Finding:
    text, ground = pair
    words = f"{shortened(judged.words)} is hard to read{_further(judged)}"
    low = f"{text.hex} on {ground.hex} has a contrast of {_down(judged.best)}"
    where = OF_FEET if judged.foot else _where(sheet)
    hint = f"choose a darker or lighter colour in Home > Font Color{where}"
    return Finding(sheet.place, f"{words}: {low}, and needs {LEAST_CONTRAST}", hint)


def _further(judged: Judgement) -> str:
    return ", here and wherever it is at the foot" if judged.foot else ""


def unknown_contrast(deck: Deck) -> Iterator[Finding]:
    """Find text whose contrast depends on what is not known: a picture, a place in a gradient."""
    for sheet in deck.sheets:
        for judged in _judged(sheet):
            if judged.unsure:
                yield Finding(
                    sheet.place,
                    f"whether {shortened(judged.words)} can be read depends on what is beneath it",
                    f"look at it; if in doubt, give its box a plain fill{_where(sheet)}",
                    Severity.WARNING,
                )


def small_text(deck: Deck) -> Iterator[Finding]:
    """Find text below 18 pt, and below 12 pt at the foot and in a layout's own words."""
    for sheet in deck.sheets:
        for shape, held in groupby(texts(sheet), key=lambda text: text.shape):
            least = FOOT if shape.placeholder in FEET or not sheet.on_slide else BODY
            pieces = (piece for text in held for piece in text.pieces)
            smallest = min(pieces, key=lambda piece: piece.size, default=None)
            if smallest is not None and smallest.size < least - ROUNDING:
                yield Finding(
                    sheet.place,
                    _too_small(smallest, least),
                    f"make it larger, or move some of the text to a next slide{_where(sheet)}",
                )


def _too_small(piece: Piece, least: float) -> str:
    shrunk = " after shrinking to fit its box" if piece.text.scale < 1 else ""
    return f"{shortened(piece.words)} has {piece.size:.3g} pt{shrunk}, and needs {least:g}"


def _judged(sheet: Sheet) -> Iterator[Judgement]:
    """Judge the texts of a sheet: of each shape, the first words in each colour on each ground."""
    behind = backdrop(sheet)
    met: set[tuple[Shape, Paint, Paint]] = set()
    for text in texts(sheet):
        under = behind.under(text)
        for piece in text.pieces:
            pair = (text.shape, piece.paint, under)
            if pair not in met:
                met.add(pair)
                foot = text.shape.placeholder if text.shape.placeholder in FEET else ""
                yield _judgement(piece.words, foot, *pair[1:])


def _judgement(words: str, foot: str, paint: Paint, under: Paint) -> Judgement:
    pairs = [
        (text.over(ground), ground)
        for text in paint
        for ground in under
        if text is not None and ground is not None
    ]
    return Judgement(words, tuple(pairs), None in paint or None in under, foot)


def _where(sheet: Sheet) -> str:
    return "" if sheet.on_slide else ", in View > Slide Master"


def _down(value: float) -> str:
    """Write a contrast so that 4.49 does not look like enough."""
    return f"{math.floor(value * 100) / 100:.2f}"
