"""Plan the checklist: materials by session, what slides and papers need, room and venue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.course.text import Run
from borderdeck.course.walk import activities_of
from borderdeck.documents.days import session_title
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.slides import Deck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Session
    from borderdeck.documents.document import Made
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition

TO_WRITE_ON = ("worksheets/", "forms/")
"""The folders of papers that participants fill in."""

ACCESSIBILITY_LINES = 3
OWN_LINES = 4
"""How many lines there are for one's own items."""


class CheckItem(Struct, frozen=True):
    """Something to tick off, with a remark beside it."""

    words: Runs
    remark: str = ""


class CheckGroup(Struct, frozen=True):
    """Items under a heading, and empty lines for more; a group may stand inside another."""

    heading: Runs
    items: tuple[CheckItem, ...] = ()
    groups: tuple[CheckGroup, ...] = ()
    empty_lines: int = 0


class Checklist(Struct, frozen=True):
    """What has to be at hand."""

    head: PaperHead
    groups: tuple[CheckGroup, ...]


def plan_checklist(edition: Edition, made: tuple[Made, ...]) -> Checklist:
    """Plan the checklist of an edition, for the files that have been made."""
    words = edition.words.checklists
    groups = (
        CheckGroup(_plain(words.equipment), tuple(_equipment(edition, made))),
        CheckGroup(_plain(words.materials), groups=tuple(_materials(edition))),
        CheckGroup(_plain(words.files), tuple(_files(edition, made))),
        _venue(edition),
        CheckGroup(_plain(words.own), empty_lines=OWN_LINES),
    )
    kept = tuple(group for group in groups if group.items or group.groups or group.empty_lines)
    return Checklist(paper_head(edition, words.title, words.purpose), kept)


def _plain(words: str) -> Runs:
    return (Run(words),)


def _equipment(edition: Edition, made: tuple[Made, ...]) -> Iterator[CheckItem]:
    """Name what follows from the files of the edition, and nothing else."""
    words = edition.words.checklists
    if any(isinstance(file.document.plan, Deck) for file in made):
        yield CheckItem(_plain(words.computer))
        yield CheckItem(_plain(words.projector.format(ratio=edition.slides)))
    if any(file.copies is not Copies.NONE for file in made):
        yield CheckItem(_plain(words.printer))
    if any(file.document.path.startswith(TO_WRITE_ON) for file in made):
        yield CheckItem(_plain(words.pens))


def _materials(edition: Edition) -> Iterator[CheckGroup]:
    for session in edition.course.sessions:
        items = tuple(dict.fromkeys(_things(edition, session)))
        if items:
            yield CheckGroup(session_title(edition, session), items)


def _things(edition: Edition, session: Session) -> Iterator[CheckItem]:
    for *_, activity in activities_of(session):
        for thing in activity.materials:
            yield CheckItem(thing.runs, _groups(edition, activity.group_size))


def _groups(edition: Edition, size: int | None) -> str:
    """Say for how many groups a thing is needed, as far as that is known."""
    words = edition.words.checklists
    if size is None:
        return ""
    if edition.headcount is None:
        return words.groups_of.format(size=size)
    count = -(-edition.headcount // size)
    pattern = words.group if count == 1 else words.groups
    return pattern.format(groups=count, size=size)


def _files(edition: Edition, made: tuple[Made, ...]) -> Iterator[CheckItem]:
    words = edition.words.checklists
    for file in made:
        if isinstance(file.document.plan, Deck):
            yield CheckItem(_plain(file.document.path))
    papers = [file for file in made if file.copies is not Copies.NONE]
    if papers:
        yield CheckItem(_plain(words.papers.format(count=len(papers))), words.print_list)


def _venue(edition: Edition) -> CheckGroup:
    words = edition.words.checklists
    items = tuple(CheckItem(text.runs) for text in edition.training.venue)
    access = CheckGroup(_plain(words.accessibility), empty_lines=ACCESSIBILITY_LINES)
    return CheckGroup(_plain(words.venue), items, (access,))


def _checklist(edition: Edition, planning: Planning) -> Iterator[Document]:
    plan = plan_checklist(edition, planning.made)
    yield Document("facilitator/checklist.pdf", plan, None, edition.course.sessions)


CHECKLIST = Kind(
    "checklist", "checklist", "checklist.html.j2", Audience.FACILITATOR, _checklist, closing=True
)
