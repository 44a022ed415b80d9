"""Fonts to measure with: for each typeface that a deck names, one of the same widths.

Decks name fonts that facilitators have. Those cannot be shipped; what ships has the same advances,
or none smaller where there is no such font: Arabic is measured with Noto Naskh Arabic, whose words
are an eighth wider than Arial's, nearer than those of other free fonts. East Asian fonts need not
be there: all their characters have the same advance. Papers are measured with their own fonts.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.documents.faces import EastAsianFace, FontFace
from borderdeck.documents.scripts import Script, stretches
from borderdeck.workspace import Reads, Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.documents.faces import Face

EAST_ASIAN_LINE = 1.32
"""How high PowerPoint sets a line of Microsoft YaHei, in em: its ascent and descent."""


class Twin(Struct, frozen=True):
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

OF_PAPERS = (
    "NotoSans-Regular",
    "Amiri-Regular",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
)
"""The fonts that `paper.css` names, and that of Arabic letters."""

UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""General categories of characters that nothing is drawn for
(https://www.unicode.org/reports/tr44/#General_Category_Values)."""

VARIANTS = re.compile("[\ufe00-\ufe0f]")
"""What only chooses between two pictures of the sign before it."""

FALLBACK_NAME = "Noto Sans"

FALLBACK = NOTO
"""Measures every other typeface: it is wider and higher than most, so less is put on a slide."""


SUFFIXES = ("Regular", "Bold", "Italic", "BoldItalic")
"""How the files of a family are marked."""


class FontStyle(Struct, frozen=True):
    """What a run asks for: a typeface by name, and its weight and slant."""

    typeface: str
    bold: bool = False
    italic: bool = False

    @property
    def suffix(self) -> str:
        """How the file of this weight and slant is marked."""
        return ("Bold" * self.bold + "Italic" * self.italic) or "Regular"


class FontBook(Struct, frozen=True, eq=False):
    """The fonts in `folder`, each read when first asked for."""

    folder: Path
    workspace: Workspace = field(default_factory=Workspace)
    _files: dict[str, FontFace] = field(default_factory=dict)
    _reads: dict[str, Reads] = field(default_factory=dict)
    _faces: dict[tuple[FontStyle, Script], Face] = field(default_factory=dict)
    _substituted: dict[str, None] = field(default_factory=dict)

    @property
    def substituted(self) -> tuple[str, ...]:
        """The typefaces that were measured with a font of other widths, since none is bundled."""
        return tuple(self._substituted)

    def anew(self) -> FontBook:
        """Give a book that has what is read already, and has not been asked for any typeface."""
        return FontBook(self.folder, self.workspace, self._files, self._reads)

    def twin(self, typeface: str) -> Twin:
        """Give the family that measures a typeface; remembers where that is a makeshift."""
        found = TWINS.get(typeface.casefold())
        if found is None:
            self._substituted[typeface] = None
        return found or FALLBACK

    def stand_ins(self, typeface: str) -> tuple[bytes, ...]:
        """Give the fonts that measure a typeface, as files: one for each weight and slant.

        Whoever asks is recorded as a reader, of those that were read before as well.
        """
        names = [f"{TWINS.get(typeface.casefold(), FALLBACK).files}-{s}" for s in SUFFIXES]
        fonts = tuple(self._read(name).data for name in names)
        for name in names:
            self.workspace.replay(self._reads[name])
        return fonts

    def face(self, style: FontStyle, script: Script) -> Face:
        """Give what measures words of a style and a script."""
        known = self._faces.get((style, script))
        if known is None:
            known = EastAsianFace() if script is Script.EAST_ASIAN else self._file(style, script)
            self._faces[style, script] = known
        return known

    def advance(self, text: str, style: FontStyle, size: float) -> float:
        """Give the width of `text` on one line, in points, at `size` points."""
        ems = (
            self.face(style, script).positions(text[start:end])[-1]
            for script, start, end in stretches(text)
        )
        return sum(ems) * size

    def missing(self, text: str, style: FontStyle) -> tuple[str, ...]:
        """Name the characters that no font has which measures `style`, each once, in order."""
        lacking = (
            self._file(style, script).lacks(text[start:end])
            for script, start, end in stretches(text)
            if script is not Script.EAST_ASIAN
        )
        return tuple(dict.fromkeys(chain.from_iterable(lacking)))

    def unprintable(self, text: str) -> str:
        """Name the characters that papers would show as boxes, each once, in order."""
        missing = "".join(letter for letter in dict.fromkeys(text) if _is_seen(letter))
        for name in OF_PAPERS:
            if missing:
                missing = "".join(self._read(name).lacks(missing))
        return missing

    def _file(self, style: FontStyle, script: Script) -> FontFace:
        return self._read(_file_of(style, script, self.twin(style.typeface)))

    def _read(self, name: str) -> FontFace:
        if name not in self._files:
            with self.workspace.recording() as self._reads[name]:
                self._files[name] = FontFace(self.workspace.read(self.folder / f"{name}.ttf"))
        return self._files[name]


def _is_seen(letter: str) -> bool:
    """Whether a character is drawn: spaces, marks of format and variants of signs are not."""
    return unicodedata.category(letter) not in UNSEEN and not VARIANTS.match(letter)


def _file_of(style: FontStyle, script: Script, twin: Twin) -> str:
    if script is Script.ARABIC:
        weight = "Bold" if style.bold else "Regular"  # a slant changes no advance there
        return f"{twin.arabic}-{weight}"
    return f"{twin.files}-{style.suffix}"
