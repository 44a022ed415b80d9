"""How much text fits a box: lines counted with the fonts' own advances.

Checked against LibreOffice by `benchmarks/fit.py`: it sets every font's lines at exactly 1.2 times
the size, times the spacing's percentage, and ignores the first paragraph's space before.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.documents.flow import flow
from borderdeck.documents.fonts import EAST_ASIAN_LINE, FontStyle
from borderdeck.documents.scripts import has_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from borderdeck.documents.flow import Flow
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import LevelStyle, TextBox
    from borderdeck.documents.slides import Paragraph, Paragraphs

LINE_HEIGHT = 1.2
"""The height of a line in LibreOffice, in em, for every font."""

DIGIT = 0.56
"""The width of a digit, in em, or a little more; templates have room for one and its full stop."""

NUMBER_ROOM = 0.97
"""The width of a digit and its full stop, and a gap, in em; not every template has this room."""

USED_WIDTH = 0.99
"""The share of a width that may be filled: programs differ a little in how they space letters."""

ROUNDING = 0.01
"""What lengths may differ by and still be the same, in points."""


class Measured(Struct, frozen=True):
    """A paragraph as it stands in a box: its lines, their height, the space around; points."""

    lines: int
    height: float
    before: float
    after: float


def measure(paragraphs: Iterable[Paragraph], box: TextBox, fonts: FontBook) -> tuple[Measured, ...]:
    """Measure each paragraph on lines a little narrower than the box's."""
    return tuple(_measured(paragraph, box, fonts) for paragraph in paragraphs)


def stacked(measured: Sequence[Measured]) -> float:
    """Give the height of paragraphs beneath each other, in points.

    The space before the first and that after the last do not count.
    """
    gaps = sum(upper.after + lower.before for upper, lower in pairwise(measured))
    return sum(paragraph.height for paragraph in measured) + gaps


def height(paragraphs: Iterable[Paragraph], box: TextBox, fonts: FontBook) -> float:
    """Give the height of paragraphs in a box, in points."""
    return stacked(measure(paragraphs, box, fonts))


def fits(paragraphs: Paragraphs, box: TextBox, fonts: FontBook) -> bool:
    """Whether all of it stands inside the box."""
    return height(paragraphs, box, fonts) <= box.height + ROUNDING


def line_height(paragraph: Paragraph, style: LevelStyle, fonts: FontBook) -> float:
    """Give the height of a line, in points: as LibreOffice or PowerPoint has it, the greater."""
    em = max(LINE_HEIGHT, fonts.twin(style.typeface).line_height)
    if has_east_asian("".join(run.text for run in paragraph.runs)):
        em = max(em, EAST_ASIAN_LINE)
    return em * style.size * style.line_spacing


def line_width(paragraph: Paragraph, box: TextBox) -> float:
    """Give the width of a paragraph's narrowest line in a box, in points.

    A marker hangs before it. Without one, the first line may be wider; that is not counted on.
    """
    style = box.style(paragraph.level)
    return box.width - style.margin_left - hang(paragraph, style) - max(0.0, style.indent)


def hang(paragraph: Paragraph, style: LevelStyle) -> float:
    """Give how much further in an item's words start, in points, in a list with long numbers."""
    further = (paragraph.digits - 1) * DIGIT * style.size
    if paragraph.number is None:
        return further
    return further + max(0.0, NUMBER_ROOM * style.size - max(0.0, -style.indent))


def flow_of(paragraph: Paragraph, box: TextBox, fonts: FontBook) -> Flow:
    """Measure a paragraph's words in the style that the box gives its level.

    A number wider than the room that hangs before the words pushes them in; a bullet never is.
    """
    style = box.style(paragraph.level)
    if paragraph.number is None:
        return flow(paragraph.runs, style, fonts)
    font = FontStyle(style.typeface, style.bold)
    width = fonts.advance(f"{paragraph.number}.", font, style.size)
    room = max(0.0, -style.indent) + hang(paragraph, style)
    return flow(paragraph.runs, style, fonts, pushed=max(0.0, width - room))


@lru_cache(maxsize=4096)
def _measured(paragraph: Paragraph, box: TextBox, fonts: FontBook) -> Measured:
    style = box.style(paragraph.level)
    width = line_width(paragraph, box) * USED_WIDTH
    lines = sum(1 for _ in flow_of(paragraph, box, fonts).lines(width))
    high = lines * line_height(paragraph, style, fonts)
    return Measured(lines, high, style.space_before, style.space_after)
