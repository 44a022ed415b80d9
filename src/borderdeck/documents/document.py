"""A document of an edition, and the kind that it is of: what a row of the table of kinds holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderdeck.documents.sheets import PLAIN, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from borderdeck.course.model import Audience, Session
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.papers import Paper
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Deck
    from borderdeck.edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be: its plan, whose words it holds, and what it is printed on.

    `path` is relative to the edition's folder; `session` is the number of the one session that it
    is of, `sessions` are all whose words it holds. `diagnostics` tell what does not fit. `sheet` is
    for papers alone; a plan function chooses what of it is its kind's own (`landscape`, `halved`),
    the table of kinds adds what the edition says. `large_print` is False for a paper of which a
    large twin makes no sense.
    """

    path: str
    plan: Deck | Paper
    session: int | None
    sessions: tuple[Session, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    sheet: Sheet = PLAIN
    large_print: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: `name` is what `--only` takes, `noun` what one of them is called.

    `template` is a file under `templates/`, which also says how it is rendered: a `.pptx` takes
    decks, a `.html.j2` papers. What is for the facilitator goes to the folder `facilitator/`; plans
    of what is for participants are made from an edition in which nothing else is left.
    """

    name: str
    noun: str
    template: str
    audience: Audience
    documents: Callable[[Edition, Planning], Iterator[Document]]
