"""Fonts to measure with: for each typeface that a deck names, one of the same widths.

Decks name fonts that facilitators have. Those cannot be shipped; what ships has the same advances.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from borderdeck.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Positions = tuple[float, ...]
"""How far from a text's start each of its characters begins, and where the last one ends; in em."""

MISSING_EM = 1.0
"""The advance taken for a character that the measuring font lacks, in em: that of an ideograph."""

RIGHT_TO_LEFT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff](?:[^A-Za-z]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])?)"
)
"""A stretch from the first to the last letter of a script that is written from the right."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A bundled family to measure with.

    `files` are named `<files>-Regular.ttf` and so on. `line_height` is how high PowerPoint sets a
    line of the typeface that it stands in for, in em: its ascent, descent and line gap.
    """

    files: str
    line_height: float


GROTESQUE = Twin("GrotesqueMetric", 1.15)
HUMANIST = Twin("HumanistMetric", 1.221)
NOTO = Twin("NotoSans", 1.362)

TWINS = {
    "arial": GROTESQUE,
    "arimo": GROTESQUE,
    "helvetica": GROTESQUE,
    "liberation sans": GROTESQUE,
    "calibri": HUMANIST,
    "carlito": HUMANIST,
    "noto sans": NOTO,
}
"""Which family measures a typeface, by its name in lower case. A new script's fonts go in here."""

FALLBACK = NOTO
"""Measures every other typeface: it is wider and higher than most, so less is put on a slide."""


@dataclass(frozen=True, slots=True)
class FontStyle:
    """What a run asks for: a typeface by name, and its weight and slant."""

    typeface: str
    bold: bool = False
    italic: bool = False

    @property
    def suffix(self) -> str:
        """How the file of this weight and slant is marked."""
        return ("Bold" * self.bold + "Italic" * self.italic) or "Regular"


@dataclass(frozen=True, eq=False)
class Face:
    """One font file, ready to shape."""

    data: bytes

    @cached_property
    def _font(self) -> Any:
        import uharfbuzz  # type: ignore[import-untyped]

        return uharfbuzz.Font(uharfbuzz.Face(self.data))

    def lacks(self, text: str) -> tuple[str, ...]:
        """Name the characters of `text` that this font has no glyph for, each once, in order."""
        return tuple(
            character
            for character in dict.fromkeys(text)
            if character >= " " and self._font.get_nominal_glyph(ord(character)) is None
        )

    def advances(self, text: str) -> list[float]:
        """Shape `text` and give each character's advance in em, 0 for one that joins another's."""
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer)
        em = self._font.face.upem
        widths = [0.0] * len(text)
        for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            widths[glyph.cluster] += position.x_advance / em if glyph.codepoint else MISSING_EM
        return widths


@dataclass(frozen=True, eq=False)
class FontBook:
    """The fonts in `folder`, each read when first asked for; what was shaped is remembered."""

    folder: Path
    workspace: Workspace = field(default_factory=Workspace, repr=False)
    _faces: dict[tuple[str, str], Face] = field(default_factory=dict, repr=False)
    _shaped: dict[tuple[FontStyle, str], Positions] = field(default_factory=dict, repr=False)
    _substituted: dict[str, None] = field(default_factory=dict, repr=False)

    @property
    def substituted(self) -> tuple[str, ...]:
        """The typefaces that were measured with a font of other widths, since none is bundled."""
        return tuple(self._substituted)

    def twin(self, typeface: str) -> Twin:
        """Give the family that measures a typeface; remembers where that is a makeshift."""
        found = TWINS.get(typeface.casefold())
        if found is None:
            self._substituted[typeface] = None
        return found or FALLBACK

    def positions(self, text: str, style: FontStyle) -> Positions:
        """Shape a text in one style and say where each character of it begins, in em."""
        known = self._shaped.get((style, text))
        if known is None:
            known = tuple(accumulate(self._advances(text, style), initial=0.0))
            self._shaped[style, text] = known
        return known

    def advance(self, text: str, style: FontStyle, size: float) -> float:
        """Give the width of `text` on one line, in points, at `size` points."""
        return self.positions(text, style)[-1] * size

    def missing(self, text: str, style: FontStyle) -> tuple[str, ...]:
        """Name the characters that the font lacks which measures `style`, each once, in order."""
        return self._face(style).lacks(text)

    def _advances(self, text: str, style: FontStyle) -> Iterator[float]:
        face = self._face(style)
        for stretch in filter(None, RIGHT_TO_LEFT.split(text)):
            yield from face.advances(stretch)

    def _face(self, style: FontStyle) -> Face:
        key = (self.twin(style.typeface).files, style.suffix)
        if key not in self._faces:
            file = self.folder / f"{key[0]}-{key[1]}.ttf"
            self._faces[key] = Face(self.workspace.read(file))
        return self._faces[key]
