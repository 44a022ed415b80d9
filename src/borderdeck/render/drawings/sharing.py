"""Let the pages of a PDF share a picture that each of them has a copy of."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Pdf, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object


OF_DOTS = ("/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/DecodeParms")
"""What says how a picture's bytes are read."""


def with_shared_pictures(pdf: bytes) -> bytes:
    """Keep of equal pictures the first: rpptx writes a background anew for each page."""
    with Pdf.open(BytesIO(pdf)) as opened:
        first: dict[bytes, Object] = {}
        for drawn in list(_drawn_with(opened)):
            for name, each in drawn.items():
                if each.get("/Subtype") == Name.Image:
                    drawn[name] = first.setdefault(_digest(each), each)
        written = BytesIO()
        opened.save(written, static_id=True)
    return written.getvalue()


def _drawn_with(pdf: Pdf) -> Iterator[Object]:
    """Give what pages, and the forms on them, find pictures by: dictionaries of XObjects."""
    for each in pdf.objects:
        if isinstance(each, Dictionary | Stream) and "/XObject" in each.get("/Resources", {}):
            yield each.Resources.XObject


def _digest(image: Object) -> bytes:
    digest = hashlib.sha256(image.read_raw_bytes())
    mask = image.get("/SMask")
    if mask is not None:
        digest.update(mask.read_raw_bytes())
    digest.update(repr([(key, image.get(key)) for key in OF_DOTS]).encode())
    return digest.digest()
