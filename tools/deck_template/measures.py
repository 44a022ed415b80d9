"""Where things stand on a slide, and in which colours: the figures of `docs/look.md`.

Slides come in two ratios of one height. What differs is where upright lines stand; the table of
boxes is one, hung up between those lines, and text has one size in both, but for large titles.
"""

from __future__ import annotations

from typing import NamedTuple

EMU_PER_INCH = 914400
EMU_PER_POINT = 12700

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


class Page(NamedTuple):
    """A ratio of slides: the template's file, and its column in the table of upright lines."""

    file: str
    column: int


class Upright(NamedTuple):
    """An upright line, in inches from the left: on a slide of 16:9, and on one of 4:3."""

    wide: float
    standard: float

    def moved(self, inches: float) -> Upright:
        """Give the line so much further to the right."""
        return Upright(self.wide + inches, self.standard + inches)


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


class Area(NamedTuple):
    """A rectangle between two upright lines, `y` inches from the top and `h` inches high."""

    start: Upright
    end: Upright
    y: float
    h: float

    def on(self, page: Page) -> Box:
        """Give the rectangle as it is on slides of a ratio."""
        x, end = self.start[page.column], self.end[page.column]
        return Box(x, self.y, end - x, self.h)


WIDE = Page("deck.pptx", 0)
STANDARD = Page("deck-4x3.pptx", 1)
PAGES = (WIDE, STANDARD)
"""16:9, and 4:3."""

LEFT = Upright(0, 0)
MARGIN = Upright(0.75, 0.45)
RAIL_END = Upright(1.8, 1.46)
NUMBER_END = MARGIN.moved(0.6)
EDGE = Upright(1.85, 1.5)
"""Where text starts, on every slide."""

LINE = EDGE.moved(-0.43)
RIGHT = Upright(12 + 7 / 12, 9.55)
"""Where text ends, titles excepted."""

TITLE_END = Upright(12.8, 9.7)
OPENING_END = Upright(11.25, 9.55)
QUOTE_END = Upright(11.45, 9.1)
QUESTION_END = Upright(11.75, 9.55)
COLUMN_END = Upright(6 + 29 / 30, 5.325)
COLUMN_START = Upright(7 + 7 / 15, 5.725)
INSTRUCTIONS_END = Upright(9 + 17 / 60, 6.75)
SIDE_START = Upright(9 + 47 / 60, 7.05)
FOOTER_END = Upright(8.65, 6.55)
DATE_START = Upright(8 + 47 / 60, 6.75)
END = Upright(13 + 1 / 3, 10.0)

SLIDE = Area(LEFT, END, 0, 7.5)

BODY_TOP, BODY_BOTTOM = 1.88, 6.7
RAIL = Area(MARGIN, RAIL_END, 0.4, 0.6)
TITLE = Area(EDGE, TITLE_END, 0.515, 1.27)
BODY = Area(EDGE, RIGHT, BODY_TOP, BODY_BOTTOM - BODY_TOP)

OPENING = Area(EDGE, OPENING_END, 1.84, 2.16)
"""The large title of title, divider and closing slides: here the line opens."""

SECTION_TITLE = OPENING._replace(end=TITLE_END)
UNDER_OPENING = Area(EDGE, RIGHT, 4.2, 1.83)
PLACE_AND_DATE = Area(EDGE, RIGHT, 6.2, 0.4)
DIVIDER_NUMBER = Area(EDGE.moved(-0.02), EDGE.moved(4.98), 0.23, 1.61)
STATEMENT = Area(EDGE, OPENING_END, 2.05, BODY_BOTTOM - 2.05)

LEFT_COLUMN = BODY._replace(end=COLUMN_END)
RIGHT_COLUMN = BODY._replace(start=COLUMN_START)

QUOTE = Area(EDGE, QUOTE_END, BODY_TOP, 2.72)
SOURCE = Area(EDGE, QUOTE_END, 4.84, 0.95)
QUESTION = Area(EDGE, QUESTION_END, 2.45, 4.0)

SIDE_INSET = 0.2
INSTRUCTIONS = BODY._replace(end=INSTRUCTIONS_END)
SIDE = Area(SIDE_START, RIGHT, BODY_TOP - 0.09, BODY.h + 0.09)

FIGURE = BODY._replace(h=4.05)
CAPTION = Area(EDGE, RIGHT, 6.06, 0.64)

FOOT = 6.98
FOOTER = Area(EDGE, FOOTER_END, FOOT, 0.42)
DATE = Area(DATE_START, RIGHT, FOOT, 0.42)
SLIDE_NUMBER = Area(MARGIN, NUMBER_END, FOOT, 0.25)

LINE_WIDTH = 0.03
LINE_ABOVE = Area(LINE, LINE.moved(LINE_WIDTH), 0, OPENING.y)
LINE_BELOW = LINE_ABOVE._replace(y=OPENING.y + OPENING.h, h=SLIDE.h - OPENING.y - OPENING.h)

NOTES = Area(LEFT, Upright(7.5, 7.5), 0, 10.0)
"""The notes page, whose ratio is the same whatever the slides' is."""

NOTES_LEFT, NOTES_RIGHT = Upright(0.75, 0.75), Upright(6.75, 6.75)
NOTES_HEADER = Area(NOTES_LEFT, Upright(4.35, 4.35), 0.4, 0.3)
NOTES_DATE = Area(Upright(4.35, 4.35), NOTES_RIGHT, 0.4, 0.3)
NOTES_SLIDE = Area(NOTES_LEFT, Upright(6.75, 5.25), 0.9, 3.375)
NOTES_TEXT = Area(NOTES_LEFT, NOTES_RIGHT, 4.6, 4.6)
NOTES_FOOTER = Area(NOTES_LEFT, Upright(5.55, 5.55), 9.4, 0.3)
NOTES_NUMBER = Area(Upright(5.55, 5.55), NOTES_RIGHT, 9.4, 0.3)
