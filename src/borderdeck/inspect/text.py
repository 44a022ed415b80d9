"""How a text is set in the end: its size and its colour, as OOXML inherits them.

What a run does not say itself is taken from the first of these that does: the list style of its
shape, of the layout's placeholder, of the master's; the master's text style for that kind of
placeholder; the presentation's defaults (ECMA-376 part 1, 19.3.1.51, 21.1.2.4). Text of a shape
that is no placeholder takes its colour from the shape's style, text in a table from the table's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.inspect.colours import colour_in
from borderdeck.inspect.paint import UNKNOWN, fill_in
from borderdeck.inspect.shapes import FEET, TITLES
from borderdeck.inspect.tables import cells
from borderdeck.inspect.xml import every, first, integer, name, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.deck import Sheet
    from borderdeck.inspect.paint import Paint
    from borderdeck.inspect.shapes import Shape
    from borderdeck.inspect.tables import Cell

DEFAULT_SIZE = 1800
"""The size where nothing says one, in hundredths of a point (ECMA-376 part 1, 21.1.2.3.2)."""

DEEPEST = 8

COLOURED = frozenset({name("a:fontRef"), name("a:tcTxStyle")})
"""Styles that give a colour alone."""

PIECES = frozenset({name("a:r"), name("a:fld")})


class Text(Struct, frozen=True):
    """A shape's or a cell's text; `styles` are what its paragraphs inherit, the nearest first."""

    sheet: Sheet
    shape: Shape
    body: Element
    styles: tuple[Element, ...]
    cell: Cell | None = None

    @property
    def pieces(self) -> Iterator[Piece]:
        """The runs and fields that show words."""
        for paragraph in every(self.body, "a:p"):
            level = min(DEEPEST, max(0, integer(first(paragraph, "a:pPr"), "lvl")))
            pieces = [each for each in paragraph if each.tag in PIECES]
            shown = [each for each in pieces if _shown(each)]
            inherited = self._inherited(level) if shown else ()
            yield from (Piece(self, each, _shown(each), inherited) for each in shown)

    @property
    def scale(self) -> float:
        """What the stored shrinking makes of its sizes, a factor."""
        bodies = (first(each.element, "p:txBody/a:bodyPr") for each in self.shape.chain)
        for properties in bodies if self.cell is None else ():
            shrinking = first(properties, "a:normAutofit")
            if shrinking is not None:
                return share(shrinking.get("fontScale"))
            if any(first(properties, kind) is not None for kind in ("a:noAutofit", "a:spAutoFit")):
                return 1.0
        return 1.0

    def _inherited(self, level: int) -> tuple[Element, ...]:
        path = f"a:lvl{level + 1}pPr/a:defRPr"
        found = (each if each.tag in COLOURED else first(each, path) for each in self.styles)
        return tuple(each for each in found if each is not None)


class Piece(Struct, frozen=True):
    """A run or a field; `words` are not all blank."""

    text: Text
    element: Element
    words: str
    inherited: tuple[Element, ...]

    @property
    def size(self) -> float:
        """Its size as it is shown, in points."""
        sizes = (integer(each, "sz") for each in self._properties)
        return next(filter(None, sizes), DEFAULT_SIZE) / 100 * self.text.scale

    @property
    def paint(self) -> Paint:
        """The colours that it may be seen in."""
        palette = self.text.sheet.palette
        if self._linked:
            return (palette.scheme.named("hlink"),)
        for each in self._properties:
            fill = fill_in(each)
            if fill is not None:
                return palette.paint(fill) or UNKNOWN
            colour = colour_in(each) if each.tag in COLOURED else None
            if colour is not None:
                return (palette.scheme.read(colour),)
        return (palette.scheme.named("tx1"),)

    @property
    def _properties(self) -> Iterator[Element]:
        own = first(self.element, "a:rPr")
        if own is not None:
            yield own
        yield from self.inherited

    @property
    def _linked(self) -> bool:
        """Whether it is shown in the theme's colour for links, whatever else is said."""
        link = first(self.element, "a:rPr/a:hlinkClick")
        own = first(link, "a:extLst/a:ext/ahyp:hlinkClr")
        return link is not None and (own is None or own.get("val") != "tx")


def texts(sheet: Sheet) -> Iterator[Text]:
    """Give the texts that a sheet shows, in reading order."""
    for shape in sheet.shown:
        body = first(shape.element, "p:txBody") if shape.kind == "sp" else None
        if body is not None:
            yield Text(sheet, shape, body, tuple(_styles(sheet, shape)))
        if shape.table is not None:
            yield from _cell_texts(sheet, shape, shape.table)


def _cell_texts(sheet: Sheet, shape: Shape, table: Element) -> Iterator[Text]:
    defaults = () if sheet.defaults is None else (sheet.defaults,)
    for cell in cells(table, sheet.table_styles):
        body = first(cell.element, "a:txBody")
        if body is not None:
            own = every(body, "a:lstStyle")
            yield Text(sheet, shape, body, (*own, *cell.text_styles, *defaults), cell)


def _styles(sheet: Sheet, shape: Shape) -> Iterator[Element]:
    kind = shape.placeholder
    general = sheet.text_style(_style_name(kind))
    reference = first(shape.element, "p:style/a:fontRef")
    lists = (first(each.element, "p:txBody/a:lstStyle") for each in shape.chain)
    ends = (general, sheet.defaults) if kind else (reference, sheet.defaults, general)
    yield from (style for style in (*lists, *ends) if style is not None)


def _style_name(kind: str | None) -> str:
    if kind is None or kind in FEET:
        return "otherStyle"
    return "titleStyle" if kind in TITLES else "bodyStyle"


def _shown(piece: Element) -> str:
    words = first(piece, "a:t")
    return "" if words is None else " ".join((words.text or "").split())
