"""Render documents: the one table from a template's ending to what renders it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

from borderdeck.course.edition_file import SlideRatio
from borderdeck.course.files import refusal
from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.documents.fonts import FALLBACK_NAME, FontBook
from borderdeck.documents.lacking import lacking, substituted
from borderdeck.documents.slides import Deck
from borderdeck.workspace import Once, TooLargeError, Workspace, bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from borderdeck.documents.document import Document, Kind
    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.papers import Paper
    from borderdeck.render.pdf import PdfEngine
    from borderdeck.workspace import Seen

LARGEST = 128 * 2**20
"""The most bytes that a template may have."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's bytes, and how many slides or pages it has.

    `data` is None where its template is wrong, which `found` then tells; `read` are the files that
    it was drawn with.
    """

    data: bytes | None
    slides: int | None = None
    pages: int | None = None
    found: tuple[Diagnostic, ...] = ()
    read: dict[Path, Seen] = field(default_factory=dict)


@dataclass
class Renderers:
    """What renders the documents of one course; each part is loaded when it is first needed."""

    workspace: Workspace
    course: Path
    slides: SlideRatio = SlideRatio.WIDE
    own_template: Path | None = None

    @property
    def deck_template(self) -> DeckTemplate:
        """The template that decks are planned against and rendered with."""
        return self._deck_template()

    @cached_property
    def _deck_template(self) -> Once[DeckTemplate]:
        return Once(self.workspace, self._read_deck_template)

    def _read_deck_template(self) -> DeckTemplate:
        from borderdeck.render.pptx import read_template

        return read_template(self.workspace.read(self.deck_template_path, LARGEST))

    @property
    def deck_template_path(self) -> Path:
        """The file of that template."""
        from borderdeck.documents.deck import DECK_TEMPLATES

        if self.own_template is not None:
            return self.own_template
        return bundled("templates") / DECK_TEMPLATES[self.slides]

    def template_path(self, kind: Kind) -> Path:
        """Give the template that a kind is rendered with: a course's own paper goes before ours."""
        if kind.template.endswith(".pptx"):
            return self.deck_template_path
        own = self.course / "templates" / kind.template
        return own if self.workspace.has(own) else bundled("templates") / kind.template

    @cached_property
    def fonts(self) -> FontBook:
        """The fonts that decks are measured with."""
        return FontBook(bundled("fonts"), self.workspace)

    def template_faults(self) -> Iterator[Diagnostic]:
        """Say why the facilitator's own template cannot be used, if it cannot."""
        from borderdeck.render.pptx import UnreadableTemplateError

        shown = self.workspace.shown(self.deck_template_path)
        try:
            _ = self.deck_template
        except UnreadableTemplateError as error:
            message = f'"{shown}" cannot be the slides\' template: {error}'
            yield Diagnostic(Code.UNREADABLE_TEMPLATE, message, error.hint)
        except (OSError, TooLargeError) as error:
            yield refusal(error, shown, LARGEST).at(None)

    def template_lacks(self, documents: Iterable[Document]) -> Iterator[Diagnostic]:
        """Tell of what the template lacks for these documents, and of fonts that are not known."""
        decks = [d.plan for d in documents if isinstance(d.plan, Deck)]
        if decks and self.own_template is not None:
            yield from lacking(self.deck_template, decks)
        yield from substituted(self.fonts.substituted, FALLBACK_NAME)

    @cached_property
    def pdf_engine(self) -> PdfEngine:
        """The engine that renders every paper of this process."""
        from borderdeck.render.pdf import PdfEngine

        return PdfEngine(self.workspace, self.course)

    def picture(self, name: str) -> bytes:
        """Read a picture of the course."""
        return self.workspace.read_inside(self.course, name)

    def render(self, kind: Kind, document: Document) -> Rendered:
        """Render a document."""
        with self.workspace.recording() as reads:
            rendered = _BY_ENDING[kind.template.partition(".")[2]](self, kind, document)
        return replace(rendered, read=reads.seen)

    def _deck(self, kind: Kind, document: Document) -> Rendered:
        del kind
        from borderdeck.render.pptx import render_deck

        deck = cast("Deck", document.plan)
        return Rendered(render_deck(deck, self.deck_template), slides=len(deck.slides))

    def _paper(self, kind: Kind, document: Document) -> Rendered:
        paper = cast("Paper", document.plan)
        rendered = self.pdf_engine.render(paper, kind.template, document.sheet)
        if isinstance(rendered, Diagnostic):
            return Rendered(None, found=(rendered,))
        return Rendered(rendered.data, pages=rendered.pages, found=rendered.diagnostics)


_BY_ENDING: dict[str, Callable[[Renderers, Kind, Document], Rendered]] = {
    "pptx": Renderers._deck,  # noqa: SLF001 - its own table
    "html.j2": Renderers._paper,  # noqa: SLF001 - its own table
}
