"""Longer texts in Markdown, such as notes: paragraphs and lists.

https://spec.commonmark.org/0.31.2/#lists says what a list is. Every other kind of block is printed
as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.course.markup import parsed, parser
from borderdeck.course.text import Marker, Prose, ProseLine, Text

if TYPE_CHECKING:
    from markdown_it.token import Token

    from borderdeck.course.faults import Fault
    from borderdeck.diagnostics import Position


def parse_prose(source: str, position: Position) -> tuple[Prose, tuple[Fault, ...]]:
    """Parse a longer text that stands at `position`, and tell what its author should know."""
    reading = _Reading(position)
    for token in parser("paragraph", "list").parse(source):
        reading.take(token)
    return Prose(tuple(reading.lines)), tuple(reading.faults)


class _Reading(Struct):
    """What has been read; `lists` holds the next number of each open list, None for bullets."""

    position: Position
    lines: list[ProseLine] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    item_begins: bool = False

    def take(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.item_begins = True
            case "inline":
                self._line(token)

    def _line(self, token: Token) -> None:
        found = parsed(token)
        self.faults.extend(found.faults)
        marker, number = self._marker()
        text = Text(token.content, found.runs, self.position)
        self.lines.append(ProseLine(text, marker, max(0, len(self.lists) - 1), number))
        self.item_begins = False

    def _marker(self) -> tuple[Marker, int | None]:
        if not self.lists or not self.item_begins:
            return Marker.NONE, None
        number = self.lists[-1]
        if number is None:
            return Marker.BULLET, None
        self.lists[-1] = number + 1
        return Marker.NUMBER, number
