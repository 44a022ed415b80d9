"""Plan the papers of the course's own: all that a template may want to take from the course.

What these types hold is told to facilitators in docs/own-papers.md.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience, Each
from borderdeck.course.own_papers import ENDING
from borderdeck.course.participants.people import Private
from borderdeck.documents.document import OWN, Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.notes import opening_notes, slide_notes
from borderdeck.documents.paragraphs import paragraphs_of
from borderdeck.documents.session_names import section_number
from borderdeck.documents.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import OwnTemplate, Section, Session, Slide
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Paragraphs, Runs
    from borderdeck.edition.edition import Edition


class OwnSlide(Struct, frozen=True):
    """A slide: its title, which may be empty, what stands on it, and the facilitator's notes."""

    title: Runs
    words: Paragraphs
    minutes: int | None
    notes: Paragraphs


class OwnSection(Struct, frozen=True):
    """A section of a session; `number` is "7.1"."""

    number: str
    title: Runs
    minutes: int | None
    slides: tuple[OwnSlide, ...]
    notes: Paragraphs


class OwnSession(Struct, frozen=True):
    """A session; `label` is "Session 3", `lead` what introduces its objectives."""

    number: int
    label: str
    title: Runs
    lead: Runs
    objectives: tuple[Runs, ...]
    messages: tuple[Runs, ...]
    minutes: int | None
    sections: tuple[OwnSection, ...]
    notes: Paragraphs


class OwnPerson(Private, frozen=True):
    """A participant on the list; what nobody has said is empty."""

    name: str
    organisation: str
    role: str
    language: str
    large_print: bool


class OwnPaper(Struct, frozen=True):
    """What a template of the course's own sees; `people` and `notes` are the facilitator's alone.

    `sessions` are all of the edition, or the one that the paper is made for.
    """

    head: PaperHead
    sessions: tuple[OwnSession, ...]
    people: tuple[OwnPerson, ...]


def own_kinds(edition: Edition) -> Iterator[Kind]:
    """Give a kind for each paper of the course's own."""
    for own in edition.course.papers:
        yield Kind(OWN, "own paper", f"{own.name}{ENDING}", own.audience, partial(_documents, own))


def plan_own_paper(edition: Edition, own: OwnTemplate, session: Session | None) -> OwnPaper:
    """Plan a paper for one session, or for the whole course."""
    told = edition.course.sessions if session is None else (session,)
    shows_notes = own.audience is Audience.FACILITATOR
    return OwnPaper(
        head=paper_head(edition, own.title.plain, own.purpose.plain, session),
        sessions=tuple(_session(edition, each, shows_notes) for each in told),
        people=tuple(
            OwnPerson(p.name, p.organisation, p.role, p.language, p.large_print)
            for p in edition.people
        ),
    )


def _documents(own: OwnTemplate, edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    folder = "facilitator/own-" if own.audience is Audience.FACILITATOR else "own/"
    sheet = Sheet(landscape=own.landscape)
    sessions = edition.course.sessions
    if own.each is Each.COURSE:
        plan = plan_own_paper(edition, own, None)
        yield Document(f"{folder}{own.name}.pdf", plan, None, sessions, sheet=sheet)
        return
    for session in sessions:
        path = f"{folder}{own.name}-session-{session.number}.pdf"
        plan = plan_own_paper(edition, own, session)
        yield Document(path, plan, session.number, (session,), sheet=sheet)


def _session(edition: Edition, session: Session, shows_notes: bool) -> OwnSession:
    objectives = session.objectives
    sections = enumerate(session.sections)
    return OwnSession(
        number=session.number,
        label=edition.words.session.format(number=session.number),
        title=session.title.runs,
        lead=objectives.lead.runs if objectives and objectives.lead else (),
        objectives=tuple(item.text.runs for item in objectives.items) if objectives else (),
        messages=tuple(message.text.runs for message in session.key_messages),
        minutes=session.minutes,
        sections=tuple(
            _section(edition, section, section_number(session, index), shows_notes)
            for index, section in sections
        ),
        notes=opening_notes(session, edition.words) if shows_notes else (),
    )


def _section(edition: Edition, section: Section, number: str, shows_notes: bool) -> OwnSection:
    return OwnSection(
        number=number,
        title=section.title.runs,
        minutes=section.minutes,
        slides=tuple(_slide(edition, slide, shows_notes) for slide in section.slides),
        notes=opening_notes(section, edition.words) if shows_notes else (),
    )


def _slide(edition: Edition, slide: Slide, shows_notes: bool) -> OwnSlide:
    shown = (block for block in slide.blocks if block.audience is Audience.PARTICIPANT)
    return OwnSlide(
        title=slide.title.runs if slide.title else (),
        words=tuple(paragraph for block in shown for paragraph in paragraphs_of(block)),
        minutes=slide.minutes,
        notes=slide_notes(slide, edition.words) if shows_notes else (),
    )
