"""Fills: which colours may be seen where something is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.inspect.colours import Colour, colour_in
from borderdeck.inspect.xml import every, first, integer, local, name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from borderdeck.inspect.colours import Scheme

Paint = tuple[Colour | None, ...]
"""The colours that may be seen: several for a gradient; None among them for what is unknown."""

UNKNOWN: Paint = (None,)
CLEAR: Paint = ()
"""Nothing is painted."""

SEVERAL = 24
"""The most colours that are told apart; beyond these it is unknown what is seen."""

FIRST_BACKGROUND = 1001
"""Where a style's `idx` starts to mean a background's fill (ECMA-376 part 1, 20.1.4.2.10)."""

FILLS = frozenset(
    name(f"a:{kind}")
    for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)


def fill_in(holder: Element | None) -> Element | None:
    """Find the fill that an element holds."""
    found = (child for child in holder if child.tag in FILLS) if holder is not None else ()
    return next(iter(found), None)


class Palette(Struct, frozen=True):
    """What a sheet paints with: its colours, and its theme's fills for shapes and backgrounds."""

    scheme: Scheme
    fills: tuple[Element, ...] = ()
    backgrounds: tuple[Element, ...] = ()

    def paint(self, fill: Element, own: Colour | None = None) -> Paint:
        """Give the colours of a fill; `own` is what `phClr` stands for."""
        kind = local(fill)
        if kind == "noFill":
            return CLEAR
        if kind == "solidFill":
            return (self.scheme.read(colour_in(fill), own),)
        stops = {"gradFill": "a:gsLst/a:gs", "pattFill": "*"}.get(kind)
        if stops is None:
            return UNKNOWN
        holders = list(fill) if stops == "*" else every(fill, stops)
        return limited([self.scheme.read(colour_in(holder), own) for holder in holders])

    def referred(self, reference: Element | None) -> Paint:
        """Give the colours of a `fillRef` or a `bgRef`: a theme's fill in a colour of its own."""
        index = integer(reference, "idx")
        backgrounds = index >= FIRST_BACKGROUND
        choice = self.backgrounds if backgrounds else self.fills
        place = index - FIRST_BACKGROUND if backgrounds else index - 1
        if place < 0 or index == FIRST_BACKGROUND - 1:
            return CLEAR
        if place >= len(choice):
            return UNKNOWN
        return self.paint(choice[place], self.scheme.read(colour_in(reference)))

    def background(self, background: Element) -> Paint:
        """Give the colours of a `p:bg`."""
        fill = fill_in(first(background, "p:bgPr"))
        if fill is not None:
            return self.paint(fill)
        return self.referred(first(background, "p:bgRef"))


def limited(colours: Sequence[Colour | None]) -> Paint:
    """Give each distinct colour once; unknown where there are none or too many."""
    distinct = tuple(dict.fromkeys(colours))
    return distinct if 0 < len(distinct) <= SEVERAL else UNKNOWN


def over(top: Paint, under: Paint) -> Paint:
    """Give what may be seen where `top` is painted onto `under`."""
    if not top:
        return under
    return limited([_over(one, other) for one in top for other in under])


def either(one: Paint, other: Paint) -> Paint:
    """Give what may be seen where it is unknown which of two paints is."""
    return limited((*one, *other))


def _over(top: Colour | None, under: Colour | None) -> Colour | None:
    if top is None or top.opaque:
        return top
    return None if under is None else top.over(under)
