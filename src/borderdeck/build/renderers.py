"""Render documents: the one table from a template's ending to what renders it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from borderdeck.diagnostics import Diagnostic
from borderdeck.workspace import Workspace, bundled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from borderdeck.documents.kinds import Document, Kind
    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.papers import Paper
    from borderdeck.documents.slides import Deck
    from borderdeck.render.pdf import PdfEngine


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's bytes, and how many slides or pages it has."""

    data: bytes
    slides: int | None = None
    pages: int | None = None


@dataclass
class Renderers:
    """What renders the documents of one course; each part is loaded when it is first needed."""

    workspace: Workspace
    course: Path
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def deck_template(self) -> DeckTemplate:
        """The template that decks are planned against and rendered with."""
        from borderdeck.documents.kinds import DECK_TEMPLATE
        from borderdeck.render.pptx import read_template

        return read_template(self.workspace.read(bundled("templates") / DECK_TEMPLATE))

    @cached_property
    def pdf_engine(self) -> PdfEngine:
        """The engine that renders every paper of this process."""
        from borderdeck.render.pdf import PdfEngine

        return PdfEngine(self.workspace, self.course)

    def picture(self, name: str) -> bytes:
        """Read a picture of the course."""
        return self.workspace.read_inside(self.course, name)

    def render(self, kind: Kind, document: Document) -> Rendered | None:
        """Render a document; None where its template is wrong, which `diagnostics` then tell."""
        return _BY_ENDING[kind.template.partition(".")[2]](self, kind, document)

    def _deck(self, kind: Kind, document: Document) -> Rendered:
        del kind
        from borderdeck.render.pptx import render_deck

        deck = cast("Deck", document.plan)
        return Rendered(render_deck(deck, self.deck_template), slides=len(deck.slides))

    def _paper(self, kind: Kind, document: Document) -> Rendered | None:
        rendered = self.pdf_engine.render(cast("Paper", document.plan), kind.template)
        if isinstance(rendered, Diagnostic):
            self.diagnostics.append(rendered)
            return None
        self.diagnostics.extend(rendered.diagnostics)
        return Rendered(rendered.data, pages=rendered.pages)


_BY_ENDING: dict[str, Callable[[Renderers, Kind, Document], Rendered | None]] = {
    "pptx": Renderers._deck,  # noqa: SLF001 - its own table
    "html.j2": Renderers._paper,  # noqa: SLF001 - its own table
}
