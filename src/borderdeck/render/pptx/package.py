"""The package that a deck grows in: the template's parts, and those that are added to them.

python-pptx looks for a free name among all parts each time that it adds one; here names come from
counters, so that a deck of a thousand slides takes ten times what one of a hundred does.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.image import Image

from borderdeck.render.pptx.archive import archived
from borderdeck.render.pptx.members import members
from borderdeck.render.pptx.template import (
    layout_parts,
    placeholders,
    read_notes_master,
    with_roles,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.slides import LayoutName
    from borderdeck.render.pptx.placeholders import Master
    from borderdeck.render.pptx.template import Layout


class TemplateLacksError(LookupError):
    """A plan names a layout or a placeholder that the template has not."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's part, and its size in pixels."""

    part: Any
    width: int
    height: int


@dataclass
class DeckPackage:
    """A template's package, opened to be filled."""

    template: DeckTemplate
    _slides: list[Any] = field(default_factory=list)
    _notes: int = 0
    _pictures: dict[str, Picture] = field(default_factory=dict)
    _placeholders: dict[LayoutName, Layout] = field(default_factory=dict)

    @cached_property
    def presentation(self) -> Any:
        """The presentation."""
        return Presentation(BytesIO(self.template.data))

    @property
    def root(self) -> Element:
        """The presentation's own element."""
        element: Element = self.presentation.element
        return element

    @cached_property
    def notes_master(self) -> Layout:
        """The placeholders of the notes master."""
        return read_notes_master(self.presentation)

    @cached_property
    def table_style(self) -> str | None:
        """The id of the template's default table style."""
        styles = _related(self.presentation.part, RT.TABLE_STYLES)
        return None if styles is None else parse_xml(styles.blob).get("def")

    def layout(self, name: LayoutName) -> Layout:
        """Give a layout's placeholders. Raises `TemplateLacksError`."""
        if name not in self._placeholders:
            found = placeholders(*self._layout(name))
            self._placeholders[name] = with_roles(found, self.template.layouts[name].shapes)
        return self._placeholders[name]

    def add_slide(self, layout: LayoutName) -> Any:
        """Add a slide's part, still empty. Raises `TemplateLacksError`."""
        slide = self._part(f"/ppt/slides/slide{len(self._slides) + 1}.xml", CT.PML_SLIDE)
        slide.relate_to(self._layout(layout)[0].part, RT.SLIDE_LAYOUT)
        self._slides.append(slide)
        return slide

    def add_notes(self, slide: Any) -> Any:
        """Add the part of a slide's notes, still empty."""
        self._notes += 1
        notes = self._part(f"/ppt/notesSlides/notesSlide{self._notes}.xml", CT.PML_NOTES_SLIDE)
        notes.relate_to(self.presentation.part.notes_master_part, RT.NOTES_MASTER)
        notes.relate_to(slide, RT.SLIDE)
        slide.relate_to(notes, RT.NOTES_SLIDE)
        return notes

    def picture(self, data: bytes) -> Picture:
        """Give the part of a picture, the same one for the same bytes."""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._pictures:
            image = Image.from_blob(data)
            name = f"/ppt/media/{digest[:16]}.{image.ext}"
            self._pictures[digest] = Picture(
                self._part(name, image.content_type, data), *image.size
            )
        return self._pictures[digest]

    def relate_slides(self) -> list[str]:
        """Relate the presentation to its slides, all at once; give the relationships' ids."""
        part = self.presentation.part
        targets = [rel.target_part for rel in part.rels.values() if not rel.is_external]
        relationships = parse_xml(part.rels.xml)
        first = 1 + max((_number(key) for key in part.rels), default=0)
        ids = [f"rId{first + index}" for index in range(len(self._slides))]
        for key, slide in zip(ids, self._slides, strict=True):
            name = slide.partname.relative_ref(part.partname.baseURI)
            relationships.add_rel(key, RT.SLIDE, name)
        parts = {part.partname: part for part in (*targets, *self._slides)}
        part.load_rels_from_xml(relationships, parts)
        return ids

    def relate_notes_master(self) -> str | None:
        """Give the id of the relationship to the notes master, where there is one."""
        part = self.presentation.part
        master = _related(part, RT.NOTES_MASTER)
        return None if master is None else str(part.relate_to(master, RT.NOTES_MASTER))

    def set_properties(self, core: bytes, extended: bytes) -> None:
        """Put these in place of the template's own properties."""
        self._replace(RT.CORE_PROPERTIES, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core)
        self._replace(
            RT.EXTENDED_PROPERTIES, "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, extended
        )

    def written(self) -> bytes:
        """Write the whole package; the same content gives the same bytes."""
        return archived(members(self.presentation.part.package))

    @cached_property
    def _layouts(self) -> dict[str, tuple[Any, Master]]:
        return layout_parts(self.presentation)

    def _layout(self, name: LayoutName) -> tuple[Any, Master]:
        if name not in self.template.layouts:
            raise TemplateLacksError(f'the template has no layout "{name}"')
        return self._layouts[self.template.layouts[name].part]

    def _part(self, name: str, content_type: str, data: bytes = b"") -> Any:
        return Part(PackURI(name), content_type, self.presentation.part.package, data)

    def _replace(self, kind: str, name: str, content_type: str, data: bytes) -> None:
        package = self.presentation.part.package
        _drop(package, kind)
        package.relate_to(self._part(name, content_type, data), kind)


def _related(holder: Any, kind: str) -> Any | None:
    """Give the part that a part, or the package, is related to in this way, if there is one."""
    try:
        return holder.part_related_by(kind)
    except KeyError:
        return None


def _drop(package: Any, kind: str) -> None:
    """Drop the package's relationship of a kind: it is asked for once more to learn its id."""
    part = _related(package, kind)
    if part is not None:
        package.drop_rel(package.relate_to(part, kind))


def _number(relationship_id: str) -> int:
    digits = relationship_id.removeprefix("rId")
    return int(digits) if digits.isdecimal() else 0
