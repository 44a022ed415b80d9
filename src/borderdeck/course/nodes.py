"""A YAML file as a tree of nodes, each of which knows its place in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.diagnostics import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_BREAK = re.compile(r"\r\n|\r|\n")

NULLS = ("", "~", "null", "Null", "NULL")
"""How YAML 1.2 writes nothing (https://yaml.org/spec/1.2.2/, section 10.3.2)."""


class Scalar(Struct, frozen=True):
    """A single value, as its own words; `plain` where it was written without quotes."""

    text: str
    position: Position
    plain: bool = True

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was written, or YAML's word for it."""
        return self.plain and self.text in NULLS


class Sequence(Struct, frozen=True):
    """A list. `written` is its source where that stands in brackets on one line."""

    items: tuple[Node, ...]
    position: Position
    written: str = ""


class Entry(Struct, frozen=True):
    """A key and its value."""

    key: Scalar
    value: Node


class Mapping(Struct, frozen=True):
    """Keys with values, each key once. `written` is its source where that stands in braces."""

    entries: tuple[Entry, ...]
    position: Position
    written: str = ""

    def get(self, name: str) -> Node | None:
        """Give the value of a key."""
        for entry in self.entries:
            if entry.key.text == name:
                return entry.value
        return None

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, as written."""
        return tuple(entry.key.text for entry in self.entries)


Node = Scalar | Sequence | Mapping


def items_of(node: Node | None) -> tuple[Node, ...]:
    """Give the items of a list; none where there is no list."""
    return node.items if isinstance(node, Sequence) else ()


def scalars_in(node: Node | None) -> Iterator[Scalar]:
    """Give the single values of a list."""
    return (item for item in items_of(node) if isinstance(item, Scalar))


def pointing_at(position: Position, words: str) -> Position:
    """Narrow a position to some words, where they stand on its line; else give it unchanged."""
    start = position.text.find(words, position.column - 1)
    if start < 0 or not words:
        return position
    return replace(position, column=start + 1, width=len(words))


class Lines:
    """The lines of a file, and positions in it. Lines and columns count from 0 here, as YAML's."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = self.split(text)

    @staticmethod
    def split(text: str) -> list[str]:
        """Split at YAML's line breaks."""
        return LINE_BREAK.split(text)

    def line(self, number: int) -> str:
        """Give a line, empty past the end."""
        return self.lines[number] if number < len(self.lines) else ""

    def position(self, line: int, column: int, width: int = 1) -> Position:
        """Give the position of `width` characters, at least one."""
        return Position(self.file, line + 1, column + 1, max(width, 1), self.line(line))

    def find(self, start: Position, words: str) -> Position:
        """Find words of the value that begins at `start`; where that fails, give `start`.

        Words broken over lines or written with escapes are not found.
        """
        for number in range(start.line - 1, len(self.lines)):
            before = start.column - 1 if number == start.line - 1 else 0
            column = self.lines[number].find(words, before)
            if column >= 0:
                return self.position(number, column, len(words))
        return start

    def span(self, start: tuple[int, int], end: tuple[int, int]) -> Position:
        """Give the position from `start` to `end` (line and column), cut at the line's end."""
        line, column = start
        last = end[1] if end[0] == line else len(self.line(line))
        return self.position(line, column, last - column)
