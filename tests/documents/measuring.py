"""What the tests of measuring share: the bundled fonts, a box, paragraphs from plain words."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.layouts import LevelStyle, TextBox
from borderdeck.documents.slides import Marker, Paragraph
from borderdeck.workspace import bundled

LINE = 24.0
"""The height of a line in `a_box`: Arial at 20 pt."""

STYLE = LevelStyle("Arial", size=20)


@cache
def fonts() -> FontBook:
    """Give the bundled fonts."""
    return FontBook(bundled("fonts"))


def a_box(lines: float = 100, width: float = 300, **style: float) -> TextBox:
    """Make a box that holds so many lines of 20 pt Arial."""
    return TextBox(width, lines * LINE, (replace(STYLE, **style),))


def words(text: str, marker: Marker = Marker.NONE, level: int = 0) -> Paragraph:
    """Make a paragraph of one run."""
    return Paragraph((Run(text),), marker, level)


def lines_of_words(count: int) -> Paragraph:
    """Make a paragraph of so many short lines, each broken by its author."""
    return words("\n".join(["short"] * count))


def plain(paragraphs: tuple[Paragraph, ...]) -> str:
    """Give the words alone."""
    return " ".join("".join(run.text for run in p.runs) for p in paragraphs)
