"""The layouts of a clean package, and its notes master, read once for all its decks."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.render.pptx.archive import members_of
from borderdeck.render.pptx.parts import Package
from borderdeck.render.pptx.placeholders import notes_master, placeholders, slide_master
from borderdeck.render.pptx.xml import every, first, name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from borderdeck.render.pptx.placeholders import Master, Placeholder

_R_ID = name("r:id")


class Layout(Struct, frozen=True, eq=False, dict=True):
    """A layout as it is found: its part, the element in it, its master, `number` counts from 0."""

    part: str
    element: Element
    master: Master
    number: int

    @property
    def name(self) -> str:
        """What it is called in PowerPoint."""
        common = first(self.element, "p:cSld")
        return "" if common is None else common.get("name", "")

    @property
    def type(self) -> str:
        """Its type (ECMA-376 part 1, 19.7.15), where it has one."""
        return self.element.get("type", "")

    @cached_property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Its placeholders, in its own order: read when they are first asked for."""
        return placeholders(self.element, self.master)


class Design(Struct, frozen=True, eq=False, dict=True):
    """What decks take from a package."""

    package: Package

    @cached_property
    def presentation(self) -> Element:
        """The presentation's own element."""
        return self.package.element(self.package.presentation)

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """All layouts by their parts, master by master, in the order that PowerPoint lists them."""
        return {layout.part: layout for layout in self._layouts()}

    @cached_property
    def notes_master(self) -> str:
        """The name of the notes master's part."""
        return self.package.needed(self.package.presentation, "notesMaster")

    @cached_property
    def notes(self) -> tuple[Placeholder, ...]:
        """The placeholders of the notes master."""
        element = self.package.element(self.notes_master)
        theme = self._theme(self.notes_master)
        return placeholders(element, notes_master(element, self.presentation, theme))

    @cached_property
    def table_style(self) -> str | None:
        """The id of the template's default table style."""
        part = self.package.related(self.package.presentation, "tableStyles")
        return None if part is None else self.package.element(part).get("def")

    def _layouts(self) -> Iterator[Layout]:
        whole = self.package.presentation
        masters = self._listed(whole, self.presentation, "p:sldMasterIdLst/p:sldMasterId")
        for number, part in enumerate(masters):
            element = self.package.element(part)
            master = slide_master(element, self.presentation, self._theme(part))
            for layout in self._listed(part, element, "p:sldLayoutIdLst/p:sldLayoutId"):
                yield Layout(layout, self.package.element(layout), master, number)

    def _listed(self, part: str, element: Element, path: str) -> Iterator[str]:
        """Name the parts that a part lists, in its order."""
        related = self.package.relationships(part)
        for entry in every(element, path):
            yield related[entry.get(_R_ID, "")].target

    def _theme(self, master: str) -> Element:
        return self.package.element(self.package.needed(master, "theme"))


@lru_cache(maxsize=4)
def design_of(data: bytes) -> Design:
    """Give what decks take from a clean package's archive."""
    return Design(Package(members_of(data)))
