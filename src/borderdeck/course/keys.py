"""What the classes of the format are written with: their keys, and the types of single values."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from datetime import date  # noqa: TC003 - the decoder resolves the annotations
from typing import Any, NewType

from borderdeck.course.text import NOWHERE

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


def key(meaning: str, default: Any = MISSING) -> Any:
    """Declare a key of the format: its meaning, and its value where it is left out."""
    return field(default=default, metadata={"meaning": meaning})


def where() -> Any:
    """Declare where in its file a mapping stands; it never counts in comparisons."""
    return field(default=NOWHERE, compare=False, repr=False)
