"""Share content out over slides: as few as it takes, evenly, what belongs together together."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from borderdeck.documents.cut import cut_paragraph
from borderdeck.documents.fit import ROUNDING, measure, stacked
from borderdeck.documents.partition import Cut, Row, partition
from borderdeck.documents.tables import header_height, row_heights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Paragraph, Paragraphs, TableContent


def split(paragraphs: Paragraphs, box: TextBox, fonts: FontBook) -> tuple[Paragraphs, ...]:
    """Cut paragraphs into the fewest pieces that each fit the box, their heights as even as can be.

    A cut is forced where a paragraph asks for it, and forbidden after an introduction and between
    an item and its first inner one. A paragraph is cut only if it is too long by itself. What
    cannot be made to fit (a line higher than the box) is a piece that `fits` says no to.
    """
    pieces: list[Paragraphs] = []
    for stretch in _between_breaks(paragraphs):
        parts = tuple(part for whole in stretch for part in _parts(whole, box, fonts))
        pieces += (parts[start:end] for start, end in partition(_row(parts, box, fonts)))
    return tuple(pieces)


def split_table(table: TableContent, box: TextBox, fonts: FontBook) -> tuple[TableContent, ...]:
    """Cut a table between rows into the fewest that each fit the box, the header on each.

    A row that is too high even by itself makes a table that `table_fits` says no to.
    """
    if not table.rows:
        return (table,)
    header = header_height(table, box, fonts)
    tops = list(accumulate(row_heights(table, box, fonts), initial=header))
    row = Row(
        count=len(table.rows),
        limit=box.height + ROUNDING,
        height=lambda start, end: header + tops[end] - tops[start],
        cut=lambda _: Cut.FREE,
    )
    return tuple(replace(table, rows=table.rows[start:end]) for start, end in partition(row))


def _between_breaks(paragraphs: Paragraphs) -> Iterator[Paragraphs]:
    forced = (index for index, p in enumerate(paragraphs) if p.break_before and index)
    for start, end in pairwise([0, *forced, len(paragraphs)]):
        yield paragraphs[start:end]


def _parts(paragraph: Paragraph, box: TextBox, fonts: FontBook) -> Paragraphs:
    """Give the paragraph, or its parts if it is too long for the box by itself."""
    (alone,) = measure((paragraph,), box, fonts)
    short = alone.height <= box.height + ROUNDING
    return (paragraph,) if short else cut_paragraph(paragraph, box, fonts)


def _row(paragraphs: Paragraphs, box: TextBox, fonts: FontBook) -> Row:
    measured = measure(paragraphs, box, fonts)
    return Row(
        count=len(paragraphs),
        limit=box.height + ROUNDING,
        height=lambda start, end: stacked(measured[start:end]),
        cut=lambda index: _cut_before(paragraphs, index),
    )


def _cut_before(paragraphs: Paragraphs, index: int) -> Cut:
    """Judge a cut: never between an introduction or parent and what follows; else mind siblings."""
    before, after = paragraphs[index - 1], paragraphs[index]
    if before.keep_with_next or after.level > before.level:
        return Cut.FORBIDDEN
    return Cut.UNWELCOME if after.level else Cut.FREE
