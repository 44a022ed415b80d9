"""An edition file as it is written: what one training needs to be told, beyond the course."""
# ruff: noqa: RUF009 - key() and where() are dataclasses.field() with this format's metadata
# ruff: noqa: TC001 - the decoder resolves the annotations

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from borderdeck.course.keys import Count, DateRange, Identifier, key, where
from borderdeck.course.text import Text
from borderdeck.course.timetable import Day
from borderdeck.diagnostics import Position


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


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFile:
    """An edition file: what one training needs to be told."""

    name: str | None = key("The folder's name under `output/`; else made of place and date.", None)
    place: str | None = key("What `[PLACE]` stands for.", None)
    date: DateRange | None = key("What `[DATE]` stands for: `2026-11-23..2026-11-27`.", None)
    language: str | None = key("A region of the course's language, for its dates: `en-US`.", None)
    sessions: tuple[Identifier, ...] | None = key("The sessions that are taught; else all.", None)
    optional: OptionalParts = key(
        "What becomes of `optional` parts: `shown`, `hidden` (slides that are kept at hand in the "
        "deck, and not shown), or `left-out`.",
        OptionalParts.SHOWN,
    )
    template: str | None = key(
        "A facilitator's own design: a .pptx or .potx, its path from this file's folder.", None
    )
    slides: SlideRatio | None = key("The slides' width to height: `16:9`, or `4:3`.", None)
    paper: PaperSize | None = key("The size of papers: `a4`, or `letter`.", None)
    large_print: Count | None = key(
        "How many participants need large print; a large twin is made of each of their papers.",
        None,
    )
    greyscale: bool = key("Whether papers are without colour.", False)
    booklet: bool = key(
        "Whether the packet also comes as an A5 booklet to fold and stitch, and two pages a side.",
        False,
    )
    participants: str | None = key(
        "The participants: a CSV file as Excel saves it, its path from this file's folder.", None
    )
    participants_expected: Count | None = key(
        "How many participants are expected; copies are counted by it where there is no list.",
        None,
    )
    facilitators: tuple[str, ...] = key("Who leads the training, by name.", ())
    days: tuple[Day, ...] = key("The timetable, day by day.", ())
    venue: tuple[Text, ...] = key("What else is to be checked where the training takes place.", ())
    placeholders: dict[str, str] = field(
        default_factory=dict,
        metadata={"meaning": "Values for the course's other placeholders, by name."},
    )
    position: Position = where()
