"""One document drawn: what comes out, and how papers are drawn, with as little loaded as can be."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.diagnostics import Diagnostic
from borderdeck.documents.document import is_of_paper

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from borderdeck.course.edition_file import SlideRatio
    from borderdeck.documents.document import Document
    from borderdeck.documents.papers import Paper
    from borderdeck.render.pdf import PdfEngine
    from borderdeck.workspace import Seen, Workspace


class Rendered(Struct, frozen=True):
    """A document's bytes, and how many slides or pages it has.

    `data` is None where its template is wrong, which `found` then tells; `read` are the files that
    it was drawn with.
    """

    data: bytes | None
    slides: int | None = None
    pages: int | None = None
    found: tuple[Diagnostic, ...] = ()
    read: dict[Path, Seen] = field(default_factory=dict)


class Task(Struct, frozen=True):
    """What another process is given to draw: a document, without the words that it is made from.

    `slides` and `own_template` say which template decks have; `drawings` are of those whose slides
    a paper shows.
    """

    document: Document
    template: str
    slides: SlideRatio
    own_template: Path | None
    drawings: Mapping[str, bytes]

    @property
    def is_paper(self) -> bool:
        """Whether it is one."""
        return is_of_paper(self.template)


class Papers(Struct, dict=True):
    """What draws the papers of a course; it is loaded when it is first needed."""

    workspace: Workspace
    course: Path

    @cached_property
    def engine(self) -> PdfEngine:
        """The engine that draws every paper of this process."""
        from borderdeck.render.pdf import PdfEngine

        return PdfEngine(self.workspace, self.course)

    def render(self, document: Document, template: str, drawings: Mapping[str, bytes]) -> Rendered:
        """Draw a paper by a template; `drawings` are of the decks whose slides it shows."""
        plan, sheet = cast("Paper", document.plan), document.sheet
        with self.workspace.recording() as reads:
            drawn = self.engine.render(plan, template, sheet, drawings)
        if isinstance(drawn, Diagnostic):
            return Rendered(None, found=(drawn,), read=reads.seen)
        return Rendered(drawn.data, None, drawn.pages, drawn.diagnostics, reads.seen)


def task_of(
    document: Document,
    template: str,
    decks: tuple[SlideRatio, Path | None],
    drawings: Mapping[str, bytes],
) -> Task:
    """Make a task of a document; what is not drawn would only have to be copied."""
    return Task(replace(document, sessions=(), diagnostics=()), template, *decks, drawings)
