"""How a table's whole width is shared out among its columns: by what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.documents.fit import USED_WIDTH
from borderdeck.documents.flow import flow
from borderdeck.documents.tables import SIDE_INSET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderdeck.documents.flow import Flow
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Runs

Widths = tuple[float, ...]


def column_shares(
    header: Sequence[Runs], rows: Sequence[Sequence[Runs]], box: TextBox, fonts: FontBook
) -> Widths:
    """Give each column's share of the width of `box`; they add up to 1.

    Where every cell could stand on one line, columns are as wide as their widest cell asks. Else
    each has room for its longest word, a short one for its longest line, if there is room for that;
    and what is left goes where lines are longest. Where not even the words have room, the longest
    ones give way.
    """
    words, lines = zip(
        *(_column(cells, box, fonts) for cells in zip(header, *rows, strict=True)), strict=True
    )
    return tuple(width / box.width for width in _shared_out(words, lines, box.width))


def _shared_out(words: Widths, lines: Widths, whole: float) -> Widths:
    if sum(lines) <= whole:
        return tuple(width * whole / sum(lines) for width in lines)
    if sum(words) >= whole:
        return _lowered(words, whole)
    least = _least(words, lines, whole)
    longer = [line - width for width, line in zip(least, lines, strict=True)]
    left = whole - sum(least)
    return tuple(
        width + left * more / sum(longer) for width, more in zip(least, longer, strict=True)
    )


def _least(words: Widths, lines: Widths, whole: float) -> Widths:
    """Give what each column has in any case: no line of a short one is broken, if that can be.

    Short is what takes no more than an even share.
    """
    even = whole / len(lines)
    unbroken = tuple(
        line if line <= even else word for word, line in zip(words, lines, strict=True)
    )
    return unbroken if sum(unbroken) < whole else words


def _lowered(widths: Widths, whole: float) -> Widths:
    """Take from the widest until the sum is `whole`: none keeps more than what makes it so."""
    left, most = whole, 0.0
    for taken, width in enumerate(sorted(widths)):
        most = left / (len(widths) - taken)
        if width >= most:
            break
        left -= width
    return tuple(min(width, most) for width in widths)


def _column(cells: Sequence[Runs], box: TextBox, fonts: FontBook) -> tuple[float, float]:
    """Give the width that a column needs for its longest word, and for its longest line."""
    header, *others = cells
    style = box.style(0)
    flows = [
        flow(header, replace(style, bold=True), fonts),
        *(flow(cell, style, fonts) for cell in others),
    ]
    return (
        _with_insets(max(width for cell in flows for width in cell.words())),
        _with_insets(max(width for cell in flows for width in _lines(cell))),
    )


def _lines(cell: Flow) -> Iterator[float]:
    start = 0
    for line in cell.text.split("\n"):
        yield cell.position(start + len(line)) - cell.position(start)
        start += len(line) + 1


def _with_insets(width: float) -> float:
    return width / USED_WIDTH + 2 * SIDE_INSET
