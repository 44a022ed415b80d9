"""Editions with people, for the tests of papers that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.documents.fonts import FontBook
from borderdeck.documents.kinds import documents_of
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import Choices, make_edition
from borderdeck.workspace import bundled
from tests.support.courses import small_course

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.participants import Person
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.document import Document

Sessions = tuple[tuple[str, str], ...]
"""Names of files and what is in them."""


def documents(
    tmp_path: Path, *people: Person, kind: str, sessions: Sessions = ()
) -> list[Document]:
    """Plan one kind of documents of a small course with further sessions, for these people."""
    course = small_course(tmp_path, **dict(sessions))
    edition, found = make_edition(course, Choices(place="Geneva", people=people))
    assert edition is not None, found
    planning = Planning(_refused, FontBook(bundled("fonts")), lambda _: b"")  # type: ignore[arg-type]  # - never called
    return [document for _, document in documents_of(edition, planning, [kind])]


def told(
    tmp_path: Path, *people: Person, kind: str, sessions: Sessions = ()
) -> tuple[Diagnostic, ...]:
    """Give what is said of one kind of documents."""
    (document,) = documents(tmp_path, *people, kind=kind, sessions=sessions)
    return document.diagnostics


def _refused() -> None:
    raise AssertionError("papers need no template of slides")
