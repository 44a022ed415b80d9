"""Which letters the glyphs of a PDF's fonts stand for, and how wide they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

SINGLE = re.compile(r"<([0-9a-f]{4})> <((?:[0-9a-f]{4})+)>$", re.IGNORECASE | re.MULTILINE)
"""A line of a font's table that gives the letters of one glyph."""


class Font(Struct, frozen=True):
    letters: dict[int, str]
    widths: dict[int, float]
    usual: float

    def advance(self, glyph: int) -> float:
        """Give how far a glyph moves the next one, in em."""
        return self.widths.get(glyph, self.usual) / 1000


def read_font(font: pikepdf.Object) -> Font:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    letters = {
        int(glyph, 16): bytes.fromhex(text).decode("utf-16-be")
        for glyph, text in SINGLE.findall(table)
    }
    inner = font.DescendantFonts[0]
    return Font(letters, dict(_widths(list(inner.W))), float(inner.get("/DW", 1000)))


def _widths(parts: list[Any]) -> Iterator[tuple[int, float]]:
    """Read the widths of glyphs (ISO 32000-1, 9.7.4.3)."""
    while parts:
        first = int(parts.pop(0))
        following = parts.pop(0)
        if isinstance(following, pikepdf.Array):
            yield from ((first + i, float(width)) for i, width in enumerate(following))
        else:
            width = float(parts.pop(0))
            yield from ((glyph, width) for glyph in range(first, int(following) + 1))


def glyphs_of(text: bytes) -> list[int]:
    return [int.from_bytes(text[i : i + 2], "big") for i in range(0, len(text), 2)]
