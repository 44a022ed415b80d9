"""What a deck says of itself: its title, subject and language, and how much it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.render.pptx.xml import maker, part_xml

if TYPE_CHECKING:
    from borderdeck.documents.slides import Deck

MOMENT = "2000-01-01T00:00:00Z"
"""When every deck says that it was made: a constant, so that the same course gives the same bytes.

When a file was built is what its date in the file system tells.
"""

CORE, EXTENDED = "/docProps/core.xml", "/docProps/app.xml"
"""The parts of the properties."""

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PREFIXES = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}

_CP = maker("cp")
_DCE = maker("dc")
_DCT = maker("dcterms")
_EP = maker("")


def core_properties(deck: Deck) -> bytes:
    """Write the core properties (ECMA-376 part 2, 11); they name no person."""
    typed = {"xsi:type": "dcterms:W3CDTF"}
    return part_xml(
        _CP.coreProperties(
            _DCE.title(deck.title),
            _DCE.subject(deck.subject),
            _DCE.language(deck.language),
            _CP.revision("1"),
            _DCT.created(typed, MOMENT),
            _DCT.modified(typed, MOMENT),
        ),
        _PREFIXES,
    )


def extended_properties(deck: Deck) -> bytes:
    """Write the extended properties (ECMA-376 part 1, 22.2)."""
    slides = deck.slides
    return part_xml(
        _EP.Properties(
            _EP.Application("borderdeck"),
            _EP.Slides(str(len(slides))),
            _EP.Notes(str(sum(1 for slide in slides if slide.notes))),
            _EP.HiddenSlides(str(sum(1 for slide in slides if slide.hidden))),
        ),
        {"": _EXTENDED},
    )


NOTHING = {
    CORE: part_xml(_CP.coreProperties(), _PREFIXES),
    EXTENDED: part_xml(_EP.Properties(), {"": _EXTENDED}),
}
"""What the properties' parts say of a template."""
