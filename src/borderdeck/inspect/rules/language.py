"""Language: a screen reader speaks a text in the voice of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.inspect.findings import Finding, listed
from borderdeck.inspect.xml import every, first, name, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.deck import Deck

HINT = (
    "select the text (Ctrl+A), and choose its language in Review > Language > Set Proofing Language"
)

_PIECES = frozenset({name("a:r"), name("a:fld")})


def missing_languages(deck: Deck) -> Iterator[Finding]:
    """Find texts on slides and in notes that name no language: one finding for each of both."""
    for slide in deck.slides:
        for root, where in ((slide.sheet.root, ""), (slide.notes, " in the notes")):
            found = [] if root is None else list(_texts_without(root))
            if found:
                message = f"no language is set for {listed(found)}{where}"
                yield Finding(slide.sheet.place, message, HINT)


def _texts_without(root: Element) -> Iterator[str]:
    for paragraph in root.iter(name("a:p")):
        pieces = [piece for piece in paragraph if piece.tag in _PIECES]
        for piece in pieces:
            said = first(piece, "a:t")
            if not _has_language(first(piece, "a:rPr")) and said is not None and said.text:
                yield shortened(" ".join(said.text.split()))
        ends = [] if pieces else every(paragraph, "a:endParaRPr")
        yield from ("an empty line" for end in ends if not _has_language(end))


def _has_language(properties: Element | None) -> bool:
    return properties is not None and bool(properties.get("lang", "").strip())
