"""The drawings of decks that papers show, and what is to be said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.documents.slide_pictures import ShowsSlides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from borderdeck.build.drawing import Rendered
    from borderdeck.documents.document import Document
    from borderdeck.documents.slides import Deck
    from borderdeck.render.drawings import Drawing
    from borderdeck.workspace import Seen, Workspace

INSTALL = (
    'install rpptx (pip install "borderdeck[pictures]") or LibreOffice; '
    "until then, papers show the words of these slides"
)

LOOK = "look at the papers that show these slides; where LibreOffice is installed, it draws them"


class SlideDrawings(Struct):
    """The drawings of one edition's decks, by identifier, each made once.

    `draw` makes them: those of several papers in one go, as a program that has to be started may
    be needed for it.
    """

    workspace: Workspace
    draw: Callable[[Iterable[Deck]], tuple[Drawing, ...]]
    _known: dict[str, Drawing] = field(default_factory=dict)
    _read: dict[Path, Seen] = field(default_factory=dict)

    def prepare(self, documents: Iterable[Document]) -> None:
        """Draw the decks whose slides these documents show, as far as they are not drawn yet."""
        decks = {deck.identifier: deck for document in documents for deck in _decks(document)}
        new = [deck for name, deck in decks.items() if name not in self._known]
        if not new:
            return
        with self.workspace.recording() as reads:
            drawn = self.draw(new)
        self._known.update(zip((deck.identifier for deck in new), drawn, strict=True))
        self._read.update(reads.seen)

    def of(self, document: Document) -> dict[str, bytes]:
        """Give the decks of a document as PDFs, page n of which shows slide n."""
        names = (deck.identifier for deck in _decks(document))
        drawn = ((name, self._known[name].pdf) for name in names)
        return {name: pdf for name, pdf in drawn if pdf is not None}

    def told_with(self, document: Document, rendered: Rendered) -> Rendered:
        """Add what is to be said of a document's slides, and what they were drawn with."""
        decks = _decks(document)
        if not decks:
            return rendered
        told = (d for deck in decks for d in _told(deck, self._known[deck.identifier]))
        read = {**self._read, **rendered.read}
        return replace(rendered, found=(*rendered.found, *told), read=read)


def _decks(document: Document) -> tuple[Deck, ...]:
    return document.plan.decks if isinstance(document.plan, ShowsSlides) else ()


def _told(deck: Deck, drawing: Drawing) -> Iterator[Diagnostic]:
    for doubt in drawing.doubts:
        if drawing.pdf is None:
            message = f'the slides of "{deck.title}" cannot be drawn: {doubt}'
            yield Diagnostic(Code.SLIDES_NOT_DRAWN, message, INSTALL, severity=Severity.WARNING)
        else:
            message = f'the slides of "{deck.title}" may look otherwise on papers: {doubt}'
            yield Diagnostic(Code.SLIDES_MAY_DIFFER, message, LOOK, severity=Severity.WARNING)
