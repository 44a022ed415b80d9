"""What the classes of the format are written with: their keys, and the types of single values."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from datetime import date  # noqa: TC003 - the decoder resolves the annotations
from typing import Any, NewType

from borderdeck.course.text import NOWHERE
from borderdeck.diagnostics import Position  # noqa: TC001 - as above

Identifier = NewType("Identifier", str)
"""A stable name for a thing: lower-case letters, digits and hyphens. Translations hang on it."""

Minutes = NewType("Minutes", int)
"""A duration in whole minutes, from 1 to 1440."""

Count = NewType("Count", int)
"""How many of something: from 1 to 1000."""

CoursePath = NewType("CoursePath", str)
"""A file inside the course folder, relative to it, with forward slashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """The days of a training: `first` to `last`, both included; `last` is never before `first`."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of a thing that stands elsewhere, and where somebody refers to it."""

    name: str
    position: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day, and where it is written."""

    date: date
    position: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, in whole minutes since midnight, below 1440; and where it is written."""

    minutes: int
    position: Position = field(default=NOWHERE, compare=False, repr=False)


def key(meaning: str, default: Any = MISSING, written: str | None = None) -> Any:
    """Declare a key of the format: its meaning, and its value where it is left out.

    `written` is how it is written where Python has another use for the word.
    """
    told = {"meaning": meaning} | ({"written": written} if written else {})
    return field(default=default, metadata=told)


def where() -> Any:
    """Declare where in its file a mapping stands; it never counts in comparisons."""
    return field(default=NOWHERE, compare=False, repr=False)
