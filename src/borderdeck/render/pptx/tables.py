"""Tables as DrawingML: native ones, in the style that the template has for tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from borderdeck.render.pptx.levels import LINE_HEIGHT
from borderdeck.render.pptx.xml import A, attributes, emu

if TYPE_CHECKING:
    from borderdeck.documents.layouts import LevelStyle
    from borderdeck.documents.slides import Runs, TableContent
    from borderdeck.render.pptx.placeholders import Placeholder
    from borderdeck.render.pptx.text import Hand
    from borderdeck.render.pptx.xml import Element

FLOOR = 18.0
"""The smallest size of text in a cell, in points."""

BANDED = 7
"""How many rows a table has at most without a band on each second one."""

CELL_INSETS = 7.2
"""The empty space above and below a cell's text together, in points: DrawingML's default."""

GUTTER = 14.4
"""The empty space between columns, in points.

A cell's text starts at its column's edge, as the rule above it does; all that DrawingML leaves
empty on both sides by default is on the other.
"""

TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table_graphic(
    table: TableContent, placeholder: Placeholder, style: str | None, hand: Hand
) -> Element:
    """Write a table as wide as its placeholder; `style` is the id of a table style."""
    setting = placeholder.box.style(0)
    widths = _widths(table, placeholder.frame.cx)
    banded = "1" if len(table.rows) > BANDED else None
    properties = A.tblPr(attributes(firstRow="1", bandRow=banded))
    if style is not None:
        properties.append(A.tableStyleId(style))
    grid = A.tblGrid(*(A.gridCol(w=str(width)) for width in widths))
    rows = (_row(cells, setting, hand) for cells in (table.header, *table.rows))
    return A.graphic(A.graphicData({"uri": TABLE_URI}, A.tbl(properties, grid, *rows)))


def table_height(table: TableContent, placeholder: Placeholder) -> int:
    """Give the least height of a table, in EMU: every row grows with its text."""
    return (1 + len(table.rows)) * int(_row_height(placeholder.box.style(0)))


def _widths(table: TableContent, whole: int) -> list[int]:
    """Share the whole width out, in EMU; what is rounded off one column goes to the next."""
    shares = [0.0]
    for width in table.widths:
        shares.append(shares[-1] + width)
    return [round(right * whole) - round(left * whole) for left, right in pairwise(shares)]


def _row(cells: tuple[Runs, ...], setting: LevelStyle, hand: Hand) -> Element:
    return A.tr({"h": _row_height(setting)}, *(_cell(runs, setting, hand) for runs in cells))


def _cell(runs: Runs, setting: LevelStyle, hand: Hand) -> Element:
    """Write a cell: it does not inherit from a placeholder, so size and spacing are its own."""
    size = max(FLOOR, setting.size)
    spacing = A.lnSpc(A.spcPct(val=str(round(setting.line_spacing * 100_000))))
    end = A.endParaRPr(lang=hand.language, sz=str(round(size * 100)))
    paragraph = A.p(A.pPr(spacing), *hand.runs(runs, size), end)
    return A.tc(A.txBody(A.bodyPr(), paragraph), A.tcPr(marL="0", marR=emu(GUTTER)))


def _row_height(setting: LevelStyle) -> str:
    line = max(FLOOR, setting.size) * LINE_HEIGHT * setting.line_spacing
    return emu(line + CELL_INSETS)
