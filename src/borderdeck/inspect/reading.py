"""A deck's archive to what the gate inspects: layouts and masters are read once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.inspect.colours import Scheme
from borderdeck.inspect.deck import Deck, Place, Section, Sheet, Slide
from borderdeck.inspect.package import UnreadableDeckError, open_package
from borderdeck.inspect.paint import Palette
from borderdeck.inspect.shapes import shapes_in
from borderdeck.inspect.xml import every, first, local, name, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.package import Package

AFTER_SLIDES = 2**31
"""Where the places of layouts and masters begin."""


def read_deck(data: bytes) -> Deck:
    """Read a deck; raises `UnreadableDeckError`."""
    package = open_package(data)
    part = package.needed("", "officeDocument")
    root = package.xml(part)
    if root.tag != name("p:presentation"):
        raise UnreadableDeckError(
            "it is not a presentation that can be read here",
            'save it in PowerPoint as "PowerPoint Presentation (*.pptx)", not as a strict one',
        )
    return _Reader(package, part, root).deck()


class _Reader(Struct, frozen=True):
    package: Package
    part: str
    root: Element
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def deck(self) -> Deck:
        entries = enumerate(every(self.root, "p:sldIdLst/p:sldId"), start=1)
        slides = tuple(self.slide(number, entry) for number, entry in entries)
        return Deck(slides, tuple(_sections(self.root)), self.optional("", "core-properties"))

    def slide(self, number: int, entry: Element) -> Slide:
        found = self.package.relationships(self.part).get(entry.get(name("r:id"), ""))
        if found is None:
            raise UnreadableDeckError(f"its slide {number} is missing")
        layout = self.layout(self.package.needed(found.target, "slideLayout"))
        place = Place(number, f"slide {number}")
        sheet = _on(layout, place, self.package.xml(found.target))
        notes = self.optional(found.target, "notesSlide")
        return _titled(Slide(number, entry.get("id", ""), sheet, notes))

    def layout(self, part: str) -> Sheet:
        if part not in self.sheets:
            master = self.master(self.package.needed(part, "slideMaster"))
            root = self.package.xml(part)
            common = first(root, "p:cSld")
            called = "" if common is None else common.get("name", "")
            self.sheets[part] = _on(master, self.after(f"layout {shortened(called)}"), root)
        return self.sheets[part]

    def master(self, part: str) -> Sheet:
        if part not in self.sheets:
            root = self.package.xml(part)
            theme = self.package.xml(self.package.needed(part, "theme"))
            self.sheets[part] = Sheet(
                place=self.after("slide master"),
                root=root,
                base=None,
                palette=_palette(theme, first(root, "p:clrMap")),
                defaults=first(self.root, "p:defaultTextStyle"),
                table_styles=self.optional(self.part, "tableStyles"),
                shapes=shapes_in(root),
            )
        return self.sheets[part]

    def optional(self, part: str, kind: str) -> Element | None:
        found = self.package.related(part, kind)
        return None if found is None else self.package.xml(found)

    def after(self, words: str) -> Place:
        return Place(AFTER_SLIDES + len(self.sheets), words)


def _on(base: Sheet, place: Place, root: Element) -> Sheet:
    """Read a sheet that stands on another."""
    changed = first(root, "p:clrMapOvr/a:overrideClrMapping")
    palette = base.palette
    if changed is not None:
        palette = replace(palette, scheme=replace(palette.scheme, mapping=_mapping(changed)))
    shapes = shapes_in(root, base.shapes)
    return replace(base, place=place, root=root, base=base, palette=palette, shapes=shapes)


def _titled(slide: Slide) -> Slide:
    if not slide.title:
        return slide
    place = Place(slide.number, f"slide {slide.number} {shortened(slide.title)}")
    return replace(slide, sheet=replace(slide.sheet, place=place))


def _palette(theme: Element, mapping: Element | None) -> Palette:
    elements = first(theme, "a:themeElements")
    colours = {local(each): each for each in _members(elements, "a:clrScheme")}
    return Palette(
        Scheme(colours, _mapping(mapping)),
        _members(elements, "a:fmtScheme/a:fillStyleLst"),
        _members(elements, "a:fmtScheme/a:bgFillStyleLst"),
    )


def _mapping(element: Element | None) -> dict[str, str]:
    attributes = () if element is None else element.attrib.items()
    return {str(key): str(value) for key, value in attributes}


def _members(element: Element | None, path: str) -> tuple[Element, ...]:
    found = first(element, path)
    return () if found is None else tuple(found)


def _sections(root: Element) -> Iterator[Section]:
    for section in every(root, "p:extLst/p:ext/p14:sectionLst/p14:section"):
        slides = every(section, "p14:sldIdLst/p14:sldId")
        listed = frozenset(slide.get("id", "") for slide in slides)
        yield Section(" ".join(section.get("name", "").split()), listed)
