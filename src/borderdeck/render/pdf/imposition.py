"""Pages of half a sheet -> sheets for the printer, two pages side by side.

What comes out is for paper alone: the tags of the pages are lost, and links lead nowhere.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Pdf

from borderdeck.documents.sheets import Imposition
from borderdeck.render.pdf.saving import saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pikepdf import Page

Side = tuple[int | None, int | None]
"""The pages at the left and at the right of a side of a sheet, from 0; None is an empty one."""


def booklet_order(pages: int) -> Iterator[Side]:
    """Give the sides of sheets that are laid into each other, folded once and stitched.

    Fronts and backs alternate; printed on both sides and flipped on the short edge, they read in
    order.
    """
    whole = -(-pages // 4) * 4
    for first in range(0, whole // 2, 2):
        last = whole - 1 - first
        yield _there(last, pages), _there(first, pages)
        yield _there(first + 1, pages), _there(last - 1, pages)


def reading_order(pages: int) -> Iterator[Side]:
    """Give the sides of sheets that are read as they lie: 1 and 2, 3 and 4."""
    for first in range(0, pages, 2):
        yield first, _there(first + 1, pages)


ORDERS: dict[Imposition, Callable[[int], Iterator[Side]]] = {
    Imposition.BOOKLET: booklet_order,
    Imposition.TWO_UP: reading_order,
}


def impose(data: bytes, imposition: Imposition, *, right_to_left: bool) -> tuple[bytes, int]:
    """Lay the pages of a PDF out on sheets of double their width; count the sides that it takes.

    A booklet in a script that runs from right to left opens to the right.
    """
    with Pdf.open(io.BytesIO(data)) as source, Pdf.new() as sheets:
        sides = ORDERS[imposition](len(source.pages))
        _lay_out(source, sheets, (_mirrored(side) if right_to_left else side for side in sides))
        _describe(source, sheets)
        return saved(sheets), len(sheets.pages)


def _there(page: int, pages: int) -> int | None:
    return page if page < pages else None


def _mirrored(side: Side) -> Side:
    return side[1], side[0]


def _lay_out(source: Pdf, sheets: Pdf, sides: Iterable[Side]) -> None:
    """Place the pages; each is named by its place, as pikepdf's own overlays have random names."""
    pages = [sheets.copy_foreign(_untagged(page).as_form_xobject()) for page in source.pages]
    left, bottom, right, top = (float(edge) for edge in source.pages[0].mediabox)
    width, height = right - left, top - bottom
    for side in sides:
        sheet = sheets.add_blank_page(page_size=(2 * width, height))
        there = {place: page for place, page in enumerate(side) if page is not None}
        forms = {f"/Page{place}": pages[page] for place, page in there.items()}
        drawn = (f"q 1 0 0 1 {place * width:g} 0 cm /Page{place} Do Q\n" for place in there)
        sheet.Resources = Dictionary(XObject=Dictionary(forms))
        sheet.Contents = sheets.make_stream("".join(drawn).encode())


def _untagged(page: Page) -> Page:
    """Drop what belongs to the structure tree, which is not taken along."""
    for key in (Name.StructParents, Name.Annots, Name.Tabs):
        if key in page.obj:
            del page.obj[key]
    return page


def _describe(source: Pdf, sheets: Pdf) -> None:
    """Take the title and the language along."""
    if (title := source.docinfo.get(Name.Title)) is not None:
        sheets.docinfo[Name.Title] = str(title)
    if (language := source.Root.get(Name.Lang)) is not None:
        sheets.Root.Lang = str(language)
