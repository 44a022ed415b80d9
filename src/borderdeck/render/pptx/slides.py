"""Slides as PresentationML: the placeholders of its layout that a plan fills, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.text import Run
from borderdeck.documents.slides import LEFT_OUT, Paragraph, PictureContent, Role, TableContent
from borderdeck.render.pptx.faults import TemplateLacksError
from borderdeck.render.pptx.outline import guid
from borderdeck.render.pptx.pictures import picture_shape
from borderdeck.render.pptx.shapes import graphic_frame, text_shape, tree
from borderdeck.render.pptx.tables import table_graphic, table_height
from borderdeck.render.pptx.text import Hand
from borderdeck.render.pptx.xml import A, P, attributes, part_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from borderdeck.documents.slides import Content, Deck, Paragraphs, Slide
    from borderdeck.render.pptx.package import DeckPackage
    from borderdeck.render.pptx.parts import Part
    from borderdeck.render.pptx.placeholders import Placeholder
    from borderdeck.render.pptx.xml import Element

FIRST_SHAPE = 2
"""The id of a slide's first shape; 1 is the slide's own group."""


class Sheet(Struct, frozen=True):
    """A slide on its way into the package: its plan, its number from 1, its still empty part."""

    deck: Deck
    slide: Slide
    number: int
    package: DeckPackage
    part: Part

    def written(self) -> bytes:
        """Write the slide, its title first, its foot last."""
        show = attributes(show="0" if self.slide.hidden else None)
        shapes = (
            self._shape(identifier, placeholder, contents)
            for identifier, (placeholder, contents) in enumerate(self._filled(), FIRST_SHAPE)
        )
        colours = P.clrMapOvr(A.masterClrMapping())
        return part_xml(P.sld(show, tree(shapes), colours))

    def _filled(self) -> Iterator[tuple[Placeholder, Content]]:
        contents = _contents(self.deck, self.slide)
        layout, sizes = self.package.layout(self.slide.layout), dict(self.slide.sizes)
        missing = contents.keys() - OPTIONAL - {placeholder.role for placeholder in layout}
        if missing:
            names = ", ".join(sorted(missing))
            raise TemplateLacksError(f'the layout "{self.slide.layout}" has no {names}')
        for placeholder in layout:
            role = placeholder.role
            if role is not None and contents.get(role) and sizes.get(role) != LEFT_OUT:
                yield placeholder, contents[role]

    def _shape(self, identifier: int, placeholder: Placeholder, content: Content) -> Element:
        if isinstance(content, TableContent):
            return self._table(identifier, placeholder, content)
        if isinstance(content, PictureContent):
            return self._picture(identifier, placeholder, content)
        return text_shape(identifier, placeholder, self._text(placeholder, content))

    def _text(self, placeholder: Placeholder, paragraphs: Paragraphs) -> Element:
        hand = writing(self.deck, self.part)
        if placeholder.type == "sldNum":
            return hand.field("slidenum", guid(self.deck, "slidenum"), str(self.number))
        share = dict(self.slide.sizes).get(placeholder.role, 1.0) if placeholder.role else 1.0
        return hand.body(paragraphs, placeholder.box, share)

    def _table(self, identifier: int, placeholder: Placeholder, table: TableContent) -> Element:
        hand = writing(self.deck, self.part)
        graphic = table_graphic(table, placeholder, self.package.design.table_style, hand)
        height = table_height(table, placeholder)
        return graphic_frame(identifier, placeholder, graphic, height, self.slide.title_text)

    def _picture(self, identifier: int, placeholder: Placeholder, plan: PictureContent) -> Element:
        picture = self.package.picture(plan.data)
        key = self.part.relate("image", picture.part)
        size = (picture.width, picture.height)
        return picture_shape(identifier, placeholder, key, plan, size)


OPTIONAL = frozenset({Role.FOOTER, Role.DATE, Role.SLIDE_NUMBER})
"""What is filled where a layout has it."""


def writing(deck: Deck, part: Part) -> Hand:
    """Give what writes a deck's text into a part."""

    def link(address: str) -> str:
        return part.relate("hyperlink", address, external=True)

    return Hand(deck.language, link)


def _contents(deck: Deck, slide: Slide) -> Mapping[Role, Content]:
    """Give what goes into the placeholders, by role; it is empty where there is nothing to say."""
    return {
        Role.TITLE: (Paragraph(slide.title),),
        **{filled.role: filled.content for filled in slide.filled},
        Role.FOOTER: plain(deck.footer),
        Role.DATE: (Paragraph(deck.date),) if deck.date else (),
        Role.SLIDE_NUMBER: plain("0"),
    }


def plain(words: str) -> Paragraphs:
    """Give a paragraph of plain words; none for no words."""
    return (Paragraph((Run(words),)),) if words else ()
