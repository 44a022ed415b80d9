"""The timetable of a training: its days, and when each part of them begins."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.edition_file import OptionalParts
from borderdeck.course.minutes import shortest, whole
from borderdeck.course.text import Text, plain_text
from borderdeck.course.timetable import AnyPart, BreakPart, SessionPart
from borderdeck.diagnostics import Code, Diagnostic, Position, Severity
from borderdeck.edition.timetable_days import check_clock, dates_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from borderdeck.course.keys import DateRange
    from borderdeck.course.timetable import Day
    from borderdeck.edition.timetable_references import Outlines


class PartKind(StrEnum):
    """What a part of a day is."""

    SESSION = "session"
    BREAK = "break"
    OTHER = "other"


class TimedPart(Struct, frozen=True):
    """A part of a day.

    `session` is the id of the session that it is of, empty for anything else; `sections` are the
    ids of those that are taught in it, in order, empty for the whole; `again` says that an earlier
    part was of the same session. `title` is that of anything else, empty for a plain break. `start`
    is in minutes since midnight, None where it is not known when the part before it ends.
    """

    kind: PartKind
    title: Text
    session: str
    sections: tuple[str, ...]
    again: bool
    start: int | None
    minutes: int | None
    lead: str

    @property
    def end(self) -> int | None:
        """When it ends, in minutes since midnight."""
        return None if self.start is None or self.minutes is None else self.start + self.minutes


class TimedDay(Struct, frozen=True):
    """A day, counted from 1; `end` is when it has to be over, in minutes since midnight."""

    number: int
    date: date | None
    end: int | None
    parts: tuple[TimedPart, ...]


Timetable = tuple[TimedDay, ...]

NO_TITLE = plain_text("")


def make_timetable(
    days: tuple[Day, ...], dates: DateRange | None, outlines: Outlines
) -> tuple[Timetable, list[Diagnostic]]:
    """Work out when each part begins, and tell what does not add up.

    Every session and section that the days name has to be taught.
    """
    found: list[Diagnostic] = []
    on = dates_of(days, dates, found)
    timed: list[TimedDay] = []
    begun: set[str] = set()
    for number, day in enumerate(days, 1):
        lengths = [_length(part, outlines) for part in day.parts]
        found.extend(_missing_minutes(day, lengths))
        found.extend(check_clock(day, lengths))
        parts = tuple(_timed_parts(day, lengths, begun))
        timed.append(TimedDay(number, on[number - 1], day.end.minutes if day.end else None, parts))
    return tuple(timed), found


def _length(part: AnyPart, outlines: Outlines) -> int | None:
    """Give a part's own minutes, else what its outline says; None where nobody has said."""
    if part.minutes is not None or not isinstance(part, SessionPart):
        return part.minutes
    session = outlines.session(part.session.name)
    assert session is not None  # noqa: S101 - references were checked
    measure = whole if outlines.optional is OptionalParts.SHOWN else shortest
    if not part.sections:
        return measure(session) or None
    sections = {str(section.id): section for section in session.sections}
    lengths = [measure(sections[name.name]) for name in part.sections]
    known = [length for length in lengths if length is not None]
    return sum(known) or None if len(known) == len(lengths) else None


def _missing_minutes(day: Day, lengths: list[int | None]) -> Iterator[Diagnostic]:
    for part, length in zip(day.parts, lengths, strict=True):
        if length is None:
            yield Diagnostic(
                Code.MINUTES_MISSING,
                f"nobody has said how long {_called(part)} takes",
                'add "minutes: …" to this part; until then, the times after it stay empty',
                _place(part),
                Severity.WARNING,
            )


def _called(part: AnyPart) -> str:
    if isinstance(part, SessionPart):
        return f'this part of "{part.session.name}"' if part.sections else f'"{part.session.name}"'
    return f'"{part.title.plain}"' if part.title.plain else "this break"


def _place(part: AnyPart) -> Position:
    return part.session.position if isinstance(part, SessionPart) else part.title.position


def _timed_parts(day: Day, lengths: list[int | None], begun: set[str]) -> Iterator[TimedPart]:
    """Set the clock going; `begun` holds the sessions that have been, and those of this day."""
    now: int | None = day.start.minutes
    for part, length in zip(day.parts, lengths, strict=True):
        yield _timed(part, length, now, begun)
        now = None if now is None or length is None else now + length
        if isinstance(part, SessionPart):
            begun.add(part.session.name)


def _timed(part: AnyPart, length: int | None, start: int | None, begun: set[str]) -> TimedPart:
    named = part if isinstance(part, SessionPart) else None
    return TimedPart(
        kind=_kind(part),
        title=NO_TITLE if isinstance(part, SessionPart) else part.title,
        session=named.session.name if named else "",
        sections=tuple(name.name for name in named.sections or ()) if named else (),
        again=named is not None and named.session.name in begun,
        start=start,
        minutes=length,
        lead=part.lead or "",
    )


def _kind(part: AnyPart) -> PartKind:
    if isinstance(part, SessionPart):
        return PartKind.SESSION
    return PartKind.BREAK if isinstance(part, BreakPart) else PartKind.OTHER
