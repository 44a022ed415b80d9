"""Make room in a presentation for what a deck brings: its slides, sections, notes and properties.

Then all that is left to do for a deck is to fill the lists and to put files into the archive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from borderdeck.render.pptx.outline import SECTIONS, slide_list
from borderdeck.render.pptx.properties import CORE, EXTENDED, NOTHING
from borderdeck.render.pptx.xml import NAMESPACES, P, every, first, readable, relation

if TYPE_CHECKING:
    from lxml.etree import _Element as Read

    from borderdeck.render.pptx.xml import Element

_BEFORE = {
    "p:sldIdLst": ("p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst"),
    "p:notesMasterIdLst": ("p:sldMasterIdLst",),
}
"""What comes before a list in a presentation (ECMA-376 part 1, 19.2.1.26)."""


def make_room(presentation: Any) -> None:
    """Give a presentation an empty list of slides, a notes master, properties to be replaced."""
    root = presentation.element
    _put(root, slide_list(()))
    notes_master = presentation.part.notes_master_part  # which is made where there is none
    key = presentation.part.relate_to(notes_master, RT.NOTES_MASTER)
    _put(root, P.notesMasterIdLst(P.notesMasterId(relation(key))))
    _remove_sections(root)
    size = first(root, "p:sldSz")
    if size is not None and "type" in size.attrib:
        del size.attrib["type"]  # it may say "4:3" of a slide of another shape
    package = presentation.part.package
    _replace(package, RT.CORE_PROPERTIES, CORE, CT.OPC_CORE_PROPERTIES)
    _replace(package, RT.EXTENDED_PROPERTIES, EXTENDED, CT.OFC_EXTENDED_PROPERTIES)


def with_our_prefixes(presentation: bytes) -> bytes:
    """Let a presentation's part call its namespaces as `borderdeck.render.pptx.outline` does."""
    root = etree.fromstring(presentation)
    known = {str(key): uri for key, uri in root.nsmap.items() if key}
    if NAMESPACES.items() <= known.items():
        return presentation
    attributes = {str(key): str(value) for key, value in root.attrib.items()}
    others = {key: uri for key, uri in known.items() if key not in NAMESPACES}
    renamed = etree.Element(root.tag, attributes, {**NAMESPACES, **others})
    renamed.extend(list(root))
    return etree.tostring(renamed, encoding="UTF-8", standalone=True)


def _put(root: Read, new: Element) -> None:
    """Put a list in its place, instead of the one that there is."""
    for old in every(root, new.tag):
        root.remove(old)
    before = [element for kind in _BEFORE[new.tag] for element in every(root, kind)]
    root.insert(len(before), readable(new))


def _remove_sections(root: Read) -> None:
    for extensions in every(root, "p:extLst"):
        for old in every(extensions, f"p:ext[@uri='{SECTIONS}']"):
            extensions.remove(old)
        if len(extensions) == 0:
            root.remove(extensions)


def _replace(package: Any, kind: str, name: str, content_type: str) -> None:
    """Put properties of ours, still empty, in place of the template's own."""
    for key in [key for key, rel in package._rels.items() if rel.reltype == kind]:  # noqa: SLF001 - it has no other name
        package.drop_rel(key)
    package.relate_to(Part(PackURI(name), content_type, package, NOTHING[name]), kind)
