"""A slide's notes as PresentationML, on the page that the template's notes master gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.documents.slides import Marker
from borderdeck.render.pptx.outline import guid
from borderdeck.render.pptx.shapes import slide_image, text_shape, tree
from borderdeck.render.pptx.slides import FIRST_SHAPE, plain, writing
from borderdeck.render.pptx.xml import A, P, part_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Deck, Paragraph, Paragraphs
    from borderdeck.render.pptx.parts import Part
    from borderdeck.render.pptx.placeholders import Placeholder
    from borderdeck.render.pptx.xml import Element


class NotesPage(Struct, frozen=True):
    """The notes of a slide on their way into the package: text, the slide's number, their part."""

    deck: Deck
    notes: Paragraphs
    number: int
    part: Part

    def written(self, master: tuple[Placeholder, ...]) -> bytes:
        """Write the page: the slide's image, the notes, the deck's footer, the slide's number."""
        shapes = (
            self._shape(identifier, placeholder)
            for identifier, placeholder in enumerate(self._used(master), FIRST_SHAPE)
        )
        return part_xml(P.notes(tree(shapes), P.clrMapOvr(A.masterClrMapping())))

    def _used(self, master: tuple[Placeholder, ...]) -> Iterator[Placeholder]:
        kinds = {"sldImg", "body", "sldNum"} | ({"ftr"} if self.deck.footer else set())
        yield from (placeholder for placeholder in master if placeholder.type in kinds)

    def _shape(self, identifier: int, placeholder: Placeholder) -> Element:
        if placeholder.type == "sldImg":
            return slide_image(identifier, placeholder)
        return text_shape(identifier, placeholder, self._text(placeholder))

    def _text(self, placeholder: Placeholder) -> Element:
        hand = writing(self.deck, self.part)
        if placeholder.type == "sldNum":
            return hand.field("slidenum", guid(self.deck, "slidenum"), str(self.number))
        if placeholder.type == "ftr":
            return hand.body(plain(self.deck.footer), placeholder.box)
        return hand.body(_levelled(self.notes, placeholder.box), placeholder.box)


def _levelled(notes: Paragraphs, box: TextBox) -> Iterator[Paragraph]:
    """Put lists one level in where the pane's first level has no bullet and its second has."""
    first, second = (box.style(level).bullet for level in (0, 1))
    step = int(second and not first)
    for paragraph in notes:
        listed = paragraph.marker is not Marker.NONE or paragraph.level > 0
        yield replace(paragraph, level=paragraph.level + step) if listed else paragraph
