"""Cut one paragraph that is too long for a box: where sentences end, else where lines do."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.documents.fit import ROUNDING, USED_WIDTH, flow_of, line_height, line_width
from borderdeck.documents.partition import Cut, Row, partition
from borderdeck.documents.slides import Marker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.flow import Flow
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Paragraph, Paragraphs, Runs

SENTENCE_END = (
    "(?<=[.!?\u2026\u061f\u06d4])['\"\u2019\u201d\u00bb)]*\\s+(?![a-z])"
    "|(?<=[\u3002\uff01\uff1f])[\u201d\u300d\u300f\uff09]?"
    "|\n"
)
"""What parts sentences: the space after a full stop (an ideographic one needs none), or a line
break of the author's."""


class _Lines(Struct, frozen=True):
    """A paragraph's words, on lines of `width` points, of which the box holds `most`."""

    flow: Flow
    width: float
    most: int

    def count(self, start: int, end: int) -> int:
        """Count the lines of a part, the white space at its end dropped."""
        stop = start + len(self.flow.text[start:end].rstrip())
        return sum(1 for _ in self.flow.lines(self.width, start, stop))

    def cut_points(self) -> dict[int, Cut]:
        """Give the offsets where a part may start, the text's end among them.

        The lines of a sentence may be parted only if it is too long by itself.
        """
        text = self.flow.text
        ends = [found.end() for found in re.finditer(SENTENCE_END, text)]
        sentences = list(pairwise(dict.fromkeys([0, *ends, len(text)])))
        points = {end: Cut.FREE for _, end in sentences}
        for start, end in sentences:
            if self.count(start, end) > self.most:
                inner = self.flow.lines(self.width, start, end)
                points |= {stop: Cut.UNWELCOME for _, stop in inner if stop not in points}
        return points


def cut_paragraph(paragraph: Paragraph, box: TextBox, fonts: FontBook) -> Paragraphs:
    """Cut a paragraph into the fewest parts that each fit the box, as even as can be.

    White space at a cut is dropped; all parts of an item but the first are `continued`. A part that
    is longer by itself, for letters that were cut apart take another shape, is cut again. A box
    that holds not even a line leaves the paragraph whole.
    """
    line = line_height(paragraph, box.style(paragraph.level), fonts)
    most = int((box.height + ROUNDING) / line)
    if most < 1:
        return (paragraph,)
    width = line_width(paragraph, box) * USED_WIDTH
    lines = _Lines(flow_of(paragraph, box, fonts), width, most)
    parts = tuple(_parts(paragraph, _cuts(lines)))
    if len(parts) == 1:
        return parts
    return tuple(piece for part in parts for piece in cut_paragraph(part, box, fonts))


def _cuts(lines: _Lines) -> list[int]:
    points = lines.cut_points()
    offsets = [0, *sorted(points)]
    row = Row(
        count=len(points),
        limit=lines.most,
        height=lambda start, end: lines.count(offsets[start], offsets[end]),
        cut=lambda index: points[offsets[index]],
    )
    return [0, *(offsets[end] for _, end in partition(row))]


def _parts(paragraph: Paragraph, cuts: list[int]) -> Iterator[Paragraph]:
    for start, end in pairwise(cuts):
        part = replace(paragraph, runs=_stripped_end(cut_out(paragraph.runs, start, end)))
        if start:
            part = replace(
                part,
                marker=Marker.NONE,
                number=None,
                continued=paragraph.continued or paragraph.marker is not Marker.NONE,
                break_before=False,
            )
        yield part if end == cuts[-1] else replace(part, keep_with_next=False)


def cut_out(runs: Runs, start: int, end: int) -> Runs:
    """Give the runs' characters from `start` to `end`, each in its style."""
    parts = []
    for run in runs:
        text = run.text[max(0, start) : max(0, end)]
        start, end = start - len(run.text), end - len(run.text)
        if text:
            parts.append(replace(run, text=text))
    return tuple(parts)


def _stripped_end(runs: Runs) -> Runs:
    """Drop white space at the end."""
    if not runs:
        return runs
    *others, last = runs
    text = last.text.rstrip()
    return (*others, replace(last, text=text)) if text else _stripped_end(tuple(others))
