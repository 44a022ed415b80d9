"""Font files, ready to measure words with; what was measured is remembered, as words recur."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from typing import Any, Protocol

from msgspec import Struct, field

Positions = tuple[float, ...]
"""How far from a text's start each of its characters begins, and where the last one ends; in em."""

MISSING_EM = 1.0
"""The advance taken for a character that the measuring font lacks, in em: that of an ideograph."""

EAST_ASIAN_EM = 1.0
"""The advance of every character that an East Asian font draws, in em."""


UNDECIDED = (None, "Zyyy", "Zinh", "Zzzz")
"""The scripts of what belongs to none, such as digits: shaped as the letters beside it are."""


class Face(Protocol):
    """What measures words."""

    def positions(self, text: str) -> Positions:
        """Say where each character of a text begins."""

    def following(self, text: str) -> tuple[float, Positions]:
        """Measure a text that stands after its own first character, which is not a part of it.

        The first figure is how much further from that it stands than each by itself would, in em.
        """


class FontFace(Struct, frozen=True, eq=False, dict=True):
    """One font file."""

    data: bytes
    _shaped: dict[str, Positions] = field(default_factory=dict)
    _following: dict[str, tuple[float, Positions]] = field(default_factory=dict)

    def positions(self, text: str) -> Positions:
        """Say where each character of a text begins."""
        known = self._shaped.get(text)
        if known is None:
            known = self._shaped[text] = tuple(accumulate(self._advances(text), initial=0.0))
        return known

    def following(self, text: str) -> tuple[float, Positions]:
        """Measure a text that stands after its own first character."""
        known = self._following.get(text)
        if known is None:
            apart = self.positions(text[0])[-1] + self.positions(text[1])[-1]
            kerning = self.positions(text[:2])[-1] - apart
            known = self._following[text] = (kerning, self.positions(text[1:]))
        return known

    def lacks(self, text: str) -> tuple[str, ...]:
        """Name the characters of `text` that this font has no glyph for, each once, in order."""
        return tuple(
            character
            for character in dict.fromkeys(text)
            if character >= " " and self._font.get_nominal_glyph(ord(character)) is None
        )

    @cached_property
    def _font(self) -> Any:
        import uharfbuzz

        return uharfbuzz.Font(uharfbuzz.Face(self.data))

    def _advances(self, text: str) -> list[float]:
        """Shape `text` and give each character's advance in em, 0 for one that joins another's."""
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if buffer.script in UNDECIDED:
            buffer.script = "Latn"
        uharfbuzz.shape(self._font, buffer)
        em = self._font.face.upem
        widths = [0.0] * len(text)
        for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            widths[glyph.cluster] += position.x_advance / em if glyph.codepoint else MISSING_EM
        return widths


class EastAsianFace:
    """Any East Asian font: they need not be there, for all their characters have one advance."""

    def positions(self, text: str) -> Positions:
        """Say where each character of a text begins."""
        return tuple(EAST_ASIAN_EM * count for count in range(len(text) + 1))

    def following(self, text: str) -> tuple[float, Positions]:
        """Measure a text that stands after its own first character: side by side."""
        return 0.0, self.positions(text[1:])
