"""A built deck as the gate sees it: slides, what they stand on, their notes and properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.inspect.colours import WHITE
from borderdeck.inspect.shapes import TITLES
from borderdeck.inspect.xml import first, flag, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.paint import Paint, Palette
    from borderdeck.inspect.shapes import Shape


class Place(Struct, frozen=True):
    """Where something is: its place among the messages, and the words for it."""

    order: int
    words: str


WHOLE_DECK = Place(0, "")


class Sheet(Struct, frozen=True, eq=False):
    """A slide, a layout or a master; `base` is the sheet that it stands on."""

    place: Place
    root: Element
    base: Sheet | None
    palette: Palette
    defaults: Element | None
    table_styles: Element | None
    shapes: tuple[Shape, ...]

    @property
    def lineage(self) -> Iterator[Sheet]:
        """Itself and what it stands on, down to the master."""
        yield self
        if self.base is not None:
            yield from self.base.lineage

    @property
    def on_slide(self) -> bool:
        """Whether it is a slide itself."""
        return bool(self.root.tag == name("p:sld"))

    @property
    def shown(self) -> tuple[Shape, ...]:
        """The shapes that it adds to what a slide shows; a layout's placeholders are not shown."""
        if self.on_slide:
            return tuple(each for each in self.shapes if not (each.hidden or each.prompt))
        return tuple(each for each in self.shapes if each.reference is None and not each.hidden)

    @property
    def beneath(self) -> tuple[Sheet, ...]:
        """The sheets whose shapes are seen under its own, the lowest first."""
        if self.base is None or flag(self.root, "showMasterSp") is False:
            return ()
        return (*self.base.beneath, self.base)

    @property
    def ground(self) -> Paint:
        """The colours of its background, its own or inherited; white where none is given."""
        given = (first(sheet.root, "p:cSld/p:bg") for sheet in self.lineage)
        found = next((each for each in given if each is not None), None)
        painted = () if found is None else self.palette.background(found)
        return painted or (self.palette.scheme.named("bg1") or WHITE,)

    def text_style(self, kind: str) -> Element | None:
        """Give the master's text style: `titleStyle`, `bodyStyle` or `otherStyle`."""
        *_, master = self.lineage
        return first(master.root, f"p:txStyles/p:{kind}")


class Slide(Struct, frozen=True, eq=False):
    """A slide; `number` counts from 1, `identifier` is what sections know it by."""

    number: int
    identifier: str
    sheet: Sheet
    notes: Element | None

    @property
    def title_shapes(self) -> tuple[Shape, ...]:
        """Its title placeholders."""
        return tuple(each for each in self.sheet.shapes if each.placeholder in TITLES)

    @property
    def title(self) -> str:
        """Its title's words."""
        return next(filter(None, (each.words for each in self.title_shapes)), "")


class Section(Struct, frozen=True, eq=False):
    """A section of the slide sorter."""

    name: str
    slides: frozenset[str]


class Deck(Struct, frozen=True, eq=False):
    """A deck: its slides, its sections, its core properties."""

    slides: tuple[Slide, ...]
    sections: tuple[Section, ...]
    core: Element | None

    @property
    def sheets(self) -> Iterator[Sheet]:
        """All that is shown: the slides, then the layouts and masters seen on them, each once."""
        yield from (slide.sheet for slide in self.slides)
        yield from dict.fromkeys(sheet for slide in self.slides for sheet in slide.sheet.beneath)
