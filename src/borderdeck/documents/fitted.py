"""Words set as large as their place allows: on one line, on two, then on as many as they need.

Nothing is ever cut off: what does not fit at a size that is easily read is set smaller still, and
`Fitted.fits` says so.
"""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.documents import linebreak
from borderdeck.documents.fonts import PAPER, FontStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.fonts import FontBook

LEADING = 1.25
"""The height of a line, in em."""

ARABIC_LEADING = 1.45
"""That of a line of Amiri, whose letters reach 0.6 em below the line that they stand on."""

STEP = 0.5
"""Sizes are multiples of this, in points."""


ARABIC = 1.25
"""How much larger Arabic is set, to look as large as Latin letters beside it."""

SERVANT = re.compile(r"(?<!\S)عبد (?=\S)")
"""The first word of names such as عبد الرحمن, which is no name by itself: no line ends after it."""

Set = tuple[tuple[str, ...], float]
"""Lines, and the size at which they fit, in points."""


class Frame(Struct, frozen=True):
    """A place for words: its width and height, and the sizes that they may have there, in points.

    Words stay on one line down to the size `alone`, and on several down to `least`.
    """

    width: float
    height: float
    largest: float
    alone: float
    least: float
    bold: bool = False
    leading: float = LEADING

    def for_arabic(self) -> Frame:
        """Give the same frame for words that are set larger, on higher lines."""
        sizes = (ARABIC * size for size in (self.largest, self.alone, self.least))
        largest, alone, least = sizes
        return replace(self, largest=largest, alone=alone, least=least, leading=ARABIC_LEADING)

    @property
    def style(self) -> FontStyle:
        """The font that they are set in."""
        return FontStyle(PAPER, bold=self.bold)


class Fitted(Struct, frozen=True):
    """Words on lines, at a size in points; `direction` is `ltr` or `rtl`, that of their script.

    `leading` is the height of a line, in em.

    `fits` is False where the size is less than the place should have.
    """

    lines: tuple[str, ...]
    size: float
    direction: str = "ltr"
    fits: bool = True
    leading: float = LEADING

    @property
    def height(self) -> float:
        """How high all lines are, in points."""
        return len(self.lines) * self.size * self.leading


def fit(words: str, frame: Frame, fonts: FontBook) -> Fitted:
    """Set words into a frame."""
    direction = direction_of(words)
    room = frame.for_arabic() if direction == "rtl" else frame
    lines, size = _on_one_line(words, room, fonts)
    if size < room.alone:
        lines, size = max((lines, size), _on_two_lines(words, room, fonts), key=lambda it: it[1])
    if size < room.least:
        lines, size = _on_many_lines(words, room, fonts)
    return Fitted(lines, size, direction, size >= room.least, room.leading)


def lines_of(words: str, frame: Frame, size: float, fonts: FontBook) -> tuple[str, ...]:
    """Set words on lines of a frame's width at this size, whatever their height."""
    return tuple(_wrapped(words, frame, frame.width / size, fonts))


def direction_of(words: str) -> str:
    """Give the direction of words: that of their first letter (UAX 9, rules P2 and P3)."""
    strong = (unicodedata.bidirectional(character) for character in words)
    return "rtl" if next((s for s in strong if s in {"L", "R", "AL"}), "L") != "L" else "ltr"


def _breaks(words: str) -> tuple[int, ...]:
    """Give the offsets where a line may end, its own end included."""
    within = {servant.end() for servant in SERVANT.finditer(words)}
    return tuple(end for end in linebreak.breaks(words) if end not in within)


def _width(words: str, frame: Frame, fonts: FontBook) -> float:
    """Give the width of words in em."""
    return fonts.advance(words, frame.style, 1.0)


def _size(frame: Frame, height: float, width: float) -> float:
    """Give the largest size at which a line of this width, in em, is neither too wide nor high."""
    most = min(frame.largest, height / frame.leading, frame.width / width if width else math.inf)
    return math.floor(most / STEP) * STEP


def _on_one_line(words: str, frame: Frame, fonts: FontBook) -> Set:
    return (words,), _size(frame, frame.height, _width(words, frame, fonts))


def _on_two_lines(words: str, frame: Frame, fonts: FontBook) -> Set:
    """Divide words where the wider half is narrowest; those that cannot be divided fit nowhere."""
    ends = (end for end in _breaks(words) if end < len(words))
    halves = [(words[:end].rstrip(), words[end:]) for end in ends]
    widths = [max(_width(half, frame, fonts) for half in pair) for pair in halves]
    if not widths:
        return (words,), 0
    narrowest = min(widths)
    return halves[widths.index(narrowest)], _size(frame, frame.height / 2, narrowest)


def _on_many_lines(words: str, frame: Frame, fonts: FontBook) -> Set:
    size = frame.least
    while True:
        lines = lines_of(words, frame, size, fonts)
        if len(lines) * size * frame.leading <= frame.height or size <= STEP:
            return lines, size
        size -= STEP


def _wrapped(words: str, frame: Frame, width: float, fonts: FontBook) -> Iterator[str]:
    """Set words on lines of this width, in em; a word that is wider is divided."""
    line = ""
    for start, end in pairwise((0, *_breaks(words))):
        if line and _width((line + words[start:end]).rstrip(), frame, fonts) > width:
            yield line.rstrip()
            line = ""
        line += words[start:end]
        while head := _head(line, frame, width, fonts):
            yield head
            line = line[len(head) :]
    yield line.rstrip()


def _head(line: str, frame: Frame, width: float, fonts: FontBook) -> str:
    """Give what fits of a word that is too wide, a letter with its marks at least."""
    from uniseg.graphemecluster import grapheme_clusters

    if _width(line.rstrip(), frame, fonts) <= width:
        return ""
    head = ""
    for letter in grapheme_clusters(line):
        if head and _width(head + letter, frame, fonts) > width:
            break
        head += letter
    return head if len(head) < len(line) else ""
