"""Read a deck's template: its layouts, and the boxes and text styles that planning measures.

What is read is what decks are rendered with: `DeckTemplate` says which shape of which layout plays
which role, and both the planner and the renderer go by that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from borderdeck.documents.layouts import DeckTemplate, LayoutBoxes
from borderdeck.documents.slides import Role
from borderdeck.render.pptx.archive import archived
from borderdeck.render.pptx.arrangements import Sight
from borderdeck.render.pptx.fallbacks import Found, complete, foot_lacks
from borderdeck.render.pptx.guard import BROKEN, UnreadableTemplateError, opened
from borderdeck.render.pptx.matching import find_layouts
from borderdeck.render.pptx.members import members
from borderdeck.render.pptx.mending import mend
from borderdeck.render.pptx.placeholders import notes_master, shapes, slide_master
from borderdeck.render.pptx.xml import first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import LayoutName
    from borderdeck.render.pptx.placeholders import Master, Placeholder

Layout = tuple["Placeholder", ...]

LEAST = {
    Role.TITLE: 20.0,
    Role.SUBTITLE: 18.0,
    Role.PLACE_AND_DATE: 18.0,
    Role.RAIL: 12.0,
    Role.SOURCE: 18.0,
    Role.SIDE: 18.0,
    Role.CAPTION: 18.0,
    Role.FOOTER: 12.0,
    Role.DATE: 12.0,
}
"""The smallest sizes, in points, that words may be set in where a box of a facilitator's own
template is too small for them, and they cannot go on to a next slide."""


def read_template(data: bytes) -> DeckTemplate:
    """Read a template of any make; what it lacks is made of what it has, and told.

    Boxes are in points, the text's insets taken off. Raises `UnreadableTemplateError`, also where
    there is no layout with a title and a place for text.
    """
    presentation = opened(data)
    try:
        return _read(presentation, data)
    except BROKEN as error:
        raise UnreadableTemplateError("it is broken") from error


def _read(presentation: Any, data: bytes) -> DeckTemplate:
    order = shown_masters(presentation)
    mended = mend(presentation)
    found = complete(presentation, find_layouts(sights(presentation, order)))
    if mended or any(each.made for each in found.values()):
        data = archived(members(presentation.part.package))
    parts = layout_parts(presentation)
    layouts = {
        name: _boxes(name, each, placeholders(*parts[each.part])) for name, each in found.items()
    }
    lacks = (lack for each in found.values() for lack in each.lacks)
    return DeckTemplate(data, layouts, (*lacks, *foot_lacks(layouts)))


def sights(presentation: Any, shown: tuple[int, ...] = ()) -> Iterator[Sight]:
    """Give the layouts; the masters of sample slides go before others, and the first of all.

    `shown` are the masters of the template's sample slides, in their order.
    """
    opening = shown[0] if shown else 0
    usual = Counter(shown[1:] or shown or (0,)).most_common(1)[0][0]
    for part, number, layout, master in _layouts(presentation):
        common = first(layout.element, "p:cSld")
        yield Sight(
            part,
            0 if number == usual else 1 + number,
            0 if number == opening else 1 + number,
            "" if common is None else common.get("name", ""),
            layout.element.get("type", ""),
            placeholders(layout, master),
            master.from_the_right,
        )


def shown_masters(presentation: Any) -> tuple[int, ...]:
    """Say which master each of the template's sample slides stands on, counted from 0."""
    parts = [master.part.partname for master in presentation.slide_masters]
    if first(presentation.element, "p:sldIdLst") is None:
        return ()
    slides = presentation.slides  # which writes an empty list where there is none
    return tuple(parts.index(slide.slide_layout.slide_master.part.partname) for slide in slides)


def layout_parts(presentation: Any) -> dict[str, tuple[Any, Master]]:
    """Give each layout, and what it inherits from, by the name of its part."""
    return {part: (layout, master) for part, _, layout, master in _layouts(presentation)}


def placeholders(layout: Any, master: Master) -> Layout:
    """Give the placeholders of a layout, or of the notes master, in its own order."""
    return tuple(master.resolve(shape) for shape in shapes(layout.element))


def with_roles(found: Layout, roles: Mapping[int, Role]) -> Layout:
    """Say of placeholders what each is for; those that are for nothing are left out."""
    return tuple(replace(p, role=roles[p.identifier]) for p in found if p.identifier in roles)


def read_notes_master(presentation: Any) -> Layout:
    """Give the placeholders of the notes master, which is made where the template has none."""
    proxy = presentation.notes_master
    master = notes_master(proxy.element, presentation.element, _theme(proxy.part))
    return placeholders(proxy, master)


def _layouts(presentation: Any) -> Iterator[tuple[str, int, Any, Master]]:
    for number, proxy in enumerate(presentation.slide_masters):
        master = slide_master(proxy.element, presentation.element, _theme(proxy.part))
        for layout in proxy.slide_layouts:
            yield str(layout.part.partname), number, layout, master


def _boxes(name: LayoutName, found: Found, layout: Layout) -> LayoutBoxes:
    used = with_roles(layout, found.roles)
    boxes = {p.role: p.box if found.exact else _own(p) for p in used if p.role is not None}
    return LayoutBoxes(name, boxes, found.part, found.roles, found.origin)


def _own(placeholder: Placeholder) -> TextBox:
    """Give a box of a facilitator's own template: how small words in it may be."""
    least = None if placeholder.role is None else LEAST.get(placeholder.role)
    return replace(placeholder.box, least=least)


def _theme(master_part: Any) -> Element:
    theme: Element = parse_xml(master_part.part_related_by(RT.THEME).blob)
    return theme
