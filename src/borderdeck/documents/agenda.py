"""Plan the agenda: days, clock times and sessions; or, without a timetable, a form for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.documents.days import (
    DayHead,
    day_head,
    part_title,
    session_by_id,
    session_title,
    time_words,
)
from borderdeck.documents.document import Document, Kind, PacketPlace
from borderdeck.documents.heads import paper_head
from borderdeck.edition.timetable import PartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.timetable import TimedDay, TimedPart


class AgendaPart(Struct, frozen=True):
    """A part of a day; `time` is empty where it is to be filled in.

    `sections` are the titles of a session's, where only some are taught in this part.
    """

    kind: PartKind
    time: str
    title: Runs
    sections: tuple[Runs, ...] = ()
    lead: str = ""


class AgendaDay(Struct, frozen=True):
    """A day, and when its last part ends; that is empty where it is not known."""

    head: DayHead
    parts: tuple[AgendaPart, ...]
    end: str = ""


class AgendaLabels(Struct, frozen=True):
    """The headings of columns, and the words beside the times; `lead` is empty for no column."""

    time: str
    what: str
    lead: str
    end: str
    facilitators: str


class Agenda(Struct, frozen=True):
    """What happens when. Without a timetable `days` is empty, and `sessions` are a form's.

    `facilitators` are names in a row, empty where none are told.
    """

    head: PaperHead
    labels: AgendaLabels
    facilitators: str
    days: tuple[AgendaDay, ...]
    sessions: tuple[AgendaPart, ...]


def plan_agenda(edition: Edition) -> Agenda:
    """Plan the agenda of an edition."""
    words = edition.words.timetables
    training = edition.training
    days = tuple(_day(edition, day) for day in training.timetable)
    purpose = words.agenda_purpose if days else words.agenda_form_purpose
    led = not days or any(part.lead for day in days for part in day.parts)
    labels = AgendaLabels(
        time=words.time if days else words.day_and_time,
        what=words.session,
        lead=words.lead if led else "",
        end=words.end,
        facilitators=words.facilitators,
    )
    return Agenda(
        head=paper_head(edition, words.agenda, purpose),
        labels=labels,
        facilitators=edition.words.list_separator.join(training.facilitators),
        days=days,
        sessions=() if days else tuple(_sessions(edition)),
    )


def _day(edition: Edition, day: TimedDay) -> AgendaDay:
    parts = tuple(_part(edition, part) for part in day.parts)
    return AgendaDay(day_head(edition, day), parts, time_words(edition, day.parts[-1].end))


def _part(edition: Edition, part: TimedPart) -> AgendaPart:
    sections: tuple[Runs, ...] = ()
    if part.sections:
        titles = {s.id: s.title.runs for s in session_by_id(edition, part.session).sections}
        sections = tuple(runs for name, runs in titles.items() if name in part.sections)
    title = part_title(edition, part)
    return AgendaPart(part.kind, time_words(edition, part.start), title, sections, part.lead)


def _sessions(edition: Edition) -> Iterator[AgendaPart]:
    for session in edition.course.sessions:
        yield AgendaPart(PartKind.SESSION, "", session_title(edition, session))


def _agenda(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    sessions = edition.course.sessions
    if sessions:
        path, plan = "handouts/agenda.pdf", plan_agenda(edition)
        yield Document(path, plan, None, sessions, packet=PacketPlace.FRONT)


AGENDA = Kind("agenda", "agenda", "agenda.html.j2", Audience.PARTICIPANT, _agenda)
