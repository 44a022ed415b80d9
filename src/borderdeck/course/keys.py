"""What the classes of the format are written with: their keys, and the types of single values."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - as below
from datetime import date  # noqa: TC003 - the decoder resolves the annotations
from typing import ClassVar, NewType

from msgspec import Struct

from borderdeck.course.text import NOWHERE
from borderdeck.diagnostics import Placed, Position

Identifier = NewType("Identifier", str)
"""A stable name for a thing: lower-case letters, digits and hyphens. Translations hang on it."""

Minutes = NewType("Minutes", int)
"""A duration in whole minutes, from 1 to 1440."""

Count = NewType("Count", int)
"""How many of something: from 1 to 1000."""

CoursePath = NewType("CoursePath", str)
"""A file inside the course folder, relative to it, with forward slashes."""


class DateRange(Struct, frozen=True, kw_only=True):
    """The days of a training: `first` to `last`, both included; `last` is never before `first`."""

    first: date
    last: date


class Reference(Placed, frozen=True, eq=False):
    """The id of a thing that stands elsewhere, and where somebody refers to it."""

    name: str
    position: Position = NOWHERE


class Written(Placed, frozen=True, eq=False):
    """A single value as its own words, and where it is written; nowhere, if it was an option."""

    words: str
    position: Position = NOWHERE

    @property
    def place(self) -> Position | None:
        """The position in a file, None where it is in none."""
        return None if self.position == NOWHERE else self.position


class CalendarDay(Placed, frozen=True, eq=False):
    """A day, and where it is written."""

    date: date
    position: Position = NOWHERE


class ClockTime(Placed, frozen=True, eq=False):
    """A time of day, in whole minutes since midnight, below 1440; and where it is written."""

    minutes: int
    position: Position = NOWHERE


class Mapped(Placed, frozen=True, eq=False, kw_only=True):
    """What is written as a mapping: each field is a key, and the words beneath it are its meaning.

    `derived_fields` are no keys: they are worked out while loading. `written_as` says how a key is
    written where its name is taken in Python.
    """

    derived_fields: ClassVar[frozenset[str]] = frozenset()
    written_as: ClassVar[Mapping[str, str]] = {}

    position: Position = NOWHERE
