"""Putting back what `borderdeck.render.pdf.abridging` has left out: a pass over a tagged PDF.

Pages that bear but what is their own are given what all share: its instructions, as one content
stream (ISO 32000-1, 7.8.2), and copies of its elements (14.7). The first page, which is whole, is
proof that both look the same on a page by themselves.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec import Struct
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    NumberTree,
    Object,
    Operator,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

from borderdeck.render.pdf.saving import saved

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN, END = Operator("BDC"), Operator("EMC")
SAVE, RESTORE = (ContentStreamInstruction([], Operator(name)) for name in "qQ")

OF_ITS_PLACE = {"/K", "/P", "/Pg"}
"""The entries of an element that a copy has of its own."""

Instruction = ContentStreamInstruction | ContentStreamInlineImage


class Shape(Struct, frozen=True):
    """An element to be copied: its entries, and what it holds: others, or marks (MCIDs)."""

    entries: dict[str, Object]
    kids: tuple[Shape | int, ...]


class Shared(Struct, frozen=True):
    """What pages share: instructions, and elements before and after what is a page's own.

    Its marks follow those that pages have of their own: they are `marks.start` and onwards.
    """

    contents: Object
    before: tuple[Shape, ...]
    after: tuple[Shape, ...]
    marks: range


class Whole(Struct, frozen=True):
    """A document that was laid out as abridged: a section for each page, and the marks' owners."""

    pdf: Pdf
    pages: list[Page]
    sections: list[Object]
    owners: NumberTree

    @classmethod
    def of(cls, pdf: Pdf) -> Whole:
        """Look at a document's pages and structure."""
        root = pdf.Root.StructTreeRoot
        return cls(pdf, list(pdf.pages), list(root.K[0].K), NumberTree(root.ParentTree))

    def owned(self, page: Page) -> Object:
        """Give the owners of a page's marks, in the order of the marks."""
        return self.owners[int(page.StructParents)]


def restore(data: bytes, count: int) -> bytes | None:
    """Make `count` whole pages; None where they would not be what they are in full."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        whole = Whole.of(pdf)
        if not _is_as_meant(whole, count):
            return None
        shared = _shared(whole)
        for page, section in zip(whole.pages[1:count], whole.sections[1:count], strict=True):
            _complete(whole, page, section, shared)
        _end_after(whole, count)
        return saved(pdf)


def _is_as_meant(whole: Whole, count: int) -> bool:
    """Whether each page has a section, and the first one is the sum of the last two."""
    if not len(whole.pages) == len(whole.sections) == count + 2:
        return False
    first, *others, rest = whole.sections
    if _place(first) is None or any(_place(section) != 0 for section in others):
        return False
    if "/Annots" in whole.pages[-1] or _has_names(rest) or _has_levels(whole.pdf):
        return False
    return _adds_up(whole)


def _adds_up(whole: Whole) -> bool:
    """Whether what is written on the first page is what is written on the last two, no more."""
    first, *_, proof, rest = whole.pages
    written = _written(first)
    place = _place(whole.sections[0]) or 0
    own = [written.pop(mark) for mark in _marks_of(whole.sections[0].K[place])]
    parts = [list(_written(page).values()) for page in (proof, rest)]
    return [own, list(written.values())] == parts


def _place(section: Object) -> int | None:
    """Give the place, among what a section holds, of what is its page's own: its one `Div`."""
    places = [n for n, kid in enumerate(section.K) if kid.get("/S") == Name.Div]
    return places[0] if len(places) == 1 else None


def _has_names(element: Object) -> bool:
    """Whether elements have names, which others refer to and only one may bear."""
    kids = (kid for kid in element.K if isinstance(kid, Dictionary))
    return "/ID" in element or any(_has_names(kid) for kid in kids)


def _has_levels(pdf: Pdf) -> bool:
    """Whether bookmarks stand below others."""
    return "/First" in pdf.Root.get("/Outlines", Dictionary()).get("/First", Dictionary())


