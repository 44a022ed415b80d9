"""Plan the key-messages handouts: one for each session, and one for the whole course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.model import Audience
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.papers import KeyMessagesHandout, SessionMessages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Session
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition


def plan_key_messages(edition: Edition, session: Session) -> KeyMessagesHandout:
    """Plan the handout of one session's key messages."""
    words = edition.words
    title = words.session_key_messages.format(number=session.number)
    head = paper_head(edition, title, words.handouts.purpose, session)
    return KeyMessagesHandout(head, (_messages(edition, session),))


def plan_all_key_messages(edition: Edition) -> KeyMessagesHandout:
    """Plan the handout of all sessions' key messages."""
    head = paper_head(edition, edition.words.key_messages, edition.words.handouts.course_purpose)
    return KeyMessagesHandout(
        head, tuple(_messages(edition, session) for session in with_messages(edition))
    )


def with_messages(edition: Edition) -> tuple[Session, ...]:
    """Give the sessions that have key messages of their own."""
    return tuple(session for session in edition.course.sessions if session.key_messages)


def _handouts(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    sessions = with_messages(edition)
    for session in sessions:
        path = f"handouts/key-messages-session-{session.number}.pdf"
        plan = plan_key_messages(edition, session)
        yield Document(path, plan, session.number, (session,))
    if sessions:
        plan = plan_all_key_messages(edition)
        yield Document("handouts/key-messages.pdf", plan, None, sessions)


KEY_MESSAGES = Kind("handouts", "handout", "key-messages.html.j2", Audience.PARTICIPANT, _handouts)


def _messages(edition: Edition, session: Session) -> SessionMessages:
    return SessionMessages(
        number=session.number,
        label=edition.words.session.format(number=session.number),
        title=session.title.runs,
        messages=tuple(message.text.runs for message in session.key_messages),
    )
