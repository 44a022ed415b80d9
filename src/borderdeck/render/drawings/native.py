"""rpptx, where it is installed: draws in this process, with fonts of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.render.drawings.drawing import Drawing
from borderdeck.render.drawings.letters import lacks_letters
from borderdeck.render.drawings.package import packed, unpacked
from borderdeck.render.drawings.sharing import with_shared_pictures
from borderdeck.render.drawings.simple import simplified
from borderdeck.render.drawings.typefaces import typefaces_in

if TYPE_CHECKING:
    from borderdeck.documents.fonts import FontBook
    from borderdeck.render.drawings.package import Members

NOT_INSTALLED = "neither rpptx nor LibreOffice is on this machine"

NO_LETTERS = "there is no font for some of their letters"


class Native(Struct, frozen=True):
    """Draws with the fonts that text is measured with, whatever fonts this machine has."""

    fonts: FontBook

    def draw(self, deck: bytes) -> Drawing:
        """Draw a deck; where letters are missing there is no drawing, as it would have boxes."""
        try:
            import rpptx
        except ImportError:
            return Drawing(None, (NOT_INSTALLED,))
        try:
            members = simplified(unpacked(deck))
            presentation = rpptx.Presentation.from_bytes(packed(members))
            pdf, complaints = presentation.to_pdf_with_diagnostics(fonts=self._fonts(members))
        except rpptx.RpptxError as error:
            return Drawing(None, (f"rpptx cannot draw them ({error})",))
        if lacks_letters(pdf):
            return Drawing(None, (NO_LETTERS,))
        return Drawing(with_shared_pictures(pdf), tuple(dict.fromkeys(complaints)))

    def _fonts(self, members: Members) -> list[tuple[str, bytes]]:
        """Give the fonts that stand in for those that a deck names, under these names."""
        names = typefaces_in(members)
        return [(name, data) for name in names for data in self.fonts.stand_ins(name)]
