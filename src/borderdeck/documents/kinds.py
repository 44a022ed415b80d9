"""The table of kinds, and the documents of an edition, each planned.

ARCHITECTURE.md says what else a new kind takes beside its row in `KINDS`.
"""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.model import Audience
from borderdeck.documents.document import LARGE_PRINT, OWN
from borderdeck.documents.slides import Deck
from borderdeck.edition.audience import for_participants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from borderdeck.documents.document import Document, Kind
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition

KINDS: Mapping[str, str] = {
    "decks": "deck.DECKS",
    "session-handouts": "session_handout.SESSION_HANDOUTS",
    "handouts": "key_messages.KEY_MESSAGES",
    "slide-handouts": "slide_handout.SLIDE_HANDOUTS",
    "activities": "activities.ACTIVITIES",
    "cards": "cards.CARDS",
    "worksheets": "worksheet.WORKSHEETS",
    "action-plan": "action_plan.ACTION_PLANS",
    "self-assessment": "self_assessment.SELF_ASSESSMENTS",
    "questionnaires": "questionnaire.QUESTIONNAIRES",
    "evaluation": "evaluation.EVALUATIONS",
    "agenda": "agenda.AGENDA",
    "run-sheet": "run_sheet.RUN_SHEET",
    "guide": "guide.GUIDE",
    "flipchart": "flipchart.FLIPCHART",
    "sign-in": "sign_in.SIGN_IN",
    "answers": "answers.ANSWERS",
    "checklist": "checklist.CHECKLIST",
    "badges": "badges.BADGES",
    "certificates": "certificates.CERTIFICATES",
    "print-list": "print_list.PRINT_LIST",
    "packet": "packet.PACKET",
}
"""Where each kind's row is, by its name: a module of this room, which is loaded when it is asked
for, and the `Kind` in it."""


def documents_of(
    edition: Edition, planning: Planning, names: Collection[str] = (), *, closing: bool = False
) -> Iterator[tuple[Kind, Document]]:
    """Plan the documents of an edition, of the kinds of these names; of all kinds for none.

    Those that tell of the others are planned apart, as `closing`.
    """
    shown = cache(partial(for_participants, edition))
    for kind in _kinds_in(edition, names, closing=closing):
        told = shown() if kind.audience is Audience.PARTICIPANT else edition
        for document in kind.documents(told, planning):
            for twin in _twins(document, kind, edition):
                yield kind, twin


def _kinds_in(edition: Edition, names: Collection[str], *, closing: bool) -> Iterator[Kind]:
    """Give the kinds of these names, those of the course's own papers after all others."""
    yield from kinds_named(names, closing=closing)
    if not closing and (not names or OWN in names):
        from borderdeck.documents.own_paper import own_kinds

        yield from own_kinds(edition)


def kinds_named(names: Collection[str], *, closing: bool = False) -> Iterator[Kind]:
    """Give the kinds of these names, all for none: those that are planned last, or the others."""
    for name in KINDS:
        if not names or name in names:
            kind = kind_named(name)
            if kind.closing == closing:
                yield kind


def every_kind() -> tuple[Kind, ...]:
    """Give all kinds."""
    return tuple(map(kind_named, KINDS))


def kind_named(name: str) -> Kind:
    """Give the kind of a name."""
    module, _, row = KINDS[name].partition(".")
    found: Kind = getattr(import_module(f"borderdeck.documents.{module}"), row)
    return found


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
