"""Read a deck's template: its layouts, and the boxes and text styles that planning measures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from borderdeck.documents.layouts import DeckTemplate, LayoutBoxes
from borderdeck.render.pptx.placeholders import layout_name, notes_master, shapes, slide_master

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.documents.slides import LayoutName
    from borderdeck.render.pptx.placeholders import Master, Placeholder

Layout = tuple["Placeholder", ...]


def read_template(data: bytes) -> DeckTemplate:
    """Read the layouts that bear a `LayoutName`, and of these the placeholders that bear a `Role`.

    Boxes are in points, the text's insets taken off.
    """
    layouts: dict[LayoutName, LayoutBoxes] = {}
    for name, layout, master in named_layouts(Presentation(BytesIO(data))):
        boxes = {p.role: p.box for p in placeholders(layout, master) if p.role is not None}
        layouts.setdefault(name, LayoutBoxes(name, boxes))
    return DeckTemplate(data, layouts)


def named_layouts(presentation: Any) -> Iterator[tuple[LayoutName, Any, Master]]:
    """Go through the layouts that are one of ours: the name, the layout, what it inherits from."""
    for proxy in presentation.slide_masters:
        master = slide_master(proxy.element, presentation.element, _theme(proxy.part))
        for layout in proxy.slide_layouts:
            name = layout_name(layout.element)
            if name is not None:
                yield name, layout, master


def placeholders(layout: Any, master: Master) -> Layout:
    """Give the placeholders of a layout, or of the notes master, in its own order."""
    return tuple(master.resolve(shape) for shape in shapes(layout.element))


def read_notes_master(presentation: Any) -> Layout:
    """Give the placeholders of the notes master, which is made where the template has none."""
    proxy = presentation.notes_master
    master = notes_master(proxy.element, presentation.element, _theme(proxy.part))
    return placeholders(proxy, master)


def _theme(master_part: Any) -> Element:
    return etree.fromstring(master_part.part_related_by(RT.THEME).blob)
