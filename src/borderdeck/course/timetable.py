"""The timetable of a training, as it is written in an edition file."""
# ruff: noqa: TC001, TC003 - the decoder resolves the annotations

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from borderdeck.course.keys import CalendarDay, ClockTime, Mapped, Minutes, Reference
from borderdeck.course.model import Cell
from borderdeck.course.text import Text


class Part(Mapped, frozen=True, eq=False, kw_only=True):
    """What every part of a day may say of itself."""

    tag: ClassVar[str]
    noun: ClassVar[str] = "part"

    minutes: Minutes | None = None
    """How long it takes, in minutes. A session needs them only where its outline has none, or
    others are wanted."""
    lead: str | None = None
    """Who leads it."""


class SessionPart(Part, frozen=True, eq=False, kw_only=True):
    """A session, or some of its sections."""

    tag: ClassVar[str] = "session"
    session: Reference
    """The `id` of the session."""
    sections: tuple[Reference, ...] | None = None
    """The `id`s of the sections that are taught now, where the session is divided; else all."""


class BreakPart(Part, frozen=True, eq=False, kw_only=True):
    """A break."""

    tag: ClassVar[str] = "break"
    written_as: ClassVar[Mapping[str, str]] = {"title": "break"}

    title: Cell
    """What it is called; nothing after the colon for a plain break."""


class TitledPart(Part, frozen=True, eq=False, kw_only=True):
    """Something else, such as an opening."""

    tag: ClassVar[str] = "title"
    title: Text
    """What it is called."""


AnyPart = SessionPart | BreakPart | TitledPart
"""Every kind of part."""


class Day(Mapped, frozen=True, eq=False, kw_only=True):
    """A day of the timetable; its parts follow each other without gaps."""

    date: CalendarDay | None = None
    """Its date, `2026-11-23`; else the first day is the first of `date`, and so on."""
    start: ClockTime
    """When its first part begins, `09:00`."""
    end: ClockTime | None = None
    """When it has to be over; you are told if its parts are not."""
    parts: tuple[AnyPart, ...]
    """Its parts, in order."""
