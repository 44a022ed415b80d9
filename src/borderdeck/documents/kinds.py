"""The table of kinds, and the documents of an edition, each planned.

A new kind of paper is a plan function, a template under `templates/`, and a row in `KINDS`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from borderdeck.course.model import Audience
from borderdeck.documents.action_plan import ACTION_PLANS
from borderdeck.documents.activities import ACTIVITIES
from borderdeck.documents.agenda import AGENDA
from borderdeck.documents.answers import ANSWERS
from borderdeck.documents.badges import BADGES
from borderdeck.documents.cards import CARDS
from borderdeck.documents.certificates import CERTIFICATES
from borderdeck.documents.checklist import CHECKLIST
from borderdeck.documents.deck import DECKS
from borderdeck.documents.document import LARGE_PRINT
from borderdeck.documents.evaluation import EVALUATIONS
from borderdeck.documents.handout import KEY_MESSAGES
from borderdeck.documents.own_paper import NAME as OWN
from borderdeck.documents.own_paper import own_kinds
from borderdeck.documents.packet import packet_kind
from borderdeck.documents.print_list import PRINT_LIST
from borderdeck.documents.questionnaire import QUESTIONNAIRES
from borderdeck.documents.run_sheet import RUN_SHEET
from borderdeck.documents.self_assessment import SELF_ASSESSMENTS
from borderdeck.documents.session_handout import SESSION_HANDOUTS
from borderdeck.documents.sign_in import SIGN_IN
from borderdeck.documents.slides import Deck
from borderdeck.documents.worksheet import WORKSHEETS
from borderdeck.edition.audience import for_participants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from borderdeck.documents.document import Document, Kind
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition

SINGLE = (
    DECKS,
    SESSION_HANDOUTS,
    KEY_MESSAGES,
    ACTIVITIES,
    CARDS,
    WORKSHEETS,
    ACTION_PLANS,
    SELF_ASSESSMENTS,
    QUESTIONNAIRES,
    EVALUATIONS,
    AGENDA,
    RUN_SHEET,
    SIGN_IN,
    ANSWERS,
    CHECKLIST,
    BADGES,
    CERTIFICATES,
    PRINT_LIST,
)
"""The kinds of what stands for itself. `Document.packet` puts a paper into the packet, too."""

KINDS = (*SINGLE, packet_kind(SINGLE))


def documents_of(
    edition: Edition, planning: Planning, names: Collection[str] = (), *, closing: bool = False
) -> Iterator[tuple[Kind, Document]]:
    """Plan the documents of an edition, of the kinds of these names; of all kinds for none.

    Those that tell of the others are planned apart, as `closing`.
    """
    shown = for_participants(edition)
    for kind in _kinds_in(edition, names, closing=closing):
        told = shown if kind.audience is Audience.PARTICIPANT else edition
        for document in kind.documents(told, planning):
            for twin in _twins(document, kind, edition):
                yield kind, twin


def _kinds_in(edition: Edition, names: Collection[str], *, closing: bool) -> Iterator[Kind]:
    """Give the kinds of these names, those of the course's own papers after all others."""
    yield from kinds_named(names, closing=closing)
    if not closing and (not names or OWN in names):
        yield from own_kinds(edition)


def kinds_named(names: Collection[str], *, closing: bool = False) -> Iterator[Kind]:
    """Give the kinds of these names, all for none: those that are planned last, or the others."""
    for kind in KINDS:
        if kind.closing == closing and (not names or kind.name in names):
            yield kind


def _twins(document: Document, kind: Kind, edition: Edition) -> Iterator[Document]:
    """Give a document as the edition prints it, and its large twin where somebody needs one."""
    if isinstance(document.plan, Deck):
        yield document
        return
    printing = edition.printing
    sheet = replace(document.sheet, size=printing.paper, grey=printing.grey)
    yield replace(document, sheet=sheet)
    if printing.large_print and document.large_print and kind.audience is Audience.PARTICIPANT:
        stem, dot, ending = document.path.rpartition(".")
        path = f"{stem}{LARGE_PRINT}{dot}{ending}"
        large = replace(sheet, large_print=True, halved=False)
        yield replace(document, path=path, sheet=large)
