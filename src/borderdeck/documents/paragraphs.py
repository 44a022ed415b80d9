"""Blocks of the course as paragraphs: for a slide's body, and for its notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from borderdeck.course import model
from borderdeck.course.text import Run
from borderdeck.documents.slides import Marker, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.course.text import Text


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
    for number, item in enumerate(entries, start=1):
        counted = number if marker is Marker.NUMBER else None
        yield Paragraph(item.text.runs, marker, level, counted)
        yield from items(item.items, Marker.BULLET, level + 1)


def written(text: Text | None) -> Iterator[Paragraph]:
    """Give a longer text's paragraphs: each of its lines is one."""
    line: list[Run] = []
    for run in text.runs if text else ():
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for other in others:
            yield from _paragraph(line)
            line = [replace(run, text=other)]
    yield from _paragraph(line)


def _paragraph(runs: Iterable[Run]) -> Iterator[Paragraph]:
    full = tuple(run for run in runs if run.text)
    if full:
        yield Paragraph(full)


def _list(lead: Text | None, entries: Iterable[model.Item], marker: Marker) -> Iterator[Paragraph]:
    if lead is not None:
        yield Paragraph(lead.runs, keep_with_next=True)
    yield from items(entries, marker)


def _texts(*texts: Text | None) -> Iterator[Paragraph]:
    yield from (Paragraph(text.runs) for text in texts if text is not None)


def _rows(table: model.Table) -> Iterator[Paragraph]:
    for row in (table.header, *table.table):
        cells = [(Run(" \N{EN DASH} "), *cell.runs) for cell in row]
        yield Paragraph(tuple(run for cell in cells for run in cell)[1:])
