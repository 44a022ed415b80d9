"""The rows of a run sheet for one session: its sections, and what of their slides is timed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.edition_file import OptionalParts
from borderdeck.course.minutes import droppable, shortest, whole
from borderdeck.course.model import Activity, Paragraph, Recap, Section, Slide
from borderdeck.course.text import Run
from borderdeck.documents.days import minutes_words, time_words
from borderdeck.documents.session_names import section_number
from borderdeck.edition.timetable import PartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Session
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition


class Level(StrEnum):
    """How far in a row stands: a part of the day, a section, something timed in it."""

    PART = "part"
    SECTION = "section"
    ITEM = "item"


class RunRow(Struct, frozen=True):
    """A row; `time` and `minutes` are empty where they are not known.

    What begins with the row above it, or is kept at hand, has no time of its own. `remarks` stand
    under the title; `dropped` says what leaving it out saves, or that it is kept at hand.
    """

    level: Level
    title: Runs
    kind: PartKind = PartKind.SESSION
    time: str = ""
    minutes: str = ""
    own_time: bool = True
    number: str = ""
    remarks: tuple[str, ...] = ()
    dropped: str = ""


class Taught(Struct, frozen=True):
    """A session, or some of its sections, as they are taught in one part of a day.

    `named` are the ids of these sections, empty for all.
    """

    edition: Edition
    session: Session
    named: tuple[str, ...] = ()

    @property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """The sections with their numbers, in the outline's order."""
        every = enumerate(self.session.sections)
        return tuple(
            (section_number(self.session, index), section)
            for index, section in every
            if not self.named or section.id in self.named
        )

    @property
    def minutes(self) -> int | None:
        """How long these sections take by the outline; None where it does not say."""
        lengths = [
            self.length(section) for _, section in self.sections if not self.at_hand(section)
        ]
        known = [length for length in lengths if length is not None]
        return sum(known) if known and len(known) == len(lengths) else None

    @property
    def droppable(self) -> int:
        """The minutes of what can be dropped, as far as they are known."""
        return sum(self._droppable(section) for _, section in self.sections)

    def _droppable(self, section: Section) -> int:
        if section.optional:
            return 0 if self.at_hand(section) else whole(section) or 0
        shown = self.edition.optional is OptionalParts.SHOWN
        return droppable(section) if shown else 0

    def length(self, part: Section | Slide) -> int | None:
        """How long a part takes by the outline, as this edition teaches it."""
        return whole(part) if self.edition.optional is OptionalParts.SHOWN else shortest(part)

    def at_hand(self, part: Section | Slide) -> bool:
        """Whether a part is not taught, but kept at hand."""
        hidden = self.edition.optional is OptionalParts.HIDDEN
        return hidden and part.optional and part.id not in self.named


class _When(Struct, frozen=True):
    """When something begins, in minutes since midnight; `with_above`: with the row above it."""

    start: int | None
    with_above: bool = True

    def after(self, length: int | None) -> _When:
        """Give when what follows begins."""
        known = None if self.start is None or length is None else self.start + length
        return _When(known, with_above=False)


def rows_of(taught: Taught, start: int | None) -> Iterator[RunRow]:
    """Give the rows of a session; `start` is in minutes since midnight, None for no times."""
    when = _When(start)
    for number, section in taught.sections:
        yield replace(_row(taught, section, Level.SECTION, when), number=number)
        if not taught.at_hand(section):
            yield from _slides(taught, section, when.start)
            when = when.after(taught.length(section))


def _slides(taught: Taught, section: Section, start: int | None) -> Iterator[RunRow]:
    when = _When(start)
    for slide in section.slides:
        if _is_worth_a_row(slide):
            yield _row(taught, slide, Level.ITEM, when)
        if not taught.at_hand(slide):
            when = when.after(taught.length(slide))


def _is_worth_a_row(slide: Slide) -> bool:
    timed = any(block.minutes for block in slide.blocks)
    things = any(isinstance(block, Activity) and block.materials for block in slide.blocks)
    return bool(slide.minutes or timed or things or slide.optional)


def _row(taught: Taught, part: Section | Slide, level: Level, when: _When) -> RunRow:
    own_time = not when.with_above and not taught.at_hand(part)
    return RunRow(
        level=level,
        title=part.title.runs if part.title else _first_words(taught.edition, part),
        time=time_words(taught.edition, when.start) if own_time else "",
        own_time=own_time,
        minutes=_minutes(taught, part),
        remarks=tuple(_remarks(taught.edition, part)),
        dropped=_if_dropped(taught, part),
    )


def _first_words(edition: Edition, part: Section | Slide) -> Runs:
    """Name a slide without a title, which has a recap or a paragraph."""
    for block in part.blocks if isinstance(part, Slide) else ():
        if isinstance(block, Recap):
            return (Run(edition.words.key_messages),)
        if isinstance(block, Paragraph):
            return block.paragraph.runs
    return ()


def _minutes(taught: Taught, part: Section | Slide) -> str:
    if (length := whole(part) if taught.at_hand(part) else taught.length(part)) is not None:
        return str(length)
    least = sum(block.minutes or 0 for block in part.blocks) if isinstance(part, Slide) else 0
    return taught.edition.words.timetables.at_least.format(count=least) if least else ""


def _remarks(edition: Edition, part: Section | Slide) -> Iterator[str]:
    words = edition.words
    for block in part.blocks if isinstance(part, Slide) else ():
        if isinstance(block, Activity) and block.group_size:
            yield words.group_size.format(count=block.group_size)
        if isinstance(block, Activity) and block.materials:
            things = words.list_separator.join(thing.plain for thing in block.materials)
            yield words.timetables.materials.format(things=things)


def _if_dropped(taught: Taught, part: Section | Slide) -> str:
    words = taught.edition.words.timetables
    if taught.at_hand(part):
        return words.at_hand
    if not part.optional:
        return ""
    if (saved := whole(part)) is None:
        return words.droppable
    return words.saves.format(minutes=minutes_words(taught.edition, saved))
