"""Tables: a listener hears a cell together with the heading of its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.inspect.findings import Finding
from borderdeck.inspect.tables import header_cells
from borderdeck.inspect.xml import first, flag, shortened, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.deck import Deck


def tables_without_header(deck: Deck) -> Iterator[Finding]:
    """Find tables whose first row is no header, or has an empty cell beyond the corner."""
    for slide in deck.slides:
        for shape in slide.sheet.shown:
            fault = None if shape.table is None else _fault(shape.table)
            if fault is not None:
                message = f"the table {shortened(shape.words or shape.name)} {fault[0]}"
                yield Finding(slide.sheet.place, message, fault[1])


def _fault(table: Element) -> tuple[str, str] | None:
    if flag(first(table, "a:tblPr"), "firstRow") is not True:
        return "has no header row", 'click into it and tick "Table Design > Header Row"'
    headings = [words(cell) for cell in header_cells(table)]
    if not all(headings[1:]) or not any(headings):
        return "has an empty heading", "type a heading for each column into the first row"
    return None
