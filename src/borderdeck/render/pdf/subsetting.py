"""Cutting fonts down to the letters that a paper uses: by uharfbuzz, on every machine alike.

WeasyPrint looks for a library of the machine's (`libharfbuzz-subset`), whose release decides the
bytes, and where there is none takes five times as long. uharfbuzz brings the same code along.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import uharfbuzz
from uharfbuzz import SubsetFlags, SubsetInput
from weasyprint.pdf.fonts import Font

if TYPE_CHECKING:
    from collections.abc import Collection

KEPT = (
    SubsetFlags.RETAIN_GIDS
    | SubsetFlags.PASSTHROUGH_UNRECOGNIZED
    | SubsetFlags.DESUBROUTINIZE
    | SubsetFlags.NO_LAYOUT_CLOSURE
)
"""Letters keep their numbers, by which a PDF calls them; those that stand for them go."""

UNUSED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ")
"""The tables that only shaping and screens use: a PDF places each letter by itself."""


def cut_fonts_alike() -> None:
    """Let WeasyPrint cut fonts in this way from now on."""
    Font.subset = _subset


def _subset(font: Any, glyphs: Collection[int], hinting: bool) -> None:
    """Take WeasyPrint's method's place; a font that cannot be cut is embedded whole."""
    if not glyphs:
        return
    flags = KEPT if hinting else KEPT | SubsetFlags.NO_HINTING
    if font.missing:
        flags |= SubsetFlags.NOTDEF_OUTLINE
    font.file_content = cut(font.file_content, font.index, glyphs, flags)


def cut(data: bytes, index: int, glyphs: Collection[int], flags: SubsetFlags) -> bytes:
    """Give a font file with these glyphs alone, or as it is where HarfBuzz cannot cut it."""
    wanted = SubsetInput()
    wanted.flags = flags
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in UNUSED)
    try:
        return bytes(uharfbuzz.subset(uharfbuzz.Face(data, index), wanted).blob.data)
    except RuntimeError:
        return data
