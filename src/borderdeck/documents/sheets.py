"""What a paper is printed on, and how: its size, large print, shades of grey."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from borderdeck.course.edition_file import PaperSize

MILLIMETRES = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4)}
"""Width and height of each size, upright (ISO 216; ANSI/ASME Y14.1)."""


MILLIMETRE = 72 / 25.4
"""In points."""


class Imposition(StrEnum):
    """How halved pages are laid on whole sheets.

    Sheets of a booklet are laid into each other, folded and stitched; two up, pages are read as
    they lie.
    """

    BOOKLET = "booklet"
    TWO_UP = "2-up"


class Sheet(Struct, frozen=True):
    """A sheet of paper, and what becomes of the words on it.

    `large_print` sets them in 18 pt and more, and lets them flow anew. `grey` leaves out every
    colour, for a printer that has none. `landscape` lays the sheet on its side. `halved` makes
    pages of half its size, two of which stand side by side on it: a booklet's. `imposition` puts
    them there; without it, they are pages of their own. `fillable` is for the screen: fields to
    type in stand where there would be lines to write on.
    """

    size: PaperSize = PaperSize.A4
    large_print: bool = False
    grey: bool = False
    landscape: bool = False
    halved: bool = False
    fillable: bool = False
    imposition: Imposition | None = None

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height of a page."""
        width, height = MILLIMETRES[self.size]
        if self.halved:
            width, height = height / 2, width
        return (height, width) if self.landscape else (width, height)

    @property
    def css_size(self) -> str:
        """Width and height of a page, as CSS has them."""
        width, height = self.millimetres
        return f"{width:g}mm {height:g}mm"

    @property
    def classes(self) -> str:
        """What style sheets tell sheets by, as names in an HTML `class`."""
        marks = ("large_print", "grey", "landscape", "halved", "fillable")
        held = (mark.replace("_", "-") for mark in marks if getattr(self, mark))
        return " ".join((str(self.size), *held))


PLAIN = Sheet()
"""A4, upright, in colour, at the usual size."""
