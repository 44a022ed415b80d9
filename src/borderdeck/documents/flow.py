"""Runs of text on lines of a given width."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from borderdeck.documents.fonts import FontBook, FontStyle
from borderdeck.documents.linebreak import breaks
from borderdeck.documents.scripts import Script, Stretch, stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.course.text import Run
    from borderdeck.documents.layouts import LevelStyle
    from borderdeck.documents.slides import Runs

ROUNDING = 1e-6
"""What sums of fractions may err by, in points."""

BESIDE_EAST_ASIAN = 0.24
"""How far LibreOffice sets East Asian words from others, in em: a fifth of a line. PowerPoint is
not known to; to count on it errs on the safe side."""

HANGING = "\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f"
"""East Asian marks of which one may stand beyond a line's end; the template says so, too
(`hangingPunct`: ECMA-376 part 1, 21.1.2.2.7)."""

Piece = tuple["Run", Stretch, int, int]
"""What is shaped as one: its style, what of its script it is in, where it starts, where it ends."""

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

    def words(self) -> Iterator[float]:
        """Give how wide, in points, each stretch is that no line may end within; 0 for none."""
        yield 0.0
        places = zip((0, *self.ends), (0.0, *self.edges), strict=True)
        for (start, _), (_, edge) in pairwise(places):
            yield edge - self.positions[start]

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


@lru_cache(maxsize=256)
def flow(runs: Runs, style: LevelStyle, fonts: FontBook, pushed: float = 0.0) -> Flow:
    """Measure runs as they are set in `style`; a run's own bold or italic adds to it.

    The latest are remembered: a slide's paragraphs are measured to be cut, shared out and checked.
    """
    text = "".join(run.text for run in runs)
    positions, gaps = _set(_pieces(runs, text), _shown(text, style), style, fonts)
    ends = tuple(_ends(text))
    seen = [_seen_until(text, end) for end in ends]
    edges = tuple(positions[end] - gaps.get(end, 0.0) for end in seen)
    return Flow(text, tuple(positions), ends, edges, pushed)


def _seen_until(text: str, end: int) -> int:
    """Give where what has to stand within its line ends: spaces and East Asian marks hang."""
    if text[end - 1 : end] in HANGING:
        return max(0, end - 1)
    return len(text[:end].rstrip(" \n"))


def _pieces(runs: Runs, text: str) -> Iterator[Piece]:
    """Part a text where its style changes, or its script."""
    start = 0
    for run in runs:
        end = start + len(run.text)
        for stretch in stretches(text):
            if stretch.start < end and stretch.end > start:
                yield run, stretch, max(stretch.start, start), min(stretch.end, end)
        start = end


def _set(
    pieces: Iterable[Piece], text: str, style: LevelStyle, fonts: FontBook
) -> tuple[list[float], dict[int, float]]:
    """Set all on one line: give the characters' positions, and where gaps were left before one."""
    positions, gaps, size = [0.0], {}, style.size
    before = Script.WESTERN
    for run, stretch, start, end in pieces:
        if start and start == stretch.start and Script.EAST_ASIAN in (before, stretch.script):
            gaps[start] = BESIDE_EAST_ASIAN * size
            positions[-1] += gaps[start]
        font = FontStyle(style.typeface, style.bold or run.bold, style.italic or run.italic)
        origin, before = positions[-1], stretch.script
        ems = fonts.positions(text[start:end], font, before)
        tracked = enumerate(ems[1:], 1)
        positions += [origin + em * size + count * style.tracking for count, em in tracked]
    return positions, gaps


def _shown(text: str, style: LevelStyle) -> str:
    """Give the text as it is drawn, each letter in its place; a few capitals are two letters."""
    if not style.capitals:
        return text
    return "".join(upper if len(upper := c.upper()) == 1 else c for c in text)


def _ends(text: str) -> Iterator[int]:
    start = 0
    for line in text.split("\n"):
        yield from (start + end for end in breaks(line))
        start += len(line) + 1
