"""Make a template's package fit for decks: without slides of its own, sound between its parts.

Slides are not carried into decks, nor what would call for a repair or a question when they open:
printers' data, links to other files, embedded programs, ids that clash.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from borderdeck.render.pptx.from_libreoffice import mend_master
from borderdeck.render.pptx.xml import NAMESPACES, A, every, name, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

LEAST_LAYOUT_ID = 2**31
"""The lowest id of a layout or a master (ECMA-376 part 1, 19.7.2)."""

FIRST_INDEX = 100
"""The first index that is given to a placeholder without one of its own: none has as high a one."""

WEB = frozenset({"http", "https", "mailto"})

UNWANTED = frozenset(
    {
        RT.COMMENT_AUTHORS,
        RT.CONTROL,
        RT.OLE_OBJECT,
        RT.PACKAGE,
        RT.PRINTER_SETTINGS,
        RT.SLIDE,
        RT.VML_DRAWING,
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
    }
)
"""Relationships that a deck does not take over from its template."""

UNWANTED_OF_ALL = (RT.THUMBNAIL, RT.ORIGIN)
"""Those of the package itself: a picture of other slides, a signature that would be broken."""

_LISTS = ("sldIdLst", "custShowLst", "modifyVerifier")
"""What a presentation says of its own slides, and what it asks before it is changed."""

_OWNERS = frozenset(name(tag) for tag in ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp"))


def mend(presentation: Any) -> None:
    """Mend a presentation that decks are to be made from."""
    for tag in _LISTS:
        _remove(every(presentation.element, f"p:{tag}/*"))
        _remove(every(presentation.element, f"p:{tag}"))
    package = presentation.part.package
    for kind in UNWANTED_OF_ALL:
        for key in [key for key, rel in package._rels.items() if rel.reltype == kind]:  # noqa: SLF001 - it has no other name
            package._rels.pop(key)  # noqa: SLF001 - the same
    for part in _parts(presentation):
        _cut_relationships(part)
    for master in presentation.slide_masters:
        mend_master(master)
        for part in (master, *master.slide_layouts):
            _number_shapes(part.element)
            _forget_scales(part.element)
        for layout in master.slide_layouts:
            _number_placeholders(layout.element)
            _fill_footers(layout.element)
    _list_layouts(presentation)


def _parts(presentation: Any) -> Iterator[Any]:
    """Give the parts that hold XML which refers to others."""
    yield presentation.part
    if any(rel.reltype == RT.NOTES_MASTER for rel in presentation.part.rels.values()):
        yield presentation.part.notes_master_part
    for master in presentation.slide_masters:
        yield master.part
        yield from (layout.part for layout in master.slide_layouts)


def _cut_relationships(part: Any) -> None:
    root = part._element  # noqa: SLF001 - it has no other name
    for key, rel in tuple(part.rels.items()):
        if _is_unwanted(rel):
            for element, attribute in _references(root, key):
                _forget(element, attribute)
            part.rels.pop(key)


def _is_unwanted(rel: Any) -> bool:
    if rel.is_external:
        return not _is_link(rel)
    about_slides = rel.reltype == RT.VIEW_PROPS and len(rel.target_part.rels) > 0
    return about_slides or rel.reltype in UNWANTED


def _is_link(rel: Any) -> bool:
    return rel.reltype == RT.HYPERLINK and urlsplit(rel.target_ref).scheme.lower() in WEB


def _references(root: Element, key: str) -> Iterator[tuple[Element, str]]:
    prefix = f"{{{NAMESPACES['r']}}}"
    for element in tuple(root.iter()):
        for attribute, value in tuple(element.attrib.items()):
            if str(attribute).startswith(prefix) and value == key:
                yield element, str(attribute)


def _forget(element: Element, attribute: str) -> None:
    """Take out what refers to something that is no more: a link, an object, a reference."""
    local = str(element.tag).rpartition("}")[2]
    if local in {"oleObj", "control"}:
        owners = (owner for owner in element.iterancestors() if owner.tag in _OWNERS)
        _remove([next(owners, element)])
    elif local in {"blip", "videoFile", "audioFile"}:
        del element.attrib[attribute]
    else:
        _remove([element])


def _remove(elements: list[Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _number_shapes(part: Element) -> None:
    """Give shapes of one id an own one each."""
    shapes = list(part.iter(name("p:cNvPr")))
    _number(shapes, "id", 1 + max((int(s.get("id", "0")) for s in shapes), default=1))


def _forget_scales(part: Element) -> None:
    """Take away by how much the sample text of a box was shrunk: slides would inherit it."""
    for fit in part.iter(name("a:normAutofit")):
        fit.attrib.clear()


def _number_placeholders(layout: Element) -> None:
    """Give placeholders of one index an own one each.

    A slide's placeholder names its layout's by the index: without one of their own, two boxes
    beside each other could not be told apart. A title is known by its type.
    """
    found = [
        element
        for element in layout.iter(name("p:ph"))
        if element.get("type") not in {"title", "ctrTitle"}
    ]
    for element in found:
        element.set("idx", element.get("idx", "0"))
    zeros = [element for element in found if element.get("idx") == "0"]
    for element in zeros:  # 0 is the title's
        element.set("idx", "-1")
    highest = max((int(element.get("idx", "0")) for element in found), default=0)
    _number(found, "idx", max(FIRST_INDEX, highest + 1), taken=("-1",))


def _fill_footers(layout: Element) -> None:
    """Put a space into footers without a word.

    LibreOffice draws slides' footers by their layout's first word: where there is none, in a font
    of its own, and broken within words. Seen with 7.4.
    """
    for reference in layout.iter(name("p:ph")):
        shape = next(reference.iterancestors(name("p:sp")), None)
        if shape is None or reference.get("type") != "ftr" or _has_words(shape):
            continue
        for paragraph in every(shape, "p:txBody/a:p")[:1]:
            place = len(every(paragraph, "a:pPr"))
            paragraph.insert(place, readable(A.r(A.rPr(lang="en"), A.t(" "))))


def _has_words(shape: Element) -> bool:
    return next(shape.iter(name("a:t")), None) is not None


def _list_layouts(presentation: Any) -> None:
    """Let ids of masters and layouts be unique together and large enough, and all be listed."""
    entries = list(every(presentation.element, "p:sldMasterIdLst/p:sldMasterId"))
    for master in presentation.slide_masters:
        listed = every(master.element, "p:sldLayoutIdLst/p:sldLayoutId")
        known = {entry.get(name("r:id")) for entry in listed}
        for key, rel in tuple(master.part.rels.items()):
            if rel.reltype == RT.SLIDE_LAYOUT and key not in known:
                master.part.rels.pop(key)
        entries.extend(listed)
    too_small = tuple(e.get("id", "") for e in entries if int(e.get("id", "0")) < LEAST_LAYOUT_ID)
    ids = (int(entry.get("id", "0")) for entry in entries)
    _number(entries, "id", 1 + max(ids, default=0) | LEAST_LAYOUT_ID, taken=too_small)


def _number(
    elements: list[Element], attribute: str, following: int, taken: tuple[str, ...] = ()
) -> None:
    """Give new numbers, from `following`, where an earlier one has the same, or it is `taken`."""
    seen = Counter(taken)
    for element in elements:
        number = element.get(attribute, "0")
        if seen[number]:
            element.set(attribute, str(following))
            following += 1
        seen[number] += 1
