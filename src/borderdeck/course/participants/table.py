"""Comma-separated values -> rows of cells, each of which knows its place in the file.

RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), and what Excel makes of it: semicolons where
commas are for decimals, tabs in "Unicode Text", and a first line `sep=;`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from borderdeck.course.nodes import LINE_BREAK, Lines
from borderdeck.diagnostics import Code, Diagnostic, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CELLS = 50
"""Cells of a row that are read, the rest is skipped; a list of participants has about ten."""

MOST_MISTAKES = 20
"""Mistakes in quotes, after which the rest cannot be told apart."""

OPENING = re.compile(' *"')
QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
BLANK = re.compile(r"[ \t;,]*(?:\r\n|\r|\n)|[ \t;,]+\Z")
REST = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Cell(NamedTuple):
    """A cell's words, and where it starts and ends in the text.

    Every stretch of white space in them is one space; letters with marks are composed (NFC), so
    that equal words are equal.
    """

    words: str
    start: int
    end: int


Row = tuple[Cell, ...]


class Table(Struct, dict=True):
    """A text, read as rows; what is wrong with its quotes is `found`, while rows are read."""

    text: str
    lines: Lines
    separator: str
    found: list[Diagnostic] = field(default_factory=list)

    def rows(self, start: int = 0) -> Iterator[Row]:
        """Give the rows from an offset on, without blank lines."""
        at = start
        while at < len(self.text) and len(self.found) < MOST_MISTAKES:
            blank = BLANK.match(self.text, at)
            if blank is not None:
                at = blank.end()
                continue
            row, at = self._row(at)
            yield row

    def position(self, cell: Cell) -> Position:
        """Give the place of a cell, cut at its line's end."""
        line = bisect_right(self._starts, cell.start) - 1
        begin = self._starts[line]
        width = min(cell.end - begin, len(self.lines.line(line))) - (cell.start - begin)
        return self.lines.position(line, cell.start - begin, width)

    def _row(self, at: int) -> tuple[Row, int]:
        cells: list[Cell] = []
        while True:
            cell, at = self._cell(at)
            cells.append(cell)
            if len(cells) == MOST_CELLS or not self.text.startswith(self.separator, at):
                break
            at += 1
        rest = REST.match(self.text, at)
        return tuple(cells), rest.end() if rest else len(self.text)

    def _cell(self, start: int) -> tuple[Cell, int]:
        opening = OPENING.match(self.text, start)
        if opening is not None:
            return self._quoted(opening.end() - 1)
        end = self._until_separator(start)
        return Cell(_squeezed(self.text[start:end]), start, end), end

    def _quoted(self, start: int) -> tuple[Cell, int]:
        match = QUOTED.match(self.text, start)
        if match is None:
            end = self._until_separator(start)
            self.found.append(_never_closed(self.position(Cell("", start, start + 1))))
            return Cell(_squeezed(self.text[start + 1 : end]), start, end), end
        end = self._until_separator(match.end())
        after = Cell(self.text[match.end() : end], match.end(), end)
        if after.words.strip():
            opened = self.position(Cell("", start, end)).line
            self.found.append(_words_after(self.position(after), opened))
        words = match[1].replace('""', '"') + after.words
        return Cell(_squeezed(words), start, end), end

    def _until_separator(self, start: int) -> int:
        match = self._plain.match(self.text, start)
        return match.end() if match else start

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return re.compile(rf"[^{re.escape(self.separator)}\r\n]*")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_BREAK.finditer(self.text))]


def _squeezed(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _never_closed(position: Position) -> Diagnostic:
    return Diagnostic(
        Code.BAD_QUOTES,
        "a quotation mark opens here, and none closes it",
        "put one at the cell's end, or delete this one",
        position,
    )


def _words_after(position: Position, opened: int) -> Diagnostic:
    where = "on this line" if opened == position.line else f"on line {opened}"
    return Diagnostic(
        Code.BAD_QUOTES,
        f"words stand here after the closing quotation mark of a cell that opens {where}",
        'write a quotation mark inside a cell twice: "Anna ""Ann"" Lee"',
        position,
    )
