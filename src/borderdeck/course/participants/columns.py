"""The first line of a list: which column holds what, and what parts the columns."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.quoting import shortened
from borderdeck.course.spelling import closest
from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.participants.table import Cell, Row, Table


class Column(StrEnum):
    """What a column may hold, by the heading that messages call it."""

    NAME = "name"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    ORGANISATION = "organisation"
    ROLE = "role"
    LARGE_PRINT = "large print"
    LANGUAGE = "language"
    EMAIL = "email"


HEADINGS = {
    **{str(column): column for column in Column},
    "full name": Column.NAME,
    "participant": Column.NAME,
    "given name": Column.FIRST_NAME,
    "given names": Column.FIRST_NAME,
    "surname": Column.LAST_NAME,
    "family name": Column.LAST_NAME,
    "organization": Column.ORGANISATION,
    "institution": Column.ORGANISATION,
    "job title": Column.ROLE,
    "position": Column.ROLE,
    "title": Column.ROLE,
    "e mail": Column.EMAIL,
}
"""Headings in small letters, with spaces between words; one that `firstname` and such lack.

Where a list has two for the same, the one that stands first here is taken: "Title" is often "Ms"
or "Dr" beside a role.
"""

_UNSPACED = {heading.replace(" ", ""): column for heading, column in HEADINGS.items()}
_RANKS = {heading: rank for rank, heading in enumerate(_UNSPACED)}

SEPARATORS = (";", "\t", ",")

DECLARED = re.compile(r"[\ufeff\"]*sep=(.)\"?[ ]*(?:\r\n|\r|\n)", re.IGNORECASE)
"""The line by which Excel is told what parts the cells."""

NAMED = (Column.NAME, Column.FIRST_NAME, Column.LAST_NAME)


class Header(Struct, frozen=True):
    """Which place in a row holds what; `width` is how many cells a row may fill."""

    places: dict[Column, int]
    width: int


def column_of(heading: str) -> Column | None:
    """Give what a column of that heading holds, None where nothing is known of it."""
    return _UNSPACED.get(_unspaced(heading))


def separator_of(text: str) -> tuple[str, int]:
    """Give what parts the cells, and where in the text the header starts.

    The sign is chosen with which the first line has the most known headings, and then the most
    cells: names hold commas, so no guess is made from the rows.
    """
    declared = DECLARED.match(text)
    if declared is not None:
        return declared[1], declared.end()
    start = len(text) - len(text.lstrip("\r\n \t;,"))
    line = re.split(r"[\r\n]", text[start : start + 10_000], maxsplit=1)[0]
    return max(SEPARATORS, key=lambda sign: _likelihood(line.split(sign))), 0


def read_header(table: Table, row: Row, found: list[Diagnostic]) -> Header | None:
    """Read the first row; None where it names nobody, which is then `found`, with what else is."""
    width = max((n for n, cell in enumerate(row, 1) if cell.words), default=0)
    unknown = [cell for cell in row[:width] if column_of(cell.words) is None]
    places: dict[Column, int] = {}
    for place in sorted(range(width), key=lambda place: _rank(row[place])):
        column = column_of(row[place].words)
        if column is None:
            continue
        taken = row[places.setdefault(column, place)]
        if taken is not row[place]:
            found.append(_twice(table, row[place], taken, column))
    if not any(column in places for column in NAMED):
        found.append(_nobody(table, row, unknown))
        return None
    if unknown:
        found.append(_unknown(table, unknown, places))
    return Header(places, width)


def _likelihood(cells: list[str]) -> tuple[int, int]:
    return sum(column_of(cell) is not None for cell in cells), len(cells)


def _unspaced(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold())


def _rank(cell: Cell) -> int:
    """Tell which of two headings for the same goes first; those that nobody knows have no rank."""
    return _RANKS.get(_unspaced(cell.words), -1)


def _twice(table: Table, cell: Cell, taken: Cell, column: Column) -> Diagnostic:
    if _rank(cell) == _rank(taken):
        return Diagnostic(
            Code.DUPLICATE_KEY,
            f'"{shortened(cell.words)}" is a second column for the {column}',
            "keep one of the two, or give this one another heading: then it is left out",
            table.position(cell),
        )
    return Diagnostic(
        Code.UNKNOWN_COLUMN,
        f'the {column} is taken from "{shortened(taken.words)}", and this column is left out',
        f'if it should be taken from here, give "{shortened(taken.words)}" another heading',
        table.position(cell),
        Severity.WARNING,
    )


def _nobody(table: Table, row: Row, unknown: list[Cell]) -> Diagnostic:
    guesses = (_guess(cell, NAMED) for cell in unknown)
    hint = "the first line names the columns: name, organisation, role, large print, language"
    return Diagnostic(
        Code.MISSING_COLUMN,
        "no column holds names",
        next((f'did you mean "{guess}"?' for guess in guesses if guess), hint),
        table.position(row[0]),
    )


def _unknown(table: Table, unknown: list[Cell], places: dict[Column, int]) -> Diagnostic:
    names = ", ".join(f'"{shortened(cell.words)}"' for cell in unknown if cell.words) or "(empty)"
    free = [column for column in Column if column not in places]
    guesses = {cell.words: _guess(cell, free) for cell in unknown}
    meant = [f'did you mean "{guess}" by "{words}"?' for words, guess in guesses.items() if guess]
    return Diagnostic(
        Code.UNKNOWN_COLUMN,
        f"what stands in these columns is left out: {names}",
        "; ".join(meant) or "nothing is to be done where you do not miss it",
        table.position(unknown[0]),
        Severity.WARNING,
    )


def _guess(cell: Cell, columns: tuple[Column, ...] | list[Column]) -> str | None:
    return closest(cell.words[:80], _headings(columns))


def _headings(columns: tuple[Column, ...] | list[Column]) -> Iterator[str]:
    return (str(column) for column in columns)
