"""The package that a deck grows in: a clean template's files, and those that are added to them."""

from __future__ import annotations

import hashlib
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.render.pptx.archive import CONTENT_TYPES, archived
from borderdeck.render.pptx.design import design_of
from borderdeck.render.pptx.faults import TemplateLacksError
from borderdeck.render.pptx.outline import with_outline
from borderdeck.render.pptx.parts import (
    RELATIONSHIP_TYPES,
    Part,
    Relationship,
    member_of_relationships,
    members_of,
    number_of,
    written_relationships,
)
from borderdeck.render.pptx.placeholders import FEET, HEADINGS
from borderdeck.render.pptx.properties import CORE, EXTENDED, core_properties, extended_properties
from borderdeck.render.pptx.template import with_roles

if TYPE_CHECKING:
    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.slides import Deck, LayoutName
    from borderdeck.render.pptx.design import Design
    from borderdeck.render.pptx.placeholders import Placeholder

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"
SLIDE, NOTES = _TYPE.format("slide"), _TYPE.format("notesSlide")
"""Content types (ECMA-376 part 1, 13.3)."""

ENDINGS = {"PNG": "png", "JPEG": "jpg"}
"""What the names of pictures end in, by Pillow's names of their formats."""


class Picture(Struct, frozen=True):
    """A picture's part, and its size in pixels."""

    part: str
    width: int
    height: int


class DeckPackage(Struct, dict=True):
    """A template's package, and what a deck adds to it."""

    template: DeckTemplate
    _slides: list[Part] = field(default_factory=list)
    _others: list[Part] = field(default_factory=list)
    _pictures: dict[str, Picture] = field(default_factory=dict)
    _layouts: dict[LayoutName, tuple[Placeholder, ...]] = field(default_factory=dict)

    @cached_property
    def design(self) -> Design:
        """What the template looks like."""
        return design_of(self.template.data)

    def layout(self, name: LayoutName) -> tuple[Placeholder, ...]:
        """Give a layout's placeholders, in reading order. Raises `TemplateLacksError`."""
        if name not in self._layouts:
            found = self.design.layouts[self._layout_part(name)].placeholders
            used = with_roles(found, self.template.layouts[name].shapes)
            self._layouts[name] = tuple(sorted(used, key=_reading_order))
        return self._layouts[name]

    def add_slide(self, layout: LayoutName) -> Part:
        """Add a slide's part, still empty. Raises `TemplateLacksError`."""
        slide = Part(f"/ppt/slides/slide{len(self._slides) + 1}.xml", SLIDE)
        slide.relate("slideLayout", self._layout_part(layout))
        self._slides.append(slide)
        return slide

    def add_notes(self, slide: Part) -> Part:
        """Add the part of a slide's notes, still empty."""
        number = 1 + sum(1 for part in self._others if part.content_type == NOTES)
        notes = Part(f"/ppt/notesSlides/notesSlide{number}.xml", NOTES)
        notes.relate("notesMaster", self.design.notes_master)
        notes.relate("slide", slide.name)
        slide.relate("notesSlide", notes.name)
        self._others.append(notes)
        return notes

    def picture(self, data: bytes) -> Picture:
        """Give the part of a picture, the same one for the same bytes."""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._pictures:
            self._pictures[digest] = self._picture(data, digest)
        return self._pictures[digest]

    def written(self, deck: Deck) -> bytes:
        """Write the whole package; the same content gives the same bytes."""
        package, name = self.design.package, self.design.package.presentation
        relationships = package.relationships(name)
        first = 1 + max(map(number_of, relationships), default=0)
        ids = [f"rId{first + index}" for index in range(len(self._slides))]
        for key, slide in zip(ids, self._slides, strict=True):
            relationships[key] = Relationship(f"{RELATIONSHIP_TYPES}/slide", slide.name)
        return archived(
            {
                **package.members,
                **members_of((*self._slides, *self._others)),
                name[1:]: with_outline(package.data(name), deck, ids),
                member_of_relationships(name): written_relationships(relationships, name),
                CORE[1:]: core_properties(deck),
                EXTENDED[1:]: extended_properties(deck),
                CONTENT_TYPES: self._types(),
            }
        )

    def _types(self) -> bytes:
        types = self.design.package.types()
        for part in (*self._slides, *self._others):
            ending = part.name.rpartition(".")[2]
            if ending in ENDINGS.values():
                types.by_ending[ending] = part.content_type
            else:
                types.by_name[part.name] = part.content_type
        return types.written()

    def _layout_part(self, name: LayoutName) -> str:
        if name not in self.template.layouts:
            raise TemplateLacksError(f'the template has no layout "{name}"')
        return self.template.layouts[name].part

    def _picture(self, data: bytes, digest: str) -> Picture:
        from PIL import Image

        with Image.open(BytesIO(data), formats=tuple(ENDINGS)) as image:
            ending = ENDINGS[str(image.format)]
            kind, size = Image.MIME[str(image.format)], image.size
        self._others.append(Part(f"/ppt/media/{digest[:16]}.{ending}", kind, data))
        return Picture(self._others[-1].name, *size)


def _reading_order(placeholder: Placeholder) -> int:
    if placeholder.type in HEADINGS:
        return 0
    return 2 if placeholder.type in FEET else 1
