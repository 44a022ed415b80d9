"""What papers to write on are made of: questions with room for an answer, objectives to rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.edition.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition


class Asked(Struct, frozen=True):
    """A question, and how it is answered: choices to tick, lines to write on, or both.

    `hint` says how many choices may be ticked, `more` what the lines are for; both may be empty.
    `number` is None where questions are not counted.
    """

    text: Runs
    choices: tuple[Runs, ...] = ()
    lines: int = 0
    number: int | None = None
    hint: str = ""
    more: str = ""


class Rated(Struct, frozen=True):
    """What is rated of one session; `label` is "Session 3"."""

    number: int
    label: str
    statements: tuple[Runs, ...]


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


def objectives_of(edition: Edition) -> tuple[Rated, ...]:
    """Give the objectives of all sessions that have some."""
    return tuple(_objectives(edition))


def _objectives(edition: Edition) -> Iterator[Rated]:
    for session in edition.course.sessions:
        if session.objectives is not None:
            label = edition.words.session.format(number=session.number)
            items = tuple(item.text.runs for item in session.objectives.items)
            yield Rated(session.number, label, items)
