"""What stands side by side on a slide: an activity's side, and columns, as pieces that each fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.fit import fits, height
from borderdeck.documents.paragraphs import in_a_row, paragraphs_of
from borderdeck.documents.slides import Marker, Paragraph
from borderdeck.documents.split import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course import model
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Paragraphs
    from borderdeck.edition.words import Words

LINE = Paragraph((Run("x"),), Marker.BULLET)
"""Anything that could stand under a heading."""


def sides(
    activity: model.Activity, words: Words, box: TextBox, fonts: FontBook
) -> tuple[Paragraphs, ...]:
    """Give an activity's minutes, group size and materials; one empty piece if it has none.

    Materials stand beneath each other; in one paragraph where that alone makes them fit.
    """
    listed = (*_head(activity, words), *_materials(activity, words))
    if fits(listed, box, fonts):
        return (listed,)
    joined = (*_head(activity, words), *_joined_materials(activity, words))
    return (joined,) if fits(joined, box, fonts) else split(listed, box, fonts)


def columns(column: model.Column, box: TextBox, fonts: FontBook) -> Iterator[Paragraphs]:
    """Give what stands in one of two columns, its heading on each piece."""
    paragraphs = tuple(p for block in column.blocks for p in paragraphs_of(block))
    heading = tuple(_heading(column))
    taken = height((*heading, LINE), box, fonts) - height((LINE,), box, fonts)
    for piece in split(paragraphs, replace(box, height=box.height - taken), fonts):
        yield (*heading, *piece)


def _head(activity: model.Activity, words: Words) -> Iterator[Paragraph]:
    if activity.minutes is not None:
        yield Paragraph((Run(words.minutes.format(count=activity.minutes), bold=True),))
    if activity.group_size is not None:
        level = 0 if activity.minutes is None else 1
        yield Paragraph((Run(words.group_size.format(count=activity.group_size)),), level=level)


def _materials(activity: model.Activity, words: Words) -> Iterator[Paragraph]:
    if activity.materials:
        yield Paragraph((Run(words.materials, bold=True),), keep_with_next=True)
        yield from (Paragraph(text.runs, level=1) for text in activity.materials)


def _joined_materials(activity: model.Activity, words: Words) -> Iterator[Paragraph]:
    if activity.materials:
        heading, *materials = _materials(activity, words)
        things = (paragraph.runs for paragraph in materials)
        yield heading
        yield Paragraph(in_a_row(things, words.list_separator), level=1)


def _heading(column: model.Column) -> Iterator[Paragraph]:
    if column.title is not None:
        yield Paragraph(tuple(replace(run, bold=True) for run in column.title.runs))
