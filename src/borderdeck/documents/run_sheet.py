"""Plan the run sheet: the agenda in detail, what can be dropped, room for the real time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.model import Audience
from borderdeck.documents.days import (
    DayHead,
    day_head,
    minutes_words,
    part_title,
    session_by_id,
    session_title,
    time_words,
)
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.run_rows import Level, RunRow, Taught, rows_of
from borderdeck.edition.timetable import PartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.timetable import TimedDay, TimedPart


class RunDay(Struct, frozen=True):
    """A day: `summary` are labels with words, such as when its breaks are. `head` may be None."""

    head: DayHead | None
    summary: tuple[tuple[str, str], ...]
    rows: tuple[RunRow, ...]


class RunLabels(Struct, frozen=True):
    """The headings of columns."""

    planned: str
    real: str
    what: str
    minutes: str
    dropped: str


class RunSheet(Struct, frozen=True):
    """What the facilitator holds in hand. Without a timetable there is one day without a head."""

    head: PaperHead
    labels: RunLabels
    days: tuple[RunDay, ...]


def plan_run_sheet(edition: Edition) -> RunSheet:
    """Plan the run sheet of an edition."""
    words = edition.words.timetables
    days = tuple(_day(edition, day) for day in edition.training.timetable)
    return RunSheet(
        head=paper_head(edition, words.run_sheet, words.run_sheet_purpose),
        labels=RunLabels(words.planned, words.real, words.what, words.minutes, words.if_dropped),
        days=days or (RunDay(None, (), tuple(_every_session(edition))),),
    )


def _every_session(edition: Edition) -> Iterator[RunRow]:
    for session in edition.course.sessions:
        taught = Taught(edition, session)
        length = session.minutes or taught.minutes
        minutes = "" if length is None else str(length)
        yield RunRow(Level.PART, session_title(edition, session), minutes=minutes)
        yield from rows_of(taught, None)


def _day(edition: Edition, day: TimedDay) -> RunDay:
    rows = tuple(row for part in day.parts for row in _part(edition, part))
    return RunDay(day_head(edition, day), tuple(_summary(edition, day)), rows)


def _part(edition: Edition, part: TimedPart) -> Iterator[RunRow]:
    words = edition.words.timetables
    row = RunRow(
        level=Level.PART,
        title=part_title(edition, part),
        kind=part.kind,
        time=time_words(edition, part.start),
        minutes="" if part.minutes is None else str(part.minutes),
        remarks=(words.led_by.format(name=part.lead),) if part.lead else (),
    )
    if part.kind is not PartKind.SESSION:
        yield row
        return
    taught = Taught(edition, session_by_id(edition, part.session), part.sections)
    over = _more_than_planned(taught, part)
    yield replace(row, remarks=(*row.remarks, *_difference(edition, over)))
    yield from rows_of(taught, None if over > 0 else part.start)


def _more_than_planned(taught: Taught, part: TimedPart) -> int:
    """Give how many minutes the outline has beyond those of the part; less than 0 for fewer."""
    if part.minutes is None or taught.minutes is None:
        return 0
    return taught.minutes - part.minutes


def _difference(edition: Edition, over: int) -> Iterator[str]:
    words = edition.words.timetables
    if over:
        pattern = words.over if over > 0 else words.spare
        yield pattern.format(minutes=minutes_words(edition, abs(over)))


def _summary(edition: Edition, day: TimedDay) -> Iterator[tuple[str, str]]:
    words = edition.words.timetables
    breaks = [_break(edition, part) for part in day.parts if part.kind is PartKind.BREAK]
    if breaks:
        yield words.breaks, edition.words.list_separator.join(breaks)
    if droppable := sum(_droppable(edition, part) for part in day.parts):
        yield words.can_be_dropped, minutes_words(edition, droppable)
    end = day.parts[-1].end if day.end is None else day.end
    if end is not None:
        yield words.end, time_words(edition, end)


def _break(edition: Edition, part: TimedPart) -> str:
    words = edition.words.timetables
    title = "".join(run.text for run in part_title(edition, part))
    if part.start is not None:
        title = words.time_and_title.format(time=time_words(edition, part.start), title=title)
    if part.minutes is None:
        return title
    return words.with_minutes.format(what=title, minutes=minutes_words(edition, part.minutes))


def _droppable(edition: Edition, part: TimedPart) -> int:
    if part.kind is not PartKind.SESSION:
        return 0
    return Taught(edition, session_by_id(edition, part.session), part.sections).droppable


def _run_sheet(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    sessions = edition.course.sessions
    if sessions:
        yield Document("facilitator/run-sheet.pdf", plan_run_sheet(edition), None, sessions)


RUN_SHEET = Kind("run-sheet", "run sheet", "run-sheet.html.j2", Audience.FACILITATOR, _run_sheet)
