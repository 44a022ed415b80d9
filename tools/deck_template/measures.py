"""Where things stand on a slide, and in which colours: the figures of `docs/look.md`."""

from __future__ import annotations

from typing import NamedTuple

EMU_PER_INCH = 914400
EMU_PER_POINT = 12700

WIDTH, HEIGHT = 13 + 1 / 3, 7.5
"""The slide, in inches."""

COLOURS = {
    "dk1": "1F2933",  # text
    "lt1": "FFFFFF",  # paper
    "dk2": "16324F",  # ink: titles and bold
    "lt2": "F4EFE6",  # the warm tint
    "accent1": "0B7A75",  # the line, numbers, bullets, rules
    "accent2": "B4431F",  # what needs attention
    "accent3": "45505B",  # footers, captions, sources
    "accent4": "8A5A1C",  # for charts of a facilitator's own, as are the next two
    "accent5": "3D5A80",
    "accent6": "6B4A6E",
    "hlink": "0A5E8C",
    "folHlink": "5B4A72",
}
"""The theme's colours, as RRGGBB, by the names of `a:clrScheme`."""


class Box(NamedTuple):
    """A rectangle on a page, in inches from its upper left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The rectangle in EMU; the one way from this module's figures into the XML."""
        left, top, width, height = (round(inches * EMU_PER_INCH) for inches in self)
        return left, top, width, height


MARGIN = 0.75
EDGE = 1.85
"""Where text starts, on every slide."""

TEXT = WIDTH - MARGIN - EDGE
"""The width of text."""

RAIL = Box(MARGIN, 0.545, 1.05, 0.6)
TITLE = Box(EDGE, 0.62, 10.95, 1.0)
BODY = Box(EDGE, 1.88, TEXT, 4.82)

OPENING = Box(EDGE, 2.05, 9.4, 1.95)
"""The large title of title, divider and closing slides: here the line opens."""

SECTION_TITLE = OPENING._replace(w=TITLE.w)
UNDER_OPENING = Box(EDGE, 4.3, OPENING.w, 1.5)
PLACE_AND_DATE = Box(EDGE, 6.05, OPENING.w, 0.4)
DIVIDER_NUMBER = Box(EDGE - 0.02, 0.44, 5.0, 1.61)

GUTTER = 0.5
COLUMN = (TEXT - GUTTER) / 2
LEFT_TITLE = Box(EDGE, BODY.y, COLUMN, 0.4)
LEFT = Box(EDGE, 2.38, COLUMN, 4.32)
RIGHT_TITLE = Box(EDGE + COLUMN + GUTTER, BODY.y, COLUMN, 0.4)
RIGHT = Box(RIGHT_TITLE.x, LEFT.y, COLUMN, LEFT.h)

QUOTE = Box(EDGE, BODY.y, 9.6, 3.0)
SOURCE = Box(EDGE, 5.1, 9.6, 0.7)
QUESTION = Box(EDGE, 2.45, 9.9, 4.0)
STATEMENT = OPENING

SIDE = Box(WIDTH - MARGIN - 2.8, BODY.y - 0.09, 2.8, BODY.h + 0.09)
INSTRUCTIONS = Box(EDGE, BODY.y, TEXT - SIDE.w - GUTTER, BODY.h)

FIGURE = Box(EDGE, BODY.y, TEXT, 4.15)
CAPTION = Box(EDGE, 6.17, TEXT, 0.53)

FOOT = 6.98
FOOTER = Box(EDGE, FOOT, 6.8, 0.25)
DATE = Box(WIDTH - MARGIN - 3.8, FOOT, 3.8, 0.25)
SLIDE_NUMBER = Box(MARGIN, FOOT, 0.6, 0.25)

LINE_X, LINE_WIDTH = 1.42, 0.03
LINE_ABOVE = Box(LINE_X, 0, LINE_WIDTH, OPENING.y)
LINE_BELOW = Box(LINE_X, OPENING.y + OPENING.h, LINE_WIDTH, HEIGHT - OPENING.y - OPENING.h)

NOTES_WIDTH, NOTES_HEIGHT = 7.5, 10.0
"""The notes page, in inches."""

NOTES_HEADER = Box(0.75, 0.4, 3.6, 0.3)
NOTES_DATE = Box(4.35, 0.4, 2.4, 0.3)
NOTES_SLIDE = Box(0.75, 0.9, 6.0, 3.375)
NOTES_TEXT = Box(0.75, 4.6, 6.0, 4.6)
NOTES_FOOTER = Box(0.75, 9.4, 4.8, 0.3)
NOTES_NUMBER = Box(5.55, 9.4, 1.2, 0.3)
