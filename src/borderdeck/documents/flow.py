"""Runs of text on lines of a given width."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderdeck.documents.fonts import FontBook, FontStyle
from borderdeck.documents.linebreak import breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.layouts import LevelStyle
    from borderdeck.documents.slides import Runs

ROUNDING = 1e-6
"""What sums of fractions may err by, in points."""

Line = tuple[int, int]
"""Where a line starts in its text, and where it ends, its trailing spaces included."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A paragraph's words, measured, before they are set on lines.

    `positions` say, in points, where each character begins if all stand on one line, and where the
    last one ends. `ends` are the offsets at which a line may end; `edges`, beside them, the
    positions where what is seen of such a line ends: spaces hang. `pushed` is how far, in points,
    a wide marker pushes the first line's words in.
    """

    text: str
    positions: tuple[float, ...]
    ends: tuple[int, ...]
    edges: tuple[float, ...]
    pushed: float = 0.0

    def lines(self, width: float, start: int = 0, end: int | None = None) -> Iterator[Line]:
        """Set the text from `start` to `end` on lines of `width` points; no words are one line."""
        stop = len(self.text) if end is None else end
        while (forced := self.text.find("\n", start, stop)) >= 0:
            yield from self._wrapped(start, forced, width)
            start = forced + 1
        yield from self._wrapped(start, stop, width)

    def _wrapped(self, start: int, stop: int, width: float) -> Iterator[Line]:
        while True:
            end = min(self._line_end(start, width), stop)
            yield start, end
            if end == stop:
                return
            start = end

    def _line_end(self, start: int, width: float) -> int:
        taken = 0.0 if start else self.pushed
        limit = self.positions[start] + width - taken + ROUNDING
        fitting = bisect_right(self.edges, limit) - 1
        if fitting >= 0 and self.ends[fitting] > start:
            return self.ends[fitting]
        return self._within_a_word(start, limit)

    def _within_a_word(self, start: int, limit: float) -> int:
        """Give the end of a line that no opportunity can end: as much as fits, one at least."""
        return max(start + 1, bisect_right(self.positions, limit) - 1)


def flow(runs: Runs, style: LevelStyle, fonts: FontBook, pushed: float = 0.0) -> Flow:
    """Measure runs as they are set in `style`; a run's own bold or italic adds to it."""
    text = "".join(run.text for run in runs)
    positions = [0.0]
    for run in runs:
        font = FontStyle(style.typeface, style.bold or run.bold, style.italic or run.italic)
        before = positions[-1]
        positions += (before + em * style.size for em in fonts.positions(run.text, font)[1:])
    ends = tuple(_ends(text))
    edges = tuple(positions[len(text[:end].rstrip(" \n"))] for end in ends)
    return Flow(text, tuple(positions), ends, edges, pushed)


def _ends(text: str) -> Iterator[int]:
    start = 0
    for line in text.split("\n"):
        yield from (start + end for end in breaks(line))
        start += len(line) + 1
