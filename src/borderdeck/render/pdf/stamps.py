"""Slides in papers: a stamp holds a slide's place while a paper is laid out, then gives way to it.

WeasyPrint takes pictures of dots alone. What a slide was drawn with is lines and letters, sharp at
any size and a tenth of the bytes: so they are put in once the paper is a PDF.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.documents.pictures import as_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pikepdf import Page, Pdf

    from borderdeck.documents.slide_pictures import SlidePicture

KEY = 12
"""The bytes by which a stamp is known: its first four pixels."""


class Stamps(Struct):
    """The stamps of a paper; `drawings` are decks as PDFs, a page for each slide.

    What opens PDFs is loaded for the first stamp: most papers have none.
    """

    drawings: Mapping[str, bytes]
    _decks: dict[str, Pdf] = field(default_factory=dict)
    _slides: dict[bytes, Page] = field(default_factory=dict)

    def stamp(self, picture: SlidePicture) -> str:
        """Give the address of a slide's stamp, for an `img`; empty where it is not drawn."""
        if picture.deck not in self.drawings:
            return ""
        from borderdeck.render.pdf.stamping import stamp_of

        name = f"{picture.deck}/{picture.number}"
        key = hashlib.blake2b(name.encode(), digest_size=KEY).digest()
        deck = self._deck(picture.deck)
        page = self._slides.setdefault(key, deck.pages[picture.number - 1])
        return as_url(stamp_of(key, page))

    def replaced(self, paper: bytes, *, grey: bool = False) -> bytes:
        """Put the slides where their stamps are: the same bytes for the same paper."""
        if not self._slides:
            return paper
        from borderdeck.render.pdf.stamping import with_slides

        return with_slides(paper, self._slides, grey=grey)

    def _deck(self, name: str) -> Pdf:
        from borderdeck.render.pdf.stamping import opened

        if name not in self._decks:
            self._decks[name] = opened(self.drawings[name])
        return self._decks[name]
