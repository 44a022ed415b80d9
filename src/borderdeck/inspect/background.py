"""What a text stands on: its own fill, and whatever is painted beneath its box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.inspect.paint import CLEAR, UNKNOWN, either, fill_in, over
from borderdeck.inspect.xml import first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.deck import Sheet
    from borderdeck.inspect.frames import Frame
    from borderdeck.inspect.paint import Paint, Palette
    from borderdeck.inspect.shapes import Shape
    from borderdeck.inspect.text import Text

WHOLE = 0.95
"""The share of a box that has to be covered for its words to stand on what covers it."""

TOUCHED = 0.2
"""The share of a box from which on some of its words may stand on what covers that."""

UPRIGHT = frozenset({"rect", "roundRect", "round1Rect", "round2SameRect", "flowChartProcess"})
"""The outlines that fill their frame, but for a corner."""

UNSEEN = frozenset({"pic", "graphicFrame", "contentPart"})
"""What is shown as it is, in colours that are not looked for."""


class Layer(Struct, frozen=True):
    """A shape as it is painted: its frame, its colours if any, whether it fills its frame."""

    shape: Shape
    frame: Frame
    paint: Paint
    full: bool


class Backdrop(Struct, frozen=True):
    """All that a sheet shows, from the lowest layer up, on its background."""

    sheet: Sheet
    layers: tuple[Layer, ...]

    def under(self, text: Text) -> Paint:
        """Give the colours that a text may stand on."""
        below = self._below(text.shape)
        own = fill_of(text.shape, self.sheet.palette)
        if text.cell is not None:
            own = text.cell.paint(self.sheet.palette)
        return over(own, below)

    def _below(self, shape: Shape) -> Paint:
        seen = self.sheet.ground
        for layer in self.layers:
            if layer.shape is shape:
                break
            seen = _added(layer, shape.frame, seen)
        return seen


def backdrop(sheet: Sheet) -> Backdrop:
    """Read what a sheet paints; what stands on it is painted later, and not part of it."""
    return Backdrop(sheet, tuple(_layers(sheet)))


def fill_of(shape: Shape, palette: Palette) -> Paint:
    """Give the colours of a shape's fill: its own, inherited, its group's, or its style's."""
    fills = (fill_in(first(each.element, "p:spPr")) for each in shape.chain)
    fill = next((each for each in fills if each is not None), None)
    if fill is not None and fill.tag.endswith("}grpFill"):
        return _group_fill(shape.group, palette)
    if fill is not None:
        return palette.paint(fill)
    return palette.referred(first(shape.element, "p:style/a:fillRef"))


def _group_fill(group: Shape | None, palette: Palette) -> Paint:
    while group is not None:
        fill: Element | None = fill_in(first(group.element, "p:grpSpPr"))
        if fill is None:
            return CLEAR
        if not fill.tag.endswith("}grpFill"):
            return palette.paint(fill)
        group = group.group
    return CLEAR


def _layers(sheet: Sheet) -> Iterator[Layer]:
    for each in (*sheet.beneath, sheet):
        for shape in each.shown:
            if shape.frame is not None:
                paint = _shape_paint(shape, each.palette)
                yield Layer(shape, shape.frame, paint, full=_full(shape))


def _shape_paint(shape: Shape, palette: Palette) -> Paint:
    if shape.kind in UNSEEN:
        return UNKNOWN
    return fill_of(shape, palette) if shape.kind == "sp" else CLEAR


def _full(shape: Shape) -> bool:
    for each in shape.chain:
        outline = first(each.element, "p:spPr/a:prstGeom")
        if outline is not None:
            return outline.get("prst") in UPRIGHT
        if first(each.element, "p:spPr/a:custGeom") is not None:
            return False
    return True


def _added(layer: Layer, box: Frame | None, seen: Paint) -> Paint:
    """Put a layer onto what is seen of a box so far."""
    covered = 0.0 if box is None else layer.frame.covering(box)
    if covered < TOUCHED or not layer.paint:
        return seen
    painted = over(layer.paint, seen)
    return painted if covered >= WHOLE and layer.full else either(painted, seen)
