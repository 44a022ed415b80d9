"""The presentation part's lists: its slides and its sections."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from borderdeck.render.pptx.xml import P, maker, relation, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.documents.slides import Deck
    from borderdeck.render.pptx.xml import Element

FIRST_SLIDE = 256
"""The lowest id that a slide may have (ECMA-376 part 1, 19.7.13)."""

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that holds sections ([MS-PPTX] 2.2.2)."""

END_OF_EXTENSIONS, END = "</p:extLst>", "</p:presentation>"
"""How a presentation ends; what extends it comes last (ECMA-376 part 1, 19.2.1.26)."""

_P14 = maker("p14")
_P14_URI = {"xmlns:p14": "http://schemas.microsoft.com/office/powerpoint/2010/main"}


def with_outline(presentation: bytes, deck: Deck, slides: Iterable[str]) -> bytes:
    """List a deck's slides, by the ids of their relationships, and its sections.

    `presentation` has room for both (`borderdeck.render.pptx.room`); else this is a `LookupError`.
    """
    before, empty, after = presentation.decode().partition(written(slide_list(())))
    inner = after.removesuffix(END).removesuffix(END_OF_EXTENSIONS)
    if not empty or not after.endswith(END) or "<p:extLst/>" in inner:
        raise LookupError("the presentation has no room for slides and sections")
    if inner + END == after:
        inner += "<p:extLst>"
    sections = written(P.ext({"uri": SECTIONS}, _P14.sectionLst(_P14_URI, *_sections(deck))))
    listed = written(slide_list(slides))
    return f"{before}{listed}{inner}{sections}{END_OF_EXTENSIONS}{END}".encode()


def slide_list(slides: Iterable[str]) -> Element:
    """List slides, by the ids of their relationships."""
    entries = (
        P.sldId({"id": str(FIRST_SLIDE + index), **relation(key)})
        for index, key in enumerate(slides)
    )
    return P.sldIdLst(*entries)


def _sections(deck: Deck) -> Iterator[Element]:
    identifier = FIRST_SLIDE
    for index, section in enumerate(deck.sections):
        ids = range(identifier, identifier + len(section.slides))
        identifier = ids.stop
        yield _P14.section(
            {"name": section.name, "id": guid(deck, f"section {index}")},
            _P14.sldIdLst(*(_P14.sldId(id=str(slide)) for slide in ids)),
        )


def guid(deck: Deck, purpose: str) -> str:
    """Derive an identifier that is the deck's own and the same in each build."""
    return _guid(f"borderdeck:{deck.identifier}:{purpose}")


@lru_cache(maxsize=64)
def _guid(name: str) -> str:
    return f"{{{uuid5(NAMESPACE_URL, name)}}}".upper()
