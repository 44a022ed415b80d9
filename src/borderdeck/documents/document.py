"""A document of an edition, and the kind that it is of: what a row of the table of kinds holds."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.documents.sheets import PLAIN, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from borderdeck.course.model import Session
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.papers import Paper
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Deck
    from borderdeck.edition.edition import Edition

OWN = "own"
"""What `--only` calls a course's own papers."""

LARGE_PRINT = "-large-print"
"""What a large twin's name ends with."""


class Copies(StrEnum):
    """For whom a paper is printed; `NONE` for what is only used on a screen."""

    PARTICIPANTS = "participants"
    FACILITATORS = "facilitators"
    ONE = "one"
    NONE = "none"


class PacketPlace(IntEnum):
    """Where in the participant's packet a paper stands, in this order."""

    FRONT = 1
    """Before the first session: what is for the whole training."""
    SESSION = 2
    """With the other papers of its session."""
    BACK = 3
    """After the last session: what is filled in at the end, or later."""


class Document(Struct, frozen=True):
    """One file to be: its plan, whose words it holds, and what it is printed on.

    `path` is relative to the edition's folder; `session` is the number of the one session that it
    is of, `sessions` are all whose words it holds. `diagnostics` tell what does not fit. `sheet` is
    for papers alone; a plan function chooses what of it is its kind's own (`landscape`, `halved`),
    the table of kinds adds what the edition says. `large_print` is False for a paper of which a
    large twin makes no sense. `copies` is None where its kind's audience says for whom it is;
    `times` is how often each of them gets one. `packet` is the place in the participant's packet of
    a paper that they keep; what they hand in has none.
    """

    path: str
    plan: Deck | Paper
    session: int | None
    sessions: tuple[Session, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    sheet: Sheet = PLAIN
    large_print: bool = True
    copies: Copies | None = None
    times: int = 1
    packet: PacketPlace | None = None


class Kind(Struct, frozen=True):
    """A row of the table: `name` is what `--only` takes, `noun` what one of them is called.

    `template` is a file under `templates/`, which also says how it is rendered: a `.pptx` takes
    decks, a `.html.j2` papers. What is for the facilitator goes to the folder `facilitator/`; plans
    of what is for participants are made from an edition in which nothing else is left. A kind that
    is `closing` tells of the other files of the edition: it is planned when they have been made,
    and finds them in `Planning.made`. One that is not `in_packet` has nothing in the participants'
    packet, and is not planned for it.
    """

    name: str
    noun: str
    template: str
    audience: Audience
    documents: Callable[[Edition, Planning], Iterator[Document]]
    closing: bool = False
    in_packet: bool = True

    @property
    def is_paper(self) -> bool:
        """Whether its documents are papers; all others are decks."""
        return is_of_paper(self.template)


def is_of_paper(template: str) -> bool:
    """Whether a template is one of papers; all others are of decks."""
    return not template.endswith(".pptx")


class Made(Struct, frozen=True):
    """A file of the edition that has been made; `pages` is None for what has no pages."""

    kind: Kind
    document: Document
    pages: int | None = None

    @property
    def copies(self) -> Copies:
        """For whom it is printed."""
        if self.pages is None:
            return Copies.NONE
        return self.document.copies or _BY_AUDIENCE[self.kind.audience]


_BY_AUDIENCE = {
    Audience.PARTICIPANT: Copies.PARTICIPANTS,
    Audience.FACILITATOR: Copies.FACILITATORS,
}
