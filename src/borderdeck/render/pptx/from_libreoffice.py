"""Masters that LibreOffice saved, mended.

It writes a master without text styles: how text is to look stands in the sample paragraphs of its
placeholders alone ("Click to edit the outline text format"), which no slide inherits. Here they
become the styles that slides do inherit. Where there are several masters, it gives the layouts of
all of them the boxes of the last one, and where a master has several boxes for text, it gives them
the first; here they get their own master's largest. Seen with 7.4.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from borderdeck.render.pptx.xml import P, every, first, name, needed, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

STYLES = {"titleStyle": ("title", "ctrTitle"), "bodyStyle": ("body",), "otherStyle": ()}
"""A master's text styles, in their order, and the placeholders whose samples tell of them."""

OWN = frozenset({"subTitle", "ftr", "dt", "sldNum"})
"""Placeholders that are set otherwise than their master's text styles say."""

TITLE = frozenset({"title"})
BODY = frozenset({"body"})
BOXES = frozenset({"obj", "body", "subTitle"})


def mend_master(master: Any) -> None:
    """Mend a master, and its layouts, where it has no text styles."""
    if first(master.element, "p:txStyles") is None:
        _lift_styles(master)
        bodies = list(_placeholders(master.element, BODY))
        for layout in tuple(master.slide_layouts):
            if len(bodies) > 1 or _has_boxes_of_another(layout.element, master.element):
                _return_boxes(master, layout)


def _has_boxes_of_another(layout: Element, master: Element) -> bool:
    places = [_place(title) for part in (layout, master) for title in _placeholders(part, TITLE)]
    return len(places) == len((layout, master)) and places[0] not in (None, places[1])


def _place(shape: Element) -> tuple[tuple[str, str], ...] | None:
    place = first(shape, "p:spPr/a:xfrm")
    if place is None:
        return None
    return tuple((str(k), str(v)) for side in place for k, v in side.attrib.items())


def _return_boxes(master: Any, layout: Any) -> None:
    """Let a layout's boxes stand where its master's do; one that has several boxes is left out."""
    shapes = list(_placeholders(layout.element, BOXES))
    if len(shapes) > 1:
        master.slide_layouts.remove(layout)
        return
    for shape in (*shapes, *_placeholders(layout.element, OWN | TITLE)):
        _remove_places(shape)
    largest = max(_placeholders(master.element, BODY), key=_area, default=None)
    for shape in shapes:
        for place in every(largest, "p:spPr/a:xfrm") if largest is not None else ():
            needed(shape, "p:spPr").insert(0, deepcopy(place))


def _remove_places(shape: Element) -> None:
    for properties in every(shape, "p:spPr"):
        for place in every(properties, "a:xfrm"):
            properties.remove(place)


def _area(shape: Element) -> int:
    size = first(shape, "p:spPr/a:xfrm/a:ext")
    return 0 if size is None else int(size.get("cx", "0")) * int(size.get("cy", "0"))


def _lift_styles(master: Any) -> None:
    """Give a master the text styles of its samples, and subtitles and feet theirs."""
    styles = readable(P.txStyles(*(getattr(P, kind)() for kind in STYLES)))
    for style, kinds in zip(styles, STYLES.values(), strict=True):
        shapes = (s for kind in kinds for s in _placeholders(master.element, {kind}))
        for shape in sorted(shapes, key=_area, reverse=True):
            _lift(shape, style)
    _before_extensions(master.element, styles)
    for part in (master.element, *(layout.element for layout in master.slide_layouts)):
        for shape in _placeholders(part, OWN):
            _lift_own(shape)


def _placeholders(part: Element, kinds: set[str] | frozenset[str]) -> Iterator[Element]:
    for shape in every(part, "p:cSld/p:spTree/p:sp"):
        reference = first(shape, "p:nvSpPr/p:nvPr/p:ph")
        if reference is not None and reference.get("type", "obj") in kinds:
            yield shape


def _lift_own(shape: Element) -> None:
    """Give a placeholder that has no list style the one of its sample."""
    style = own_list_style(shape)
    if style is not None and len(style) == 0:
        _lift(shape, style)
        if len(style) == 1:  # deeper levels would be those of a body, with bullets
            deeper = deepcopy(style[0])
            deeper.tag = name("a:lvl2pPr")
            style.append(deeper)


def own_list_style(shape: Element) -> Element | None:
    """Give a shape's own list style, made where there is none; None for a shape without text."""
    body = first(shape, "p:txBody")
    if body is None:
        return None
    style = first(body, "a:lstStyle")
    if style is None:
        style = body.makeelement(name("a:lstStyle"))
        body.insert(1, style)
    return style


def _lift(shape: Element, style: Element) -> None:
    """Write the properties of each level's first sample into a style that lacks that level."""
    for paragraph in every(shape, "p:txBody/a:p"):
        properties = first(paragraph, "a:pPr")
        level = 1 + int("0" if properties is None else properties.get("lvl", "0"))
        if first(style, f"a:lvl{level}pPr") is None:
            style.append(_level(paragraph, properties, level))


def _level(paragraph: Element, properties: Element | None, level: int) -> Element:
    made = paragraph.makeelement(name(f"a:lvl{level}pPr"))
    for child in () if properties is None else properties:
        made.append(deepcopy(child))
    for key, value in () if properties is None else properties.attrib.items():
        if key != "lvl":
            made.set(key, value)
    characters = _characters(paragraph)
    if characters is not None:
        made.append(characters)
    return made


def _characters(paragraph: Element) -> Element | None:
    """Give the sample's character properties as a style's, but for its language and links."""
    for path in ("a:r/a:rPr", "a:fld/a:rPr", "a:endParaRPr"):
        found = first(paragraph, path)
        if found is not None:
            made = found.makeelement(name("a:defRPr"))
            made.extend(deepcopy(child) for child in found if "hlink" not in str(child.tag))
            for key, value in found.attrib.items():
                if key != "lang":
                    made.set(key, value)
            return made
    return None


def _before_extensions(root: Element, element: Element) -> None:
    extensions = first(root, "p:extLst")
    if extensions is None:
        root.append(element)
    else:
        extensions.addprevious(element)
