"""Headings of the papers inside a packet: each a level below those of the packet itself.

A paper's template says `h1` for its title wherever it stands; to those who listen, and leap from
heading to heading, it is a part of the packet (ISO 32000-1, 14.8.4.3.2).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

PAPER = "/Art"
"""What an `article` becomes, in which each paper of a packet stands."""

HEADING = re.compile(r"/H([1-5])")


def nest_headings(data: bytes) -> bytes:
    """Let headings inside papers of a packet be a level deeper."""
    file = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as pdf:
        for element in _elements(pdf.Root.StructTreeRoot):
            if element.get("/S") == PAPER:
                _deepen(element)
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return file.getvalue()


def _deepen(paper: Object) -> None:
    for element in _elements(paper):
        if found := HEADING.fullmatch(str(element.get("/S", ""))):
            element.S = Name(f"/H{int(found[1]) + 1}")


def _elements(element: Object) -> Iterator[Object]:
    """Give all elements below one, however deep."""
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)
