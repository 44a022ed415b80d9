"""Share content out over slides: as few as it takes, evenly, what belongs together together."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.documents.cut import cut_paragraph
from borderdeck.documents.fit import ROUNDING, measure, stacked
from borderdeck.documents.partition import Cut, Row, partition
from borderdeck.documents.tables import header_height, row_heights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderdeck.documents.fit import Measured
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Paragraphs, TableContent


def split(paragraphs: Paragraphs, box: TextBox, fonts: FontBook) -> tuple[Paragraphs, ...]:
    """Cut paragraphs into the fewest pieces that each fit the box, their heights as even as can be.

    A cut is forced where a paragraph asks for it, and forbidden after an introduction and between
    an item and its first inner one. A paragraph is cut only if it is too long by itself. What
    cannot be made to fit (a line higher than the box) is a piece that `fits` says no to.
    """
    pieces: list[Paragraphs] = []
    for stretch in _between_breaks(paragraphs):
        parts, measured = _parts(stretch, box, fonts)
        row = _row(parts, measured, box)
        pieces += (parts[start:end] for start, end in partition(row))
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


def _parts(
    paragraphs: Paragraphs, box: TextBox, fonts: FontBook
) -> tuple[Paragraphs, Sequence[Measured]]:
    """Cut those paragraphs that are too long for the box by themselves, and measure all."""
    measured = measure(paragraphs, box, fonts)
    limit = box.height + ROUNDING
    if all(each.height <= limit for each in measured):
        return paragraphs, measured
    parts = tuple(
        part
        for whole, alone in zip(paragraphs, measured, strict=True)
        for part in ((whole,) if alone.height <= limit else cut_paragraph(whole, box, fonts))
    )
    return parts, measure(parts, box, fonts)


def _row(paragraphs: Paragraphs, measured: Sequence[Measured], box: TextBox) -> Row:
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
