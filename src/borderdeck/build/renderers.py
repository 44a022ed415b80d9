"""Render documents: the one table from a template's ending to what renders it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from msgspec import Struct, field

from borderdeck.build.drawing import Papers, Rendered
from borderdeck.build.slide_drawings import SlideDrawings
from borderdeck.course.edition_file import SlideRatio
from borderdeck.course.files import refusal
from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.documents.fonts import FALLBACK_NAME, FontBook
from borderdeck.documents.lacking import lacking, substituted
from borderdeck.documents.slides import Deck
from borderdeck.workspace import Kept, TooLargeError, Workspace, bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from borderdeck.diagnostics import Position
    from borderdeck.documents.document import Document, Kind
    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.render.drawings import Drawing

LARGEST = 128 * 2**20
"""The most bytes that a template may have."""


class Loaded(Struct, dict=True):
    """What stays loaded from one build of a course to the next one in the same process.

    `templates` are those of decks, by their files; they are read again where those are others.
    """

    workspace: Workspace
    course: Path
    templates: dict[Path, Kept[DeckTemplate]] = field(default_factory=dict)

    @cached_property
    def fonts(self) -> FontBook:
        """The fonts that decks are measured with."""
        return FontBook(bundled("fonts"), self.workspace)

    @cached_property
    def papers(self) -> Papers:
        """What draws every paper of this process."""
        return Papers(self.workspace, self.course)


class Renderers(Struct, dict=True):
    """What renders the documents of one edition; each part is loaded when it is first needed."""

    workspace: Workspace
    course: Path
    slides: SlideRatio = SlideRatio.WIDE
    own_template: Path | None = None
    loaded: Loaded | None = None

    @property
    def deck_template(self) -> DeckTemplate:
        """The template that decks are planned against and rendered with."""
        known, path = self._kept.templates, self.deck_template_path
        if path not in known:
            known[path] = Kept(self.workspace, self._read_deck_template)
        return known[path]()

    @cached_property
    def _kept(self) -> Loaded:
        return self.loaded or Loaded(self.workspace, self.course)

    def _read_deck_template(self) -> DeckTemplate:
        from borderdeck.render.pptx import read_clean_template, read_template

        read = read_clean_template if self.own_template is None else read_template
        return read(self.workspace.read(self.deck_template_path, LARGEST))

    @property
    def deck_template_path(self) -> Path:
        """The file of that template."""
        from borderdeck.documents.deck import DECK_TEMPLATES

        if self.own_template is not None:
            return self.own_template
        return bundled("templates") / DECK_TEMPLATES[self.slides]

    def template_path(self, kind: Kind) -> Path:
        """Give the template that a kind is rendered with: a course's own paper goes before ours."""
        if not kind.is_paper:
            return self.deck_template_path
        own = self.course / "templates" / kind.template
        return own if self.workspace.has(own) else bundled("templates") / kind.template

    @cached_property
    def fonts(self) -> FontBook:
        """The fonts that decks are measured with, and which of them were makeshifts."""
        return self._kept.fonts.anew()

    def template_faults(self, named: Position | None) -> Iterator[Diagnostic]:
        """Say why the facilitator's own template, `named` there, cannot be used, if it cannot."""
        from borderdeck.render.pptx import UnreadableTemplateError

        shown = self.workspace.shown(self.deck_template_path)
        try:
            _ = self.deck_template
        except UnreadableTemplateError as error:
            message = f'"{shown}" cannot be the slides\' template: {error}'
            yield Diagnostic(Code.UNREADABLE_TEMPLATE, message, error.hint, named)
        except (OSError, TooLargeError) as error:
            yield refusal(error, shown, LARGEST).at(named)

    def template_lacks(self, documents: Iterable[Document]) -> Iterator[Diagnostic]:
        """Tell of what the template lacks for these documents, and of fonts that are not known."""
        decks = [d.plan for d in documents if isinstance(d.plan, Deck)]
        if decks and self.own_template is not None:
            yield from lacking(self.deck_template, decks)
        yield from substituted(self.fonts.substituted, FALLBACK_NAME)

    @property
    def papers(self) -> Papers:
        """What draws every paper of this process."""
        return self._kept.papers

    @cached_property
    def drawings(self) -> SlideDrawings:
        """The drawings of the decks that papers show."""
        return SlideDrawings(self.workspace, self._draw)

    def _draw(self, decks: Iterable[Deck]) -> tuple[Drawing, ...]:
        from borderdeck.render.drawings import draw
        from borderdeck.render.pptx import render_deck

        files = (render_deck(deck, self.deck_template) for deck in decks)
        return draw(files, self.fonts, self.workspace)

    def picture(self, name: str) -> bytes:
        """Read a picture of the course."""
        return self.workspace.read_inside(self.course, name)

    def render(self, document: Document, template: str) -> Rendered:
        """Render a document by its kind's template."""
        return _BY_ENDING[template.partition(".")[2]](self, document, template)

    def _deck(self, document: Document, template: str) -> Rendered:
        del template  # an edition may have another one
        from borderdeck.render.pptx import render_deck

        deck = cast("Deck", document.plan)
        with self.workspace.recording() as reads:
            data = render_deck(deck, self.deck_template)
        return Rendered(data, slides=len(deck.slides), read=reads.seen)

    def _paper(self, document: Document, template: str) -> Rendered:
        self.drawings.prepare([document])
        rendered = self.papers.render(document, template, self.drawings.of(document))
        return self.drawings.told_with(document, rendered)


_BY_ENDING: dict[str, Callable[[Renderers, Document, str], Rendered]] = {
    "pptx": Renderers._deck,  # noqa: SLF001 - its own table
    "html.j2": Renderers._paper,  # noqa: SLF001 - its own table
}
