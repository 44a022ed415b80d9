"""An edition file as it is written: what one training needs to be told, beyond the course."""
# ruff: noqa: TC001 - the decoder resolves the annotations

from __future__ import annotations

from enum import StrEnum

from msgspec import field

from borderdeck.course.keys import Count, DateRange, Mapped, Reference, Written
from borderdeck.course.text import Text
from borderdeck.course.timetable import Day


class OptionalParts(StrEnum):
    """What becomes of the parts that can be left out when time is short."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    LEFT_OUT = "left-out"


class PaperSize(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"


class SlideRatio(StrEnum):
    """Width to height of slides."""

    WIDE = "16:9"
    STANDARD = "4:3"


class EditionFile(Mapped, frozen=True, eq=False, kw_only=True):
    """An edition file: what one training needs to be told."""

    name: str | None = None
    """The folder's name under `output/`; else made of place and date."""
    place: str | None = None
    """What `[PLACE]` stands for."""
    date: DateRange | None = None
    """What `[DATE]` stands for: `2026-11-23..2026-11-27`."""
    language: Written | None = None
    """A region of the course's language, for its dates: `en-US`."""
    sessions: tuple[Reference, ...] | None = None
    """The sessions that are taught; else all."""
    optional: OptionalParts = OptionalParts.SHOWN
    """What becomes of `optional` parts: `shown`, `hidden` (slides that are kept at hand in the
    deck, and not shown), or `left-out`."""
    template: Written | None = None
    """A facilitator's own design: a .pptx or .potx, its path from this file's folder."""
    slides: SlideRatio | None = None
    """The slides' width to height: `16:9`, or `4:3`."""
    paper: PaperSize | None = None
    """The size of papers: `a4`, or `letter`."""
    large_print: Count | None = None
    """How many participants need large print; a large twin is made of each of their papers."""
    greyscale: bool = False
    """Whether papers are without colour."""
    booklet: bool = False
    """Whether the packet also comes as an A5 booklet to fold and stitch, and two pages a side."""
    participants: Written | None = None
    """The participants: a CSV file as Excel saves it, its path from this file's folder."""
    participants_expected: Count | None = None
    """How many participants are expected; copies are counted by it where there is no list."""
    facilitators: tuple[str, ...] = ()
    """Who leads the training, by name."""
    days: tuple[Day, ...] = ()
    """The timetable, day by day."""
    venue: tuple[Text, ...] = ()
    """What else is to be checked where the training takes place."""
    placeholders: dict[Reference, str] = field(default_factory=dict)
    """Values for the course's other placeholders, by name."""
