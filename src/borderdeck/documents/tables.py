"""How high a table's rows are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.documents.fit import ROUNDING, height
from borderdeck.documents.slides import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Runs, TableContent

SIDE_INSET = 7.2
"""The empty space left and right in a cell, in points: DrawingML's default, `marL` and `marR`."""

TOP_INSET = 3.6
"""That above and below: `marT` and `marB`."""


def row_heights(table: TableContent, box: TextBox, fonts: FontBook) -> tuple[float, ...]:
    """Give the height of each row beneath the header, in points: that of its highest cell."""
    return tuple(_row_height(row, table.widths, box, fonts) for row in table.rows)


def header_height(table: TableContent, box: TextBox, fonts: FontBook) -> float:
    """Give the height of the header's row, which is bold, in points; 0 where it has no cell."""
    styles = tuple(replace(style, bold=True) for style in box.styles)
    return _row_height(table.header, table.widths, replace(box, styles=styles), fonts)


def table_fits(table: TableContent, box: TextBox, fonts: FontBook) -> bool:
    """Whether the whole table stands inside the box."""
    rows = header_height(table, box, fonts) + sum(row_heights(table, box, fonts))
    return rows <= box.height + ROUNDING


def _row_height(
    cells: Iterable[Runs], widths: tuple[float, ...], box: TextBox, fonts: FontBook
) -> float:
    return max(
        (
            height((Paragraph(cell),), _inside(box, share), fonts) + 2 * TOP_INSET
            for cell, share in zip(cells, widths, strict=True)
        ),
        default=0.0,
    )


def _inside(box: TextBox, share: float) -> TextBox:
    return replace(box, width=box.width * share - 2 * SIDE_INSET)
