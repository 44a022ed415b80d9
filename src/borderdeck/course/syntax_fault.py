"""Where the parser of YAML stopped, as the rules for common slips look at it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from borderdeck.diagnostics import Code, Diagnostic

if TYPE_CHECKING:
    from borderdeck.course.nodes import Lines
    from borderdeck.diagnostics import Position

Place = tuple[int, int]
"""A line and a column, from 0."""

KEY = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+)\s*:(?=\s|$) *")
"""A line's key with its dashes and colon."""


class SyntaxFault(Struct, frozen=True):
    """Where and why the parser stopped, and the last thing that it understood before that."""

    lines: Lines
    problem: str
    place: Place
    context: str
    began: Place | None
    previous: Any

    @property
    def line(self) -> str:
        """The line on which the parser stopped."""
        return self.lines.line(self.place[0])

    def position(self, place: Place | None = None, width: int = 1) -> Position:
        """Give a position, by default where the parser stopped."""
        return self.lines.position(*(place or self.place), width)

    def rest(self, place: Place | None) -> Position:
        """Give the position from a place to its line's end."""
        line, column = place or self.place
        return self.position((line, column), len(self.lines.line(line).rstrip()) - column)


class Explanation(Struct, frozen=True):
    """What is wrong, what to write instead, and where."""

    message: str
    hint: str
    position: Position

    @property
    def diagnostic(self) -> Diagnostic:
        """What is told of it."""
        return Diagnostic(Code.YAML_SYNTAX, self.message, self.hint, self.position)


Rule = Callable[[SyntaxFault], Explanation | None]
"""Words a slip, if it is the one that the rule knows."""
