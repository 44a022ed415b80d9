"""What a file was made from, as the manifest tells it: paths, each with its hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.build.places import told
from borderdeck.course import OUTLINE
from borderdeck.course.model import Image
from borderdeck.course.walk import blocks_of
from borderdeck.workspace import absolute

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from borderdeck.course.model import Course, Session
    from borderdeck.documents.document import Document

Sources = tuple[tuple[str, str], ...]
"""Paths relative to the course's folder, or to borderdeck's templates, with their SHA-256."""


class Texts(Struct, frozen=True):
    """The files of the course in `folder`: its texts and pictures.

    `digests` are the hashes of all that was read, by path.
    """

    course: Course
    folder: Path
    digests: Mapping[Path, str]
    _of_sessions: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, document: Document) -> Sources:
        """List those that a document says something of."""
        names = {OUTLINE, *(name for s in document.sessions for name in self._of_session(s))}
        known = ((name, self.digests.get(absolute(self.folder / name))) for name in names)
        return tuple(sorted((name, digest) for name, digest in known if digest))

    def _of_session(self, session: Session) -> tuple[str, ...]:
        if session.id not in self._of_sessions:
            own = self.course.outline.sessions[session.number - 1]
            blocks = (block for *_, block in blocks_of(session))
            pictures = (block.image for block in blocks if isinstance(block, Image))
            self._of_sessions[session.id] = (own, *pictures)
        return self._of_sessions[session.id]


def sources_of(texts: Sources, files: Mapping[str, str | None]) -> Sources:
    """Add what the document was drawn with, by the names of `Places`, as far as it was there."""
    drawn_with = {told(name): digest for name, digest in files.items() if digest}
    return tuple(sorted((dict(texts) | drawn_with).items()))
