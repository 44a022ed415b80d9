"""The presentation part's lists: its slides, its sections, its notes master."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from borderdeck.render.pptx.xml import P, every, first, maker, readable, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Read

    from borderdeck.documents.slides import Deck
    from borderdeck.render.pptx.xml import Element

FIRST_SLIDE = 256
"""The lowest id that a slide may have (ECMA-376 part 1, 19.7.13)."""

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that holds sections ([MS-PPTX] 2.2.2)."""

_P14 = maker("p14")
_P14_URI = {"xmlns:p14": "http://schemas.microsoft.com/office/powerpoint/2010/main"}


def write_outline(root: Read, deck: Deck, slides: Iterable[str], notes_master: str | None) -> None:
    """List a deck's slides and sections in a presentation; relationships are given by their ids."""
    entries = (
        P.sldId({"id": str(FIRST_SLIDE + index), **relation(key)})
        for index, key in enumerate(slides)
    )
    _put(root, P.sldIdLst(*entries))
    if notes_master is not None:
        _put(root, P.notesMasterIdLst(P.notesMasterId(relation(notes_master))))
    _put_sections(root, deck)
    size = first(root, "p:sldSz")
    if size is not None and "type" in size.attrib:
        del size.attrib["type"]  # it may say "4:3" of a slide of another shape


_BEFORE = {
    "p:sldIdLst": ("p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst"),
    "p:notesMasterIdLst": ("p:sldMasterIdLst",),
}
"""What comes before a list in a presentation (ECMA-376 part 1, 19.2.1.26)."""


def _put(root: Read, new: Element) -> None:
    """Put a list in its place, instead of the one that there is."""
    for old in every(root, new.tag):
        root.remove(old)
    before = [element for kind in _BEFORE[new.tag] for element in every(root, kind)]
    root.insert(len(before), readable(new))


def _put_sections(root: Read, deck: Deck) -> None:
    extensions = first(root, "p:extLst")
    if extensions is None:
        extensions = readable(P.extLst())
        root.append(extensions)
    for old in every(extensions, f"p:ext[@uri='{SECTIONS}']"):
        extensions.remove(old)
    sections = _P14.sectionLst(_P14_URI, *_sections(deck))
    extensions.append(readable(P.ext({"uri": SECTIONS}, sections)))


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
    return f"{{{uuid5(NAMESPACE_URL, f'borderdeck:{deck.identifier}:{purpose}')}}}".upper()
