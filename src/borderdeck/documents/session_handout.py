"""Plan the session handouts: what a session sets out to do, its messages, what its slides say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.documents.document import Document, Kind, PacketPlace
from borderdeck.documents.heads import paper_head
from borderdeck.documents.passages import Words
from borderdeck.documents.printed import Press, listing
from borderdeck.documents.session_names import section_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course import model
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.passages import Listing, Passage
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition


class HandoutSlide(Struct, frozen=True):
    """What a slide says; it has no title where its words stand for themselves."""

    title: Runs
    passages: tuple[Passage, ...]


class HandoutSection(Struct, frozen=True):
    """A section of a session; `number` is "7.1"."""

    number: str
    title: Runs
    slides: tuple[HandoutSlide, ...]


class SessionHandout(Struct, frozen=True):
    """A session on paper. The labels are headings; objectives and messages may be missing."""

    head: PaperHead
    objectives_label: str
    objectives: Listing | None
    messages_label: str
    messages: tuple[Runs, ...]
    sections: tuple[HandoutSection, ...]
    notes_label: str


def plan_session_handout(press: Press) -> SessionHandout | None:
    """Plan the handout of a session; None where it would bear nothing but a title."""
    session, words = press.session, press.edition.words
    aims = session.objectives
    objectives = listing(aims.lead, aims.items) if aims else None
    messages = tuple(message.text.runs for message in session.key_messages)
    sections = tuple(_sections(press))
    if not (objectives or messages or sections):
        return None
    return SessionHandout(
        head=paper_head(
            press.edition, session.title.plain, words.session_handouts.purpose, session
        ),
        objectives_label=words.session_handouts.objectives,
        objectives=objectives,
        messages_label=words.key_messages,
        messages=messages,
        sections=sections,
        notes_label=words.session_handouts.notes,
    )


def _handouts(edition: Edition, planning: Planning) -> Iterator[Document]:
    for session in edition.course.sessions:
        press = Press(edition, planning, session, [])
        if (plan := plan_session_handout(press)) is not None:
            yield Document(
                f"handouts/session-{session.number}.pdf",
                plan,
                session.number,
                (session,),
                tuple(press.found),
                packet=PacketPlace.SESSION,
            )


SESSION_HANDOUTS = Kind(
    "session-handouts",
    "session handout",
    "session-handout.html.j2",
    Audience.PARTICIPANT,
    _handouts,
)


def _sections(press: Press) -> Iterator[HandoutSection]:
    for index, section in enumerate(press.session.sections):
        if slides := tuple(_slides(press, section)):
            yield HandoutSection(section_number(press.session, index), section.title.runs, slides)


def _slides(press: Press, section: model.Section) -> Iterator[HandoutSlide]:
    """Give what the slides of a section say; a title with nothing beneath it is a sentence."""
    for slide in press.slides(section):
        title = slide.title.runs if slide.title else ()
        if passages := press.passages(slide.blocks):
            yield HandoutSlide(title, passages)
        elif title and not slide.blocks:
            yield HandoutSlide((), (Words(title),))
