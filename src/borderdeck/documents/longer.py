"""Longer texts in Markdown as they stand on papers: paragraphs, and lists within lists."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from borderdeck.course.text import Marker
from borderdeck.documents.passages import Entry, Listing, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderdeck.course.text import Prose, ProseLine
    from borderdeck.documents.passages import Passage


def prose_passages(prose: Prose | None) -> tuple[Passage, ...]:
    """Set a longer text's paragraphs and lists."""
    return tuple(_passages(prose.lines)) if prose else ()


def _passages(lines: Sequence[ProseLine]) -> Iterator[Passage]:
    for in_list, group in groupby(lines, lambda line: line.marker is not Marker.NONE):
        if in_list:
            yield from _listings(tuple(group))
        else:
            yield from (Words(line.text.runs) for line in group)


def _listings(lines: Sequence[ProseLine]) -> Iterator[Listing]:
    """Set items as lists; one with numbers and one with bullets are two lists."""
    level = lines[0].level
    heads = [index for index, line in enumerate(lines) if line.level <= level]
    parts = [lines[a:b] for a, b in zip(heads, [*heads[1:], len(lines)], strict=True)]
    for numbered, group in groupby(parts, lambda part: part[0].marker is Marker.NUMBER):
        items = tuple(group)
        yield Listing(tuple(map(_entry, items)), numbered, start=items[0][0].number or 1)


def _entry(lines: Sequence[ProseLine]) -> Entry:
    head, *inner = lines
    return Entry(head.text.runs, tuple(_listings(inner)) if inner else ())
