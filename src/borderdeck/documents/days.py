"""What papers that bear a timetable have in common: days, times, sessions by their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.text import Run
from borderdeck.edition.dates import written_day, written_time
from borderdeck.edition.timetable import PartKind

if TYPE_CHECKING:
    from borderdeck.course.model import Session
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.timetable import TimedDay, TimedPart


class DayHead(Struct, frozen=True):
    """What a day is headed by: its number and "Day 1" in the margin, where it has a date."""

    title: str
    number: int | None = None
    label: str = ""


def day_head(edition: Edition, day: TimedDay) -> DayHead:
    """Head a day by its date, or by its number where it has none."""
    label = edition.words.timetables.day.format(number=day.number)
    if day.date is None:
        return DayHead(label)
    return DayHead(written_day(day.date, edition.language.locale), day.number, label)


def time_words(edition: Edition, minutes: int | None) -> str:
    """Write a time, given in minutes since midnight; nothing where it is not known."""
    return "" if minutes is None else written_time(minutes, edition.language.locale)


def minutes_words(edition: Edition, minutes: int) -> str:
    """Write a duration: "15 min"."""
    return edition.words.minutes.format(count=minutes)


def session_by_id(edition: Edition, name: str) -> Session:
    """Find a session that is taught."""
    return next(session for session in edition.course.sessions if session.id == name)


def part_title(edition: Edition, part: TimedPart) -> Runs:
    """Name a part of a day."""
    if part.kind is PartKind.SESSION:
        title = session_title(edition, session_by_id(edition, part.session))
        return around(edition.words.continued, title) if part.again else title
    return part.title.runs or (Run(edition.words.timetables.plain_break),)


def session_title(edition: Edition, session: Session) -> Runs:
    """Name a session by its number and title."""
    pattern = edition.words.session_and_title.replace("{number}", str(session.number))
    return around(pattern, session.title.runs)


def around(pattern: str, title: Runs) -> Runs:
    """Put a pattern's words around a title, as in "{title} (contd.)"."""
    before, _, after = pattern.partition("{title}")
    return tuple(run for run in (Run(before), *title, Run(after)) if run.text)
