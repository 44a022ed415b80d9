"""What will be printed: frozen plans of papers, every word final.

Any frozen value with a `head` is the plan of a paper; those of one kind alone stand with it.
A paper's Jinja2 template sees its plan as `paper`, and nothing of the course besides.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from borderdeck.documents.slides import Runs


class PaperHead(Struct, frozen=True):
    """What every paper has: the words of its header, footer and metadata.

    `language` is a BCP 47 tag, `direction` `ltr` or `rtl`. `place_and_date` is a run where a
    placeholder is still open, else plain words. On a paper of more than one session,
    `session_label` is empty and `session_number` None. `purpose` says in one line what the paper
    is for. `page_label` holds `{page}` and `{pages}` where the numbers go: "page {page} of
    {pages}". `turn_label` stands at the foot of a front that goes on overleaf, "please turn over";
    it is empty for a paper of which each page stands alone.
    """

    title: str
    course_title: str
    session_label: str
    session_number: int | None
    place_and_date: Runs
    language: str
    direction: str
    purpose: str
    page_label: str
    turn_label: str = ""


class Paper(Protocol):
    """The plan of a paper, of whatever kind."""

    @property
    def head(self) -> PaperHead:
        """What every paper has."""


class SessionMessages(Struct, frozen=True):
    """The key messages of one session; `label` is "Session 3"."""

    number: int
    label: str
    title: Runs
    messages: tuple[Runs, ...]


class KeyMessagesHandout(Struct, frozen=True):
    """The key messages of one session, or of all."""

    head: PaperHead
    sessions: tuple[SessionMessages, ...]


class Field(Struct, frozen=True):
    """A field to type in, on a paper for the screen.

    `name` is unique on its paper, and stays while ids in the course stay: answers are gathered by
    it. `tip` is what a screen reader says of it.
    """

    name: str
    tip: str


class Tick(Struct, frozen=True):
    """A box to tick, on a paper for the screen: one of those for what is `asked`.

    Of those with one name, one alone is ticked; where `several` may be, each has its own. `value`
    is the choice in plain words, `tip` what a screen reader says of the box.
    """

    name: str
    value: str
    tip: str
    asked: str
    several: bool = False


class WritingSpace(Struct, frozen=True):
    """Room for an answer: words before it, lines to write on, a target date beside each line.

    `field` takes the whole answer; where there are target dates, `dated` has a pair of fields for
    each line instead: what, and by when.
    """

    label: Runs
    lines: int
    target_date: bool
    field: Field
    dated: tuple[tuple[Field, Field], ...] = ()


class WorksheetEntry(Struct, frozen=True):
    """A prompt or question with room for its answer; `number` is None where it is not counted.

    `field` is for a prompt, which is completed on its own line.
    """

    text: Runs
    number: int | None
    spaces: tuple[WritingSpace, ...]
    field: Field


class GroupKind(StrEnum):
    """What a part of a worksheet asks for: completions, answers, or nothing."""

    PROMPTS = "prompts"
    QUESTIONS = "questions"
    TEXT = "text"


class WorksheetGroup(Struct, frozen=True):
    """Entries under a heading; heading and lead may be empty."""

    kind: GroupKind
    heading: Runs
    lead: Runs
    entries: tuple[WorksheetEntry, ...]


class ReflectionWorksheet(Struct, frozen=True):
    """A paper for participants to write on and keep.

    The labels stand where its owner fills in a name, a date, and a date for each target.
    """

    head: PaperHead
    name_label: str
    date_label: str
    target_date_label: str
    name: Field
    date: Field
    groups: tuple[WorksheetGroup, ...]
