"""Rows -> people. Every row is judged, so that all that is wrong is told in one pass.

No message repeats a name: messages may end up in a log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from borderdeck.course.faults import Fault
from borderdeck.course.files import refusal
from borderdeck.course.nodes import Lines
from borderdeck.course.participants.cells import check_words, read_language, read_yes_or_no
from borderdeck.course.participants.columns import Column, Header, read_header, separator_of
from borderdeck.course.participants.decoding import odd_characters, shown, text_of
from borderdeck.course.participants.people import Person
from borderdeck.course.participants.table import MOST_CELLS, Cell, Row, Table
from borderdeck.course.participants.workbooks import workbook
from borderdeck.diagnostics import (
    Code,
    Diagnostic,
    Position,
    Severity,
    has_errors,
    in_reading_order,
)
from borderdeck.workspace import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from borderdeck.workspace import Workspace

LIMIT = 2 * 1024 * 1024
"""Bytes of a list."""

MOST_PEOPLE = 2000
MOST_LINES = 10_000

SIGNS = {"\t": "a tab", ",": "a comma", ";": "a semicolon"}

People = tuple[Person, ...]
T = TypeVar("T")


def load_participants(
    workspace: Workspace, path: Path, named: Position | None = None
) -> tuple[People | None, tuple[Diagnostic, ...]]:
    """Load a list of participants, wherever it lies; None where it has errors.

    `named` is the place in a file that names it, if one does.
    """
    file = workspace.shown(path)
    try:
        data = workspace.read(path, LIMIT)
    except (OSError, RuntimeError, TooLargeError) as error:
        return None, (refusal(error, file, LIMIT).at(named),)
    if (fault := workbook(data, file)) is not None:
        return None, (fault.at(named),)
    people, found = read_participants(data, file)
    return (None if has_errors(found) else people), found


def read_participants(data: bytes, file: str) -> tuple[People, tuple[Diagnostic, ...]]:
    """Read a list's bytes; whatever they are, what is wrong comes back as diagnostics."""
    text = text_of(data)
    lines = Lines(file, shown(text))
    if len(lines.lines) > MOST_LINES:
        return (), (_too_many(lines.position(MOST_LINES, 0), f"{MOST_LINES} lines"),)
    separator, start = separator_of(text)
    reading = _Reading(Table(text, lines, separator))
    people = reading.people(start)
    found = [*odd_characters(text, lines), *reading.table.found, *reading.found]
    return people, in_reading_order(found)


class _Reading(Struct):
    """Reads the rows of one table, and gathers what is wrong with them."""

    table: Table
    found: list[Diagnostic] = field(default_factory=list)
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)

    def people(self, start: int) -> People:
        rows = self.table.rows(start)
        first = next(rows, None)
        header = read_header(self.table, first, self.found) if first else None
        people = self._people(rows, header) if header else []
        if not people and not self.found:
            self.found.append(_nobody(self.table.lines))
        return tuple(people)

    def _people(self, rows: Iterator[Row], header: Header) -> list[Person]:
        people: list[Person] = []
        for row in rows:
            if not any(cell.words for cell in row):
                continue
            people.append(self._person(row, header))
            if len(people) > MOST_PEOPLE:
                place = self.table.position(row[0])
                self.found.append(_too_many(place, f"{MOST_PEOPLE} participants"))
                break
        return people

    def _person(self, row: Row, header: Header) -> Person:
        self._refuse_more_cells(row, header)
        cells = {c: row[place] for c, place in header.places.items() if place < len(row)}
        name = self._name(row, cells)
        person = Person(
            name=name.words,
            organisation=self._words(cells.get(Column.ORGANISATION), Column.ORGANISATION),
            role=self._words(cells.get(Column.ROLE), Column.ROLE),
            large_print=self._read(cells.get(Column.LARGE_PRINT), read_yes_or_no, False),
            language=self._read(cells.get(Column.LANGUAGE), read_language, ""),
            position=self.table.position(name),
        )
        self._compare(person)
        return person

    def _name(self, row: Row, cells: dict[Column, Cell]) -> Cell:
        """Give the name at its place: a cell, or those of the first and the last name as one."""
        whole = [cell for c, cell in cells.items() if c is Column.NAME and cell.words]
        halves = [cells[c] for c in (Column.FIRST_NAME, Column.LAST_NAME) if c in cells]
        parts = whole or [cell for cell in halves if cell.words]
        if not parts:
            place = self.table.position(cells.get(Column.NAME, halves[0] if halves else row[0]))
            self.found.append(_no_name(place))
            return row[0]._replace(words="")
        name = parts[0]._replace(words=" ".join(part.words for part in parts))
        self._words(name, Column.NAME)
        return name

    def _words(self, cell: Cell | None, column: Column) -> str:
        if cell is None:
            return ""
        if (fault := check_words(cell.words, column)) is not None:
            self._tell(fault, cell)
        return cell.words

    def _read(self, cell: Cell | None, read: Callable[[str], T | Fault], otherwise: T) -> T:
        if cell is None:
            return otherwise
        value = read(cell.words)
        if not isinstance(value, Fault):
            return value
        self._tell(value, cell)
        return otherwise

    def _refuse_more_cells(self, row: Row, header: Header) -> None:
        beyond = [cell for cell in row[header.width :] if cell.words]
        if beyond:
            count = "too many" if len(row) == MOST_CELLS else str(len(row))
            message = f"this row has {count} cells, and the first line {header.width}"
            sign = SIGNS.get(self.table.separator, self.table.separator)
            hint = f"put words with {sign} among them in quotation marks"
            self._tell(Fault(Code.TOO_MANY_CELLS, message, hint), beyond[0])

    def _compare(self, person: Person) -> None:
        """Warn of a person who is there twice; both stay."""
        key = tuple(w.casefold() for w in (person.name, person.organisation, person.role))
        line = self.seen.setdefault(key, person.position.line)
        if person.name and line != person.position.line:
            self.found.append(_twice(person.position, line))

    def _tell(self, fault: Fault, cell: Cell) -> None:
        self.found.append(fault.at(self.table.position(cell)))


def _nobody(lines: Lines) -> Diagnostic:
    hint = (
        'write the headings on the first line, such as "name;organisation", and below it the people'
    )
    return Diagnostic(Code.MISSING_NAME, "this list names nobody", hint, lines.position(0, 0))


def _no_name(position: Position) -> Diagnostic:
    hint = "write the name here, or delete the row"
    return Diagnostic(Code.MISSING_NAME, "this row has no name", hint, position)


def _too_many(position: Position, most: str) -> Diagnostic:
    message = f"this list holds more than {most}"
    return Diagnostic(Code.FILE_TOO_LARGE, message, "divide it into several lists", position)


def _twice(position: Position, line: int) -> Diagnostic:
    return Diagnostic(
        Code.DUPLICATE_PERSON,
        f"the same person stands on line {line}",
        "delete one of the two lines; if they are two, tell them apart by their roles",
        position,
        Severity.WARNING,
    )
