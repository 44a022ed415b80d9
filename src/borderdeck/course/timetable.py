"""The timetable of a training, as it is written in an edition file."""
# ruff: noqa: RUF009 - key() and where() are dataclasses.field() with this format's metadata
# ruff: noqa: TC001 - the decoder resolves the annotations

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from borderdeck.course.keys import CalendarDay, ClockTime, Minutes, Reference, key, where
from borderdeck.course.model import Cell
from borderdeck.course.text import Text
from borderdeck.diagnostics import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What every part of a day may say of itself."""

    tag: ClassVar[str]
    noun: ClassVar[str] = "part"

    minutes: Minutes | None = key(
        "How long it takes, in minutes. A session needs them only where its outline has none, or "
        "others are wanted.",
        None,
    )
    lead: str | None = key("Who leads it.", None)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPart(Part):
    """A session, or some of its sections."""

    tag: ClassVar[str] = "session"
    session: Reference = key("The `id` of the session.")
    sections: tuple[Reference, ...] | None = key(
        "The `id`s of the sections that are taught now, where the session is divided; else all.",
        None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakPart(Part):
    """A break."""

    tag: ClassVar[str] = "break"
    title: Cell = key(
        "What it is called; nothing after the colon for a plain break.", written="break"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledPart(Part):
    """Something else, such as an opening."""

    tag: ClassVar[str] = "title"
    title: Text = key("What it is called.")


AnyPart = SessionPart | BreakPart | TitledPart
"""Every kind of part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the timetable; its parts follow each other without gaps."""

    date: CalendarDay | None = key(
        "Its date, `2026-11-23`; else the first day is the first of `date`, and so on.", None
    )
    start: ClockTime = key("When its first part begins, `09:00`.")
    end: ClockTime | None = key("When it has to be over; you are told if its parts are not.", None)
    parts: tuple[AnyPart, ...] = key("Its parts, in order.")
    position: Position = where()
