"""Fonts to measure with: for each typeface that a deck names, one of the same widths.

Decks name fonts that facilitators have. Those cannot be shipped; what ships has the same advances,
or none smaller where there is no such font: Arabic is measured with Noto Naskh Arabic, whose words
are an eighth wider than Arial's, nearer than those of other free fonts. East Asian fonts need not
be there: all their characters have the same advance. Papers are measured with their own fonts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from borderdeck.documents.scripts import Script, stretches
from borderdeck.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

Positions = tuple[float, ...]
"""How far from a text's start each of its characters begins, and where the last one ends; in em."""

MISSING_EM = 1.0
"""The advance taken for a character that the measuring font lacks, in em: that of an ideograph."""

EAST_ASIAN_EM = 1.0
"""The advance of every character that an East Asian font draws, in em."""

EAST_ASIAN_LINE = 1.32
"""How high PowerPoint sets a line of Microsoft YaHei, in em: its ascent and descent."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A bundled family to measure with.

    `files` are named `<files>-Regular.ttf` and so on, `arabic` are those of its Arabic letters.
    `line_height` is how high PowerPoint sets a line of the typeface that it stands in for, in em:
    its ascent, descent and line gap.
    """

    files: str
    line_height: float
    arabic: str = "NaskhMetric"


GROTESQUE = Twin("GrotesqueMetric", 1.15)
HUMANIST = Twin("HumanistMetric", 1.221)
NOTO = Twin("NotoSans", 1.362)

PAPER = "paper"
"""What papers are set in: not a twin, but the fonts themselves."""

TWINS = {
    "arial": GROTESQUE,
    "arimo": GROTESQUE,
    "helvetica": GROTESQUE,
    "liberation sans": GROTESQUE,
    "calibri": HUMANIST,
    "carlito": HUMANIST,
    "noto sans": NOTO,
    PAPER: Twin("NotoSans", 1.362, "Amiri"),
}
"""Which family measures a typeface, by its name in lower case. A new script's fonts go in here."""

FALLBACK_NAME = "Noto Sans"

FALLBACK = NOTO
"""Measures every other typeface: it is wider and higher than most, so less is put on a slide."""


SUFFIXES = ("Regular", "Bold", "Italic", "BoldItalic")
"""How the files of a family are marked."""


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
        import uharfbuzz

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


Shaped = tuple[FontStyle, Script, str]
"""What is shaped: a text, its script, and the style that it is in."""


@dataclass(frozen=True, eq=False)
class FontBook:
    """The fonts in `folder`, each read when first asked for; what was shaped is remembered."""

    folder: Path
    workspace: Workspace = field(default_factory=Workspace, repr=False)
    _faces: dict[str, Face] = field(default_factory=dict, repr=False)
    _shaped: dict[Shaped, Positions] = field(default_factory=dict, repr=False)
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

    def stand_ins(self, typeface: str) -> tuple[bytes, ...]:
        """Give the fonts that measure a typeface, as files: one for each weight and slant."""
        files = TWINS.get(typeface.casefold(), FALLBACK).files
        return tuple(self._face_in(f"{files}-{suffix}").data for suffix in SUFFIXES)

    def positions(self, text: str, style: FontStyle, script: Script) -> Positions:
        """Shape a text of one script and style; say where each character of it begins, in em."""
        known = self._shaped.get((style, script, text))
        if known is None:
            known = tuple(accumulate(self._advances(text, style, script), initial=0.0))
            self._shaped[style, script, text] = known
        return known

    def advance(self, text: str, style: FontStyle, size: float) -> float:
        """Give the width of `text` on one line, in points, at `size` points."""
        ems = (
            self.positions(text[start:end], style, script)[-1]
            for script, start, end in stretches(text)
        )
        return sum(ems) * size

    def missing(self, text: str, style: FontStyle) -> tuple[str, ...]:
        """Name the characters that no font has which measures `style`, each once, in order."""
        lacking = (
            self._face(style, script).lacks(text[start:end])
            for script, start, end in stretches(text)
            if script is not Script.EAST_ASIAN
        )
        return tuple(dict.fromkeys(chain.from_iterable(lacking)))

    def _advances(self, text: str, style: FontStyle, script: Script) -> list[float]:
        if script is Script.EAST_ASIAN:
            return [EAST_ASIAN_EM] * len(text)
        return self._face(style, script).advances(text)

    def _face(self, style: FontStyle, script: Script) -> Face:
        return self._face_in(_file_of(style, script, self.twin(style.typeface)))

    def _face_in(self, name: str) -> Face:
        if name not in self._faces:
            self._faces[name] = Face(self.workspace.read(self.folder / f"{name}.ttf"))
        return self._faces[name]


def _file_of(style: FontStyle, script: Script, twin: Twin) -> str:
    if script is Script.ARABIC:
        weight = "Bold" if style.bold else "Regular"  # a slant changes no advance there
        return f"{twin.arabic}-{weight}"
    return f"{twin.files}-{style.suffix}"
