"""Tables: their cells, and what the table's style says of each by where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.inspect.paint import CLEAR, UNKNOWN, fill_in
from borderdeck.inspect.xml import every, first, flag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.paint import Paint, Palette


class Cell(Struct, frozen=True):
    """A cell of a table.

    `regions` are the parts of the table's style that hold for it, the strongest first; None where
    that style is not in the deck.
    """

    element: Element
    regions: tuple[Element, ...] | None
    ground: Element | None = None

    @property
    def text_styles(self) -> tuple[Element, ...]:
        """What the table's style says of its text, the strongest first."""
        found = (every(region, "a:tcTxStyle") for region in self.regions or ())
        return tuple(style for styles in found for style in styles)

    def paint(self, palette: Palette) -> Paint:
        """Give the colours of its fill, its own or the style's."""
        own = fill_in(first(self.element, "a:tcPr"))
        if own is not None:
            return palette.paint(own)
        if self.regions is None:
            return UNKNOWN
        styles = [first(region, "a:tcStyle") for region in self.regions]
        for style in (*styles, self.ground):
            fill = fill_in(first(style, "a:fill"))
            if fill is not None:
                return palette.paint(fill)
            reference = first(style, "a:fillRef")
            if reference is not None:
                return palette.referred(reference)
        return CLEAR


class _Spot(Struct, frozen=True):
    """Where a cell stands, from 0, in a table of so many rows and columns."""

    row: int
    column: int
    rows: int
    columns: int


def cells(table: Element, table_styles: Element | None) -> Iterator[Cell]:
    """Give a table's cells, row by row; what a merged cell covers is left out."""
    options = first(table, "a:tblPr")
    style = _style(options, table_styles)
    rows = [every(row, "a:tc") for row in every(table, "a:tr")]
    for row, elements in enumerate(rows):
        for column, element in enumerate(elements):
            spot = _Spot(row, column, len(rows), len(elements))
            if not (flag(element, "hMerge") or flag(element, "vMerge")):
                yield Cell(element, _regions(style, options, spot), first(style, "a:tblBg"))


def header_cells(table: Element) -> list[Element]:
    """Give the cells of a table's first row that are not covered by another."""
    found = every(first(table, "a:tr"), "a:tc")
    return [cell for cell in found if not flag(cell, "hMerge")]


def _style(options: Element | None, table_styles: Element | None) -> Element | None:
    given = first(options, "a:tableStyleId")
    key = "" if given is None else (given.text or "")
    known = every(table_styles, "a:tblStyle")
    return next((style for style in known if key and style.get("styleId") == key), None)


def _regions(
    style: Element | None, options: Element | None, spot: _Spot
) -> tuple[Element, ...] | None:
    if style is None:
        return None if first(options, "a:tableStyleId") is not None else ()
    found = (first(style, f"a:{region}") for region in _region_names(options, spot))
    return tuple(region for region in found if region is not None)


def _region_names(options: Element | None, spot: _Spot) -> Iterator[str]:
    """Give the regions that a cell is in, the strongest first (ECMA-376 part 1, 20.1.4.2.26)."""
    top = flag(options, "firstRow") is True and spot.row == 0
    bottom = flag(options, "lastRow") is True and spot.row == spot.rows - 1
    start = flag(options, "firstCol") is True and spot.column == 0
    end = flag(options, "lastCol") is True and spot.column == spot.columns - 1
    corners = {"nwCell": top and start, "neCell": top and end, "swCell": bottom and start}
    edges = {"seCell": bottom and end, "firstRow": top, "lastRow": bottom, "firstCol": start}
    inside = {"lastCol": end, **_bands(options, spot)}
    yield from (region for region, holds in {**corners, **edges, **inside}.items() if holds)
    yield "wholeTbl"


def _bands(options: Element | None, spot: _Spot) -> dict[str, bool]:
    row = spot.row - (flag(options, "firstRow") is True)
    column = spot.column - (flag(options, "firstCol") is True)
    rows, columns = flag(options, "bandRow") is True, flag(options, "bandCol") is True
    return {
        f"band{1 + column % 2}V": columns and column >= 0,
        f"band{1 + row % 2}H": rows and row >= 0,
    }