def _written(page: Page) -> dict[int, bytes]:
    """Give the instructions of each marked content of a page, in order; running words are none."""
    found: dict[int, list[Instruction]] = {}
    mark = None
    for instruction in parse_content_stream(page):
        if instruction.operator == BEGIN:
            mark = int(instruction.operands[1].get("/MCID", -1))
            found[mark] = []
        elif instruction.operator == END:
            mark = None
        elif mark is not None:
            found[mark].append(instruction)
    return {mark: unparse_content_stream(inside) for mark, inside in found.items()}


def _marks_of(element: Object) -> Iterator[int]:
    for kid in element.K:
        if isinstance(kid, int):
            yield kid
        else:
            yield from _marks_of(kid)


def _shared(whole: Whole) -> Shared:
    """Take what pages share from the last one."""
    start = max(len(whole.owned(page)) for page in whole.pages[1:-1])
    page, section = whole.pages[-1], whole.sections[-1]
    instructions = [_moved(i, start) for i in parse_content_stream(page)]
    shapes = tuple(_shape(kid, start) for kid in section.K)
    place = _place(whole.sections[0])
    return Shared(
        whole.pdf.make_stream(unparse_content_stream([SAVE, *instructions, RESTORE])),
        shapes[:place],
        shapes[place:],
        range(start, start + len(whole.owned(page))),
    )


def _moved(instruction: Instruction, start: int) -> Instruction:
    """Count a mark from `start`."""
    if instruction.operator != BEGIN:
        return instruction
    tag, properties = instruction.operands
    mark = Dictionary(MCID=int(properties.MCID) + start)
    return ContentStreamInstruction([tag, mark], BEGIN)


def _shape(element: Object, start: int) -> Shape:
    entries = {name: value for name, value in element.items() if name not in OF_ITS_PLACE}
    kids = (k + start if isinstance(k, int) else _shape(k, start) for k in element.K)
    return Shape(entries, tuple(kids))


def _complete(whole: Whole, page: Page, section: Object, shared: Shared) -> None:
    """Give a page what all share, around what is its own."""
    owners = whole.owned(page)
    while len(owners) < shared.marks.stop:
        owners.append(None)
    page.Contents = Array([shared.contents, page.Contents])
    place = Dictionary(P=section, Pg=page.obj)
    before = [_copy(shape, place, owners, whole.pdf) for shape in shared.before]
    after = [_copy(shape, place, owners, whole.pdf) for shape in shared.after]
    section.K = Array([*before, *section.K, *after])


def _copy(shape: Shape, place: Object, owners: Object, pdf: Pdf) -> Object:
    """Copy an element and all below it to its place: a parent and a page. It owns its marks."""
    element = pdf.make_indirect(Dictionary({**dict(place.items()), **shape.entries}))
    below = Dictionary(P=element, Pg=element.Pg)
    kids: list[Object | int] = []
    for kid in shape.kids:
        if isinstance(kid, int):
            owners[kid] = element
            kids.append(kid)
        else:
            kids.append(_copy(kid, below, owners, pdf))
    element.K = Array(kids)
    return element


def _end_after(whole: Whole, count: int) -> None:
    """Take out the pages after so many, their elements, and the bookmarks that lead to them."""
    whole.pdf.Root.StructTreeRoot.K[0].K = Array(whole.sections[:count])
    surplus = whole.pages[count:]
    for page in surplus:
        del whole.owners[int(page.StructParents)]
    if "/Outlines" in whole.pdf.Root:
        _shorten(whole.pdf.Root.Outlines, {page.obj.objgen for page in surplus})
    del whole.pdf.pages[count:]


def _shorten(outlines: Object, pages: set[tuple[int, int]]) -> None:
    """Drop the bookmarks at the end that lead to some pages; at least one stays."""
    while outlines.Last.Dest[0].objgen in pages and "/Prev" in outlines.Last:
        outlines.Last = outlines.Last.Prev
        del outlines.Last.Next
        outlines.Count -= 1
