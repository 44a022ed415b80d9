"""The structure tree of a PDF: its elements in the order of reading, and the words of each."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import Struct, field

from tests.support.drawn import pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.support.places import Words


class Line(Struct, frozen=True):
    """Words of an element, and the page that they stand on, from 1."""

    page: int
    words: Words


class Element(Struct):
    """An element: its kind (`H1`), what it says of itself, and what is in it."""

    kind: str
    parent: Element | None = None
    language: str | None = None
    alternative: str | None = None
    scope: str | None = None
    inside: list[Element | Line] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Give the element and all in it, in the order of reading."""
        yield self
        for part in self.inside:
            if isinstance(part, Element):
                yield from part.walk()

    def lines(self) -> Iterator[Line]:
        """Give all words in it, in the order of reading."""
        for part in self.inside:
            if isinstance(part, Line):
                yield part
            else:
                yield from part.lines()

    @property
    def words(self) -> str:
        """Its words, with single spaces."""
        return " ".join("".join(_led_by_breaks(self.lines())).split())

    def children(self) -> Iterator[Element]:
        """Give the elements right inside it."""
        yield from (part for part in self.inside if isinstance(part, Element))

    def above(self) -> Iterator[Element]:
        """Give the elements that it is in, the innermost first."""
        if self.parent is not None:
            yield self.parent
            yield from self.parent.above()


def _led_by_breaks(lines: Iterable[Line]) -> Iterator[str]:
    """Give the words of lines, with a space where one begins anew."""
    before = None
    for line in lines:
        place = line.page, round(line.words.box.bottom)
        yield line.words.words if before in (None, place) else f" {line.words.words}"
        before = place


@cache
def tree(data: bytes) -> Element:
    """Read the structure tree of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
        marked = {
            (n, words.mark): words
            for n, page in enumerate(pages(data), 1)
            for words in page.words
            if words.mark is not None
        }
        return _Reader(numbers, marked).read(pdf.Root.StructTreeRoot, None)


class _Reader(Struct, frozen=True):
    numbers: dict[tuple[int, int], int]
    marked: dict[tuple[int, int], Words]

    def read(self, found: pikepdf.Object, parent: Element | None) -> Element:
        element = Element(str(found.get("/S", "/Root"))[1:], parent)
        element.language = _text(found, "/Lang")
        element.alternative = _text(found, "/Alt")
        element.scope = _text(found.get("/A", pikepdf.Dictionary()), "/Scope")
        kids = found.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            element.inside.extend(self._part(kid, found, element))
        return element

    def _part(self, kid: Any, found: pikepdf.Object, parent: Element) -> Iterator[Element | Line]:
        if not isinstance(kid, pikepdf.Dictionary):
            page = self.numbers[found.Pg.objgen]
            words = self.marked.get((page, int(kid)))
            yield from () if words is None else (Line(page, words),)
        elif "/S" in kid:
            yield self.read(kid, parent)


def _text(found: pikepdf.Object, key: str) -> str | None:
    return str(found[key]) if key in found else None
