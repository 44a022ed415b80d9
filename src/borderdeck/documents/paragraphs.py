"""Blocks of the course as paragraphs: for a slide's body, and for its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course import model
from borderdeck.course.text import Run
from borderdeck.documents.slides import Marker, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.course.text import Prose, Text
    from borderdeck.documents.slides import Runs


def paragraphs_of(block: model.AnyBlock) -> Iterator[Paragraph]:  # noqa: C901 - a case a kind
    """Give a block's words as paragraphs, in reading order."""
    match block:
        case model.Paragraph():
            yield Paragraph(block.paragraph.runs)
        case model.Bullets():
            yield from _list(block.lead, block.bullets, Marker.BULLET)
        case model.Prompts():
            yield from _list(block.lead, block.prompts, Marker.BULLET)
        case model.Numbered():
            yield from _list(block.lead, block.numbered, Marker.NUMBER)
        case model.Activity():
            yield from items(block.activity, Marker.NUMBER)
        case model.Question():
            yield Paragraph(block.question.runs)
        case model.Quote():
            yield from _texts(block.quote, block.source)
        case model.Image():
            yield from _texts(block.alt, block.caption)
        case model.Table():
            yield from _rows(block)
        case model.Columns():
            for column in block.columns:
                yield from _texts(column.title)
                for inner in column.blocks:
                    yield from paragraphs_of(inner)


def items(entries: Iterable[model.Item], marker: Marker, level: int = 0) -> Iterator[Paragraph]:
    """Give a list's items, those within an item one level further in."""
    all_of_them = tuple(entries)
    digits = len(str(len(all_of_them))) if marker is Marker.NUMBER else 1
    for number, item in enumerate(all_of_them, start=1):
        counted = number if marker is Marker.NUMBER else None
        yield Paragraph(
            item.text.runs, marker, level, counted, break_before=item.new_slide, digits=digits
        )
        yield from items(item.items, Marker.BULLET, level + 1)


def written(prose: Prose | None) -> Iterator[Paragraph]:
    """Give a longer text's paragraphs and lists."""
    for line in prose.lines if prose else ():
        yield Paragraph(line.text.runs, line.marker, line.level, line.number)


def beginning_a_slide(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Let a new slide begin with the first of the paragraphs."""
    yield replace(next(paragraphs), break_before=True)
    yield from paragraphs


def in_a_row(parts: Iterable[Runs], separator: str) -> Runs:
    """Give words one after the other, with a separator between them."""
    runs = (run for part in parts for run in (Run(separator), *part))
    return tuple(runs)[1:]


def _list(lead: Text | None, entries: Iterable[model.Item], marker: Marker) -> Iterator[Paragraph]:
    if lead is not None:
        yield Paragraph(lead.runs, keep_with_next=True)
    yield from items(entries, marker)


def _texts(*texts: Text | None) -> Iterator[Paragraph]:
    yield from (Paragraph(text.runs) for text in texts if text is not None)


def _rows(table: model.Table) -> Iterator[Paragraph]:
    for row in (table.header, *table.table):
        yield Paragraph(in_a_row((cell.runs for cell in row), " \N{EN DASH} "))
