"""The table of kinds: each document of an edition, how it is planned and where it goes.

A new kind of paper is a plan function, a template under `templates/`, and a row in `KINDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderdeck.course.edition_file import SlideRatio
from borderdeck.course.model import Audience, Recap, Session
from borderdeck.documents.deck import plan_deck
from borderdeck.documents.handout import (
    plan_course_handout,
    plan_session_handout,
    with_messages,
)
from borderdeck.documents.worksheet import plan_worksheet
from borderdeck.edition.names import file_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.papers import Paper
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Deck
    from borderdeck.edition.edition import Edition

DECK_TEMPLATES = {SlideRatio.WIDE: "deck.pptx", SlideRatio.STANDARD: "deck-4x3.pptx"}
"""The bundled designs of decks, by their slides' ratio."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be: its plan, and whose words it holds.

    `path` is relative to the edition's folder; `session` is the number of the one session that it
    is of, `sessions` are all whose words it holds. `diagnostics` tell what does not fit.
    """

    path: str
    plan: Deck | Paper
    session: int | None
    sessions: tuple[Session, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: `name` is what `--only` takes, `noun` what one of them is called.

    `template` is a file under `templates/`, which also says how it is rendered: a `.pptx` takes
    decks, a `.html.j2` papers. What is for the facilitator goes to a folder of its own.
    """

    name: str
    noun: str
    template: str
    audience: Audience
    documents: Callable[[Edition, Planning], Iterator[Document]]


def _decks(edition: Edition, planning: Planning) -> Iterator[Document]:
    for session in edition.course.sessions:
        deck, diagnostics = plan_deck(edition, session, planning)
        name = file_name(f"session {session.number} {session.title.plain}")
        told = (session, *_recalled(edition, session))
        yield Document(f"decks/{name}.pptx", deck, session.number, told, diagnostics)


def _recalled(edition: Edition, session: Session) -> Iterator[Session]:
    blocks = (b for section in session.sections for s in section.slides for b in s.blocks)
    ids = {name for block in blocks if isinstance(block, Recap) for name in block.recap}
    yield from (other for other in edition.course.sessions if other.id in ids)


def _handouts(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    sessions = with_messages(edition)
    for session in sessions:
        path = f"handouts/key-messages-session-{session.number}.pdf"
        plan = plan_session_handout(edition, session)
        yield Document(path, plan, session.number, (session,))
    if sessions:
        plan = plan_course_handout(edition)
        yield Document("handouts/key-messages.pdf", plan, None, sessions)


def _worksheets(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    for session in edition.course.sessions:
        if session.worksheet is not None:
            path = f"worksheets/{session.worksheet.id}-worksheet.pdf"
            plan = plan_worksheet(edition, session, session.worksheet)
            yield Document(path, plan, session.number, (session,))


KINDS = (
    Kind("decks", "deck", DECK_TEMPLATES[SlideRatio.WIDE], Audience.PARTICIPANT, _decks),
    Kind("handouts", "handout", "key-messages.html.j2", Audience.PARTICIPANT, _handouts),
    Kind("worksheets", "worksheet", "worksheet.html.j2", Audience.PARTICIPANT, _worksheets),
)
