"""Read a deck's template: its layouts, and the boxes and text styles that planning measures.

What is read is what decks are rendered with: `DeckTemplate` says which shape of which layout plays
which role, and both the planner and the renderer go by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.documents.layouts import DeckTemplate, LayoutBoxes
from borderdeck.documents.slides import LayoutName, Role
from borderdeck.render.pptx.design import design_of
from borderdeck.render.pptx.naming import by_id, named_roles

if TYPE_CHECKING:
    from borderdeck.documents.layouts import Lack, TextBox
    from borderdeck.render.pptx.design import Design
    from borderdeck.render.pptx.placeholders import Placeholder

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


class Found(Struct, frozen=True):
    """A layout of the template, and what its shapes are for, by id.

    `exact` says that it is one of ours, whose shapes tell by their names what they are for, `made`
    that it is not the template's own; `origin` is the part that it is, or was made of.
    """

    part: str
    roles: Mapping[int, Role]
    exact: bool = False
    made: bool = False
    origin: str = ""
    lacks: tuple[Lack, ...] = ()


def read_template(data: bytes) -> DeckTemplate:
    """Read a template of any make; what it lacks is made of what it has, and told.

    Boxes are in points, the text's insets taken off. Raises `UnreadableTemplateError`, also where
    there is no layout with a title and a place for text.
    """
    from borderdeck.render.pptx.taking_in import taken_in  # which loads python-pptx

    return taken_in(data)


def read_clean_template(data: bytes) -> DeckTemplate:
    """Read a template that is as one is once it was taken in, such as those that ship."""
    layouts = design_of(data).layouts.values()
    found = {LayoutName(e.name): Found(e.part, {}, exact=True, origin=e.part) for e in layouts}
    return template_of(data, found)


def template_of(data: bytes, found: Mapping[LayoutName, Found]) -> DeckTemplate:
    """Give a clean template whose layouts were found."""
    lacks = tuple(lack for each in found.values() for lack in each.lacks)
    return DeckTemplate(data, _Layouts(found, design_of(data)), lacks)


class _Layouts(Mapping[LayoutName, LayoutBoxes]):
    """Layouts, each read when a slide first takes it: most decks do with a third of them."""

    def __init__(self, found: Mapping[LayoutName, Found], design: Design) -> None:
        self._found = found
        self._design = design
        self._read: dict[LayoutName, LayoutBoxes] = {}

    def __getitem__(self, name: LayoutName) -> LayoutBoxes:
        if name not in self._read:
            found = self._found[name]
            placeholders = self._design.layouts[found.part].placeholders
            roles = by_id(named_roles(placeholders)) if found.exact else found.roles
            self._read[name] = _boxes(name, replace(found, roles=roles), placeholders)
        return self._read[name]

    def __iter__(self) -> Iterator[LayoutName]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def with_roles(found: Iterable[Placeholder], roles: Mapping[int, Role]) -> tuple[Placeholder, ...]:
    """Say of placeholders what each is for; those that are for nothing are left out."""
    return tuple(replace(p, role=roles[p.identifier]) for p in found if p.identifier in roles)


def _boxes(name: LayoutName, found: Found, layout: Iterable[Placeholder]) -> LayoutBoxes:
    used = with_roles(layout, found.roles)
    boxes = {p.role: p.box if found.exact else _own(p) for p in used if p.role is not None}
    return LayoutBoxes(name, boxes, found.part, found.roles, found.origin)


def _own(placeholder: Placeholder) -> TextBox:
    """Give a box of a facilitator's own template: how small words in it may be."""
    least = None if placeholder.role is None else LEAST.get(placeholder.role)
    return replace(placeholder.box, least=least)
