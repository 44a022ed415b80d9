"""Decks as LibreOffice prints them: which characters stand on which line, and where."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pikepdf
from msgspec import Struct

from borderdeck.workspace import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pikepdf import Page

SAME_LINE = 0.5
"""How far from its baseline a sign may stand, in em: vowel signs are raised or lowered."""

GLYPH = re.compile("^<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>$", re.MULTILINE)
MIRRORED = {ord(closing): ord(opening) for opening, closing in ("()", "[]", "{}", "«»")}
"""Signs that turn round among letters that are written from the right."""


FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{bundled}</dir>
  <selectfont>
    <acceptfont>{accepted}</acceptfont>
    <rejectfont><pattern><patelt name="scalable"><bool>true</bool></patelt></pattern></rejectfont>
    <rejectfont><pattern><patelt name="scalable"><bool>false</bool></patelt></pattern></rejectfont>
  </selectfont>
</fontconfig>
"""


class MissingFontsError(Exception):
    """Typefaces are not installed that the decks are to be printed with; they are its arguments."""


class Piece(Struct, frozen=True):
    """A part of a line: its baseline, from the top; its font's size; its characters but spaces."""

    at: float
    size: float
    characters: Counter[str]


class Row(Struct, frozen=True):
    """A line as it was printed, from its pieces."""

    pieces: tuple[Piece, ...]

    @property
    def characters(self) -> Counter[str]:
        """All its characters but spaces."""
        return sum((piece.characters for piece in self.pieces), Counter())

    @property
    def baseline(self) -> float:
        """How far below the page's upper edge most of it stands, in points."""
        return max(self.pieces, key=lambda piece: piece.characters.total()).at


class Press(Struct, frozen=True):
    """LibreOffice, with these font families alone: which one stands in never varies by machine."""

    folder: Path
    families: tuple[str, ...]

    def __post_init__(self) -> None:
        """Write the fonts' configuration. Raises `MissingFontsError`."""
        pattern = '<pattern><patelt name="family"><string>{}</string></patelt></pattern>'
        accepted = "".join(map(pattern.format, self.families))
        written = FONTCONFIG.format(bundled=bundled("fonts"), accepted=accepted)
        self._configuration.write_text(written, encoding="utf-8")
        command = ["fc-list", ":", "family"]
        listed = subprocess.run(
            command, env=self._environment, check=True, capture_output=True, text=True
        ).stdout
        found = {name for line in listed.splitlines() for name in line.split(",")}
        if missing := set(self.families) - found:
            raise MissingFontsError(*sorted(missing))

    @property
    def _configuration(self) -> Path:
        return self.folder / "fonts.conf"

    @property
    def _environment(self) -> dict[str, str]:
        return {**os.environ, "FONTCONFIG_FILE": str(self._configuration)}

    def printed(self, deck: Path) -> Iterator[list[Row]]:
        """Print a deck; give each page's lines."""
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
        subprocess.run(
            [*command, str(deck.parent), str(deck)],
            env=self._environment,
            check=True,
            capture_output=True,
        )
        with pikepdf.open(deck.with_suffix(".pdf")) as pdf:
            yield from map(rows, pdf.pages)


def rows(page: Page) -> list[Row]:
    """Put a page's words together to lines, from the top; bullets and spaces are left out."""
    height = float(page.mediabox[3])
    found = [Piece(height - piece.at, piece.size, piece.characters) for piece in _pieces(page)]
    lines: list[list[Piece]] = []
    for piece in sorted(found, key=lambda piece: piece.at):
        if not lines or piece.at - lines[-1][-1].at > SAME_LINE * piece.size:
            lines.append([])
        lines[-1].append(piece)
    return [Row(tuple(line)) for line in lines]


def _pieces(page: Page) -> Iterator[Piece]:
    """Read what LibreOffice writes: text is placed by `Td` or `Tm`, a byte for each glyph."""
    names = {name: _unicode(font) for name, font in page.resources.Font.items()}
    known: dict[int, str] = {}
    at = size = 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        match operator:
            case "Td" | "Tm":
                at = float(operands[-1])
            case "Tf":
                known, size = names[str(operands[0])], float(operands[1])
            case "Tj" | "TJ":
                shown = operands[0] if operator == "TJ" else operands
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                if characters := bare("".join(known.get(code, "") for code in codes)):
                    yield Piece(at, size, characters)


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    """Read which characters a font's glyphs stand for; a mere part of a letter has none."""
    written = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in GLYPH.findall(written)
    }


def bare(text: str) -> Counter[str]:
    """Count characters, spaces and bullets dropped; presentation forms are read as letters."""
    letters = re.sub(r"[\s\u2022\u200b-\u200f]", "", unicodedata.normalize("NFKC", text))
    return Counter(unicodedata.normalize("NFD", letters).translate(MIRRORED))
