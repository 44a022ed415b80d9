"""What papers to write on are made of: questions with room for an answer, objectives to rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.documents.fields import PART
from borderdeck.edition.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from borderdeck.course.model import Session
    from borderdeck.course.text import Text
    from borderdeck.documents.fields import FieldNamer
    from borderdeck.documents.papers import Field, Tick
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition


class Asked(Struct, frozen=True):
    """A question, and how it is answered: choices to tick, lines to write on, or both.

    `hint` says how many choices may be ticked, `more` what the lines are for; both may be empty.
    `number` is None where questions are not counted. On the screen, `field` takes the place of the
    lines, and `ticks` those of the choices' boxes.
    """

    text: Runs
    field: Field
    choices: tuple[Runs, ...] = ()
    ticks: tuple[Tick, ...] = ()
    lines: int = 0
    number: int | None = None
    hint: str = ""
    more: str = ""


class Statement(Struct, frozen=True):
    """What is rated: of each of `ticks`, which are the boxes of all choices, one."""

    text: Runs
    ticks: tuple[tuple[Tick, ...], ...]


class Rated(Struct, frozen=True):
    """What is rated of one session; `label` is "Session 3"."""

    number: int
    label: str
    statements: tuple[Statement, ...]


class Rating(Struct, frozen=True):
    """How statements are rated: by `choices`, once for each of `times`, a name and its words."""

    fields: FieldNamer
    choices: tuple[str, ...]
    times: tuple[tuple[str, str], ...] = (("", ""),)

    def statement(self, text: Text, name: str) -> Statement:
        """Plan what is rated; its name is its own among those of a paper."""
        fields = self.fields.part(name, text.plain)
        return Statement(
            text.runs, tuple(fields.part(*time).ticks(self.choices) for time in self.times)
        )


class Scale(Struct, frozen=True):
    """Statements to rate in a table: `heading` above it, `asked` over them, a column a choice."""

    heading: str
    asked: str
    choices: tuple[str, ...]
    rated: tuple[Rated, ...]


def days_held(edition: Edition, most: int) -> tuple[date, ...]:
    """Give the days of a training; none where they are not known, or are more than `most`.

    A timetable leaves out the days between on which nothing happens.
    """
    told = tuple(day.date for day in edition.training.timetable if day.date is not None)
    if told:
        return told if len(told) <= most else ()
    days = edition.date
    if days is None or (days.last - days.first).days >= most:
        return ()
    return tuple(days_of(days))


def objectives_of(edition: Edition, rating: Rating) -> tuple[Rated, ...]:
    """Give the objectives of all sessions that have some."""
    labels = edition.words.session
    return tuple(
        Rated(session.number, labels.format(number=session.number), tuple(_aims(session, rating)))
        for session in edition.course.sessions
        if session.objectives is not None
    )


def _aims(session: Session, rating: Rating) -> Iterator[Statement]:
    for number, item in enumerate(session.objectives.items if session.objectives else (), start=1):
        yield rating.statement(item.text, f"{session.id}{PART}{item.id or f'N{number}'}")
