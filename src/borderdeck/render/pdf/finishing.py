"""A document that WeasyPrint has laid out, to the bytes of a PDF: mended before it is written.

So an ordinary paper is written once, and needs no library that reads PDFs.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from borderdeck.render.pdf.fields import finish_fields
from borderdeck.render.pdf.nesting import nest_headings
from borderdeck.render.pdf.tagging import mend_tags
from borderdeck.render.pdf.whereabouts import forget_when_attached

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pydyf

TRAILER = b"/Type /XRef"
"""How the dictionary at a PDF's end begins (ISO 32000-1, 7.5.8)."""


def finished(document: Any, *, is_packet: bool) -> bytes:
    """Make a PDF of a document: the same bytes for the same input."""
    finisher = _mend_packet if is_packet else _mend
    return _identified(document.write_pdf(pdf_variant="pdf/ua-1", finisher=finisher))


def _mend_packet(document: Any, pdf: pydyf.PDF) -> None:
    _mend(document, pdf)
    nest_headings(pdf)


def _mend(document: Any, pdf: pydyf.PDF) -> None:
    mend_tags(pdf, _link_texts(document))
    forget_when_attached(pdf)
    if fields := dict(_fields(document)):
        finish_fields(pdf, fields)


def _identified(data: bytes) -> bytes:
    """Give a PDF its identifier, a hash (ISO 32000-1, 14.4); pydyf would make all of it twice.

    It stands in the last of the objects, after all whose place is noted.
    """
    place = data.rindex(TRAILER)
    name = b"<%s>" % hashlib.md5(data, usedforsecurity=False).hexdigest().encode()
    return b"%s/ID [%s %s]%s" % (data[:place], name, name, data[place:])


def _link_texts(document: Any) -> dict[str, str]:
    """Give the words of a document's links, by the addresses or places that they lead to."""
    texts: dict[str, dict[str, None]] = {}
    for page in document.pages:
        for kind, target, _, box in page.links:
            if kind in ("external", "internal"):
                words = " ".join("".join(box.element.itertext()).split())
                texts.setdefault(target, {})[words] = None
    return {target: "; ".join(words) for target, words in texts.items()}


def _fields(document: Any) -> Iterator[tuple[str, str]]:
    """Give the name of each field of a document, and what its element says that it asks."""
    for page in document.pages:
        for fields in page.forms.values():
            for box, _ in fields:
                yield box.element.get("name", ""), box.element.get("data-asked", "")
