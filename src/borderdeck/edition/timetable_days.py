"""Whether the days of a timetable are in order, and what happens on them ends in time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from borderdeck.course.clock import DAY, clock, in_minutes
from borderdeck.course.timetable import SessionPart
from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from borderdeck.course.keys import ClockTime, DateRange
    from borderdeck.course.timetable import Day
    from borderdeck.diagnostics import Position

Lengths = list[int | None]
"""The minutes of each part of a day, None where nobody has said."""


def dates_of(
    days: tuple[Day, ...], dates: DateRange | None, found: list[Diagnostic]
) -> list[date | None]:
    """Give each day its date: its own, or else the one that is as far from the first day."""
    given: list[date | None] = []
    for nth, day in enumerate(days):
        own = _date(day, nth, dates)
        found.extend(_out_of_order(day, own, [d for d in given if d is not None]))
        found.extend(_outside(day, own, dates))
        given.append(own)
    return given


def _date(day: Day, nth: int, dates: DateRange | None) -> date | None:
    if day.date:
        return day.date.date
    return dates.first + timedelta(days=nth) if dates else None


def _out_of_order(day: Day, own: date | None, before: list[date]) -> Iterator[Diagnostic]:
    if own is None or not before or own > max(before):
        return
    message = f"this day ({own}) does not come after the one before it ({before[-1]})"
    if own in before:
        message = f"another day has the date {own}"
    hint = "put the days in order, each with a date of its own"
    yield Diagnostic(Code.BAD_VALUE, message, hint, _date_place(day))


def _outside(day: Day, own: date | None, dates: DateRange | None) -> Iterator[Diagnostic]:
    if own is None or dates is None or dates.first <= own <= dates.last:
        return
    span = f"{dates.first}..{dates.last}" if dates.last > dates.first else f"{dates.first}"
    hint = "correct its date, or the `date` of the training"
    if day.date is None:
        hint = "remove a day, or correct the `date` of the training"
    message = f"this day ({own}) is not among those of the training ({span})"
    yield Diagnostic(Code.BAD_VALUE, message, hint, _date_place(day))


def _date_place(day: Day) -> Position:
    return day.date.position if day.date else day.position


def check_clock(day: Day, lengths: Lengths) -> Iterator[Diagnostic]:
    """Tell of what runs past midnight, or past the end of its day, or stops before it."""
    faults = [*_ends_too_early(day), *_past_midnight(day, lengths)]
    yield from faults
    if day.end and not faults:
        yield from _past_or_short_of(day.end, day.start, lengths)


def _ends_too_early(day: Day) -> Iterator[Diagnostic]:
    if day.end and day.end.minutes <= day.start.minutes:
        yield Diagnostic(
            Code.BAD_VALUE,
            f"this day begins at {clock(day.start.minutes)} and ends at {clock(day.end.minutes)}",
            "write a later time: a day is over by midnight",
            day.end.position,
        )


def _past_midnight(day: Day, lengths: Lengths) -> Iterator[Diagnostic]:
    now = day.start.minutes
    for part, length in zip(day.parts, lengths, strict=True):
        now += length or 0
        if now > DAY:
            place = part.session if isinstance(part, SessionPart) else part.title
            message = f"this part ends {in_minutes(now - DAY)} past midnight"
            hint = "check the minutes of this day's parts, or begin a new day"
            yield Diagnostic(Code.BAD_VALUE, message, hint, place.position)
            return


def _past_or_short_of(end: ClockTime, start: ClockTime, lengths: Lengths) -> Iterator[Diagnostic]:
    known = sum(length or 0 for length in lengths)
    over = start.minutes + known - end.minutes
    at = clock((start.minutes + known) % DAY)
    if over > 0:
        already = " already" if None in lengths else ""
        message = f"the parts of this day take until {at}{already}, {in_minutes(over)} past its end"
        hint = "make one of them shorter, or write a later end"
        yield Diagnostic(Code.DAY_TOO_LONG, message, hint, end.position, Severity.WARNING)
    elif over < 0 and None not in lengths:
        message = f"the parts of this day take until {at}, {in_minutes(-over)} before its end"
        hint = f'add a part, make one of them longer, or write "end: {at}"'
        yield Diagnostic(Code.DAY_TOO_SHORT, message, hint, end.position, Severity.WARNING)
