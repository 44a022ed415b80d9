"""Bookmarks of a long paper, gathered in groups: ISO 32000-1, 12.3.3.

Each bookmark leads to the next one, so a thousand side by side are a chain of a thousand, which
validators give up on and nobody reads. In groups they are shallow, and a name is soon found.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from borderdeck.render.pdf.paper import MOST_BOOKMARKS
from borderdeck.render.pdf.saving import saved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

IN_A_GROUP = 50


def group_bookmarks(data: bytes) -> bytes:
    """Gather bookmarks, where too many stand side by side, under groups that name first and last.

    Groups are closed when the paper is opened. Other papers are given back as they are.
    """
    with Pdf.open(io.BytesIO(data)) as pdf:
        outlines = pdf.Root.get("/Outlines", Dictionary())
        marks = list(_side_by_side(outlines))
        if len(marks) <= MOST_BOOKMARKS:
            return data
        parts = [marks[n : n + IN_A_GROUP] for n in range(0, len(marks), IN_A_GROUP)]
        _hang(outlines, [_group(part, pdf) for part in parts])
        outlines.Count = len(parts)
        return saved(pdf)


def _side_by_side(parent: Object) -> Iterator[Object]:
    mark = parent.get("/First")
    while mark is not None:
        yield mark
        mark = mark.get("/Next")


def _group(marks: Sequence[Object], pdf: Pdf) -> Object:
    """Make a closed bookmark that leads where its first one does, and hang the others below it."""
    title = f"{marks[0].Title} \N{EN DASH} {marks[-1].Title}"
    dest = Array(list(marks[0].Dest))
    group = pdf.make_indirect(Dictionary(Title=String(title), Dest=dest, Count=-len(marks)))
    _hang(group, marks)
    return group


def _hang(parent: Object, marks: Sequence[Object]) -> None:
    """Let these bookmarks, in order, be all that stand below a parent."""
    for mark, before, after in zip(marks, (None, *marks), (*marks[1:], None), strict=False):
        mark.Parent = parent
        _point(mark, Name.Prev, before)
        _point(mark, Name.Next, after)
    parent.First, parent.Last = marks[0], marks[-1]


def _point(mark: Object, name: Name, other: Object | None) -> None:
    if other is not None:
        mark[name] = other
    elif name in mark:
        del mark[name]
