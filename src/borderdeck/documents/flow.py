"""Runs of text on lines of a given width."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.documents.fonts import FontBook, FontStyle
from borderdeck.documents.linebreak import breaks
from borderdeck.documents.scripts import Script, Stretch, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.faces import Face, Positions
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

_START = itemgetter(0)

Line = tuple[int, int]
"""Where a line starts in its text, and where it ends, its trailing spaces included."""


Piece = tuple[int, float, "Positions"]
"""What is shaped as one: where it starts in the text, and on one line, in points; its shape."""


class Flow(Struct, frozen=True):
    """A paragraph's words, measured, before they are set on lines.

    `ends` are the offsets at which a line may end; `edges`, beside them, say where what is seen of
    such a line ends, in points, if all stand on one line: spaces hang. `pieces` are what stands
    there, in `style`. `pushed` is how far, in points, a wide marker pushes the first line in.
    """

    text: str
    ends: tuple[int, ...]
    edges: tuple[float, ...]
    pieces: tuple[Piece, ...]
    style: LevelStyle
    pushed: float = 0.0

    def words(self) -> Iterator[float]:
        """Give how wide, in points, each stretch is that no line may end within; 0 for none."""
        yield 0.0
        places = zip((0, *self.ends), (0.0, *self.edges), strict=True)
        for (start, _), (_, edge) in pairwise(places):
            yield edge - self.position(start)

    def lines(self, width: float, start: int = 0, end: int | None = None) -> Iterator[Line]:
        """Set the text from `start` to `end` on lines of `width` points; no words are one line."""
        stop = len(self.text) if end is None else end
        while (forced := self.text.find("\n", start, stop)) >= 0:
            yield from self._wrapped(start, forced, width)
            start = forced + 1
        yield from self._wrapped(start, stop, width)

    def position(self, offset: int) -> float:
        """Say where a character begins, in points, if all stand on one line."""
        found = bisect_right(self.pieces, offset, key=_START) - 1
        if found < 0:
            return 0.0
        start, at, shape = self.pieces[found]
        inside = min(offset - start, len(shape) - 1)
        return at + shape[inside] * self.style.size + inside * self.style.tracking

    def _wrapped(self, start: int, stop: int, width: float) -> Iterator[Line]:
        while True:
            end = min(self._line_end(start, width), stop)
            yield start, end
            if end == stop:
                return
            start = end

    def _line_end(self, start: int, width: float) -> int:
        taken = 0.0 if start else self.pushed
        limit = self.position(start) + width - taken + ROUNDING
        fitting = bisect_right(self.edges, limit) - 1
        if fitting >= 0 and self.ends[fitting] > start:
            return self.ends[fitting]
        return self._within_a_word(start, limit)

    def _within_a_word(self, start: int, limit: float) -> int:
        """Give the end of a line that no opportunity can end: as much as fits, one at least."""
        offsets = range(start + 1, len(self.text) + 1)
        return start + max(1, bisect_right(offsets, limit, key=self.position))


@lru_cache(maxsize=256)
def flow(runs: Runs, style: LevelStyle, fonts: FontBook, pushed: float = 0.0) -> Flow:
    """Measure runs as they are set in `style`; a run's own bold or italic adds to it.

    The latest are remembered: a slide's paragraphs are measured to be cut, shared out and checked.
    """
    text = "".join(run.text for run in runs)
    ends = tuple(_ends(text))
    setting = _Setting(text, _shown(text, style), ends, style)
    for face, stretch, start, end in _styled(runs, text, style, fonts):
        setting.put(face, stretch, start, end)
    return Flow(text, ends, tuple(setting.edges), tuple(setting.pieces), style, pushed)


def _styled(
    runs: Runs, text: str, style: LevelStyle, fonts: FontBook
) -> Iterator[tuple[Face, Stretch, int, int]]:
    """Part a text where its style changes, or its script; name what measures each part."""
    start = 0
    for run in runs:
        end = start + len(run.text)
        font = FontStyle(style.typeface, style.bold or run.bold, style.italic or run.italic)
        for stretch in stretches(text):
            if stretch.start < end and stretch.end > start:
                face = fonts.face(font, stretch.script)
                yield face, stretch, max(stretch.start, start), min(stretch.end, end)
        start = end


class _Setting(Struct):
    """Sets a text on one line, piece by piece.

    `at` is where the next one begins, in points, `seen` where what is seen of those before ends.
    """

    text: str
    shown: str
    ends: tuple[int, ...]
    style: LevelStyle
    pieces: list[Piece] = field(default_factory=list)
    edges: list[float] = field(default_factory=list)
    at: float = 0.0
    seen: float = 0.0
    before: Script = Script.WESTERN

    def put(self, face: Face, stretch: Stretch, start: int, end: int) -> None:
        """Put a part of one style and script, in pieces: a line may end between them."""
        size, tracking, east_asian = self.style.size, self.style.tracking, Script.EAST_ASIAN
        if start and start == stretch.start and east_asian in (self.before, stretch.script):
            self.at += BESIDE_EAST_ASIAN * size
        self.before = stretch.script
        ends, closes = self._ends_in(start, end)
        first = start
        for last in ends if closes else (*ends, end):
            if first > start:
                kerning, shape = face.following(self.shown[first - 1 : last])
                self.at += kerning * size
            else:
                shape = face.positions(self.shown[first:last])
            self.pieces.append((first, self.at, shape))
            if visible := self._visible(first, last, stretch.script):
                self.seen = self.at + shape[visible] * size + visible * tracking
            self.at += shape[-1] * size + (last - first) * tracking
            if closes or last < end:
                self.edges.append(self.seen)
            first = last

    def _ends_in(self, start: int, end: int) -> tuple[tuple[int, ...], bool]:
        """Give where a line may end in a part, and whether one may at its own end."""
        found = self.ends[bisect_right(self.ends, start) : bisect_right(self.ends, end)]
        return found, bool(found) and found[-1] == end

    def _visible(self, start: int, end: int, script: Script) -> int:
        """Count what has to stand within a line: spaces hang, and East Asian marks at its end."""
        word = self.text[start:end]
        if script is Script.EAST_ASIAN and word[-1] in HANGING and end in self.ends:
            return len(word) - 1
        return len(word.rstrip(" \n"))


def _shown(text: str, style: LevelStyle) -> str:
    """Give the text as it is drawn, each letter in its place; a few capitals are two letters."""
    if not style.capitals:
        return text
    return "".join(upper if len(upper := c.upper()) == 1 else c for c in text)


def _ends(text: str) -> Iterator[int]:
    """Give where a line may end, the ends of the author's own lines among them."""
    start = 0
    for line in text.split("\n"):
        yield from (start + end for end in breaks(line))
        start += len(line) + 1
