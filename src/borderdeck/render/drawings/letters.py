"""Whether a PDF shows a box where a letter should be."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pikepdf import Array, Name, Pdf, Stream, String, parse_content_stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

SHOWING = "Tj TJ"
"""The operators that show text (ISO 32000-1, 9.4.3); rpptx uses no others."""

NOTDEF = b"\0\0"
"""The code of the glyph .notdef, in fonts whose codes are of two bytes."""

WRITTEN = (NOTDEF, rb"\000\000", b"<0000")
"""How a text that begins with it may be written in a content stream."""


def lacks_letters(pdf: bytes) -> bool:
    """Whether any text of a PDF is shown with .notdef; its fonts have codes of two bytes."""
    with Pdf.open(BytesIO(pdf)) as opened:
        return any(_shows_notdef(content) for content in _contents(opened))


def _contents(pdf: Pdf) -> Iterator[Object]:
    """Give all that draws: pages, and the forms on them."""
    yield from (page.obj for page in pdf.pages)
    streams = (each for each in pdf.objects if isinstance(each, Stream))
    yield from (stream for stream in streams if stream.get("/Subtype") == Name.Form)


def _shows_notdef(content: Object) -> bool:
    if not any(written in _bytes(content) for written in WRITTEN):
        return False
    shown = (instruction.operands[0] for instruction in parse_content_stream(content, SHOWING))
    return any(_holds_notdef(bytes(text)) for operand in shown for text in _texts(operand))


def _bytes(content: Object) -> bytes:
    stream = content if isinstance(content, Stream) else content.Contents
    return b"".join(p.read_bytes() for p in (stream if isinstance(stream, Array) else [stream]))


def _texts(operand: Object) -> Iterator[String]:
    """Give what is shown; between the texts of an array stand distances."""
    parts = operand if isinstance(operand, Array) else [operand]
    yield from (part for part in parts if isinstance(part, String))


def _holds_notdef(codes: bytes) -> bool:
    return any(codes[place : place + 2] == NOTDEF for place in range(0, len(codes), 2))
