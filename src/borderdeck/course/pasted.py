"""What a word processor puts in the place of a dash or a space, and YAML does not know as one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.syntax_fault import Explanation

if TYPE_CHECKING:
    from borderdeck.diagnostics import Position

BULLET = re.compile(r"\s*(([•‣\u2043◦▪▫●○■□·∙])(?:\s+|(?=\w)))")
"""A line that begins with a bullet."""

OTHER_DASH = re.compile(r"\s*(([\u2010-\u2015\u2212*])\s+)\S")
"""A line that begins with another dash than YAML's, or an asterisk, and a space."""

OTHER_SPACE = re.compile(r"[ \t]*([^\S \t\r\n]+)\S")
"""A line whose indentation holds another space than YAML's."""


def pasted(position: Position) -> Explanation | None:
    """Find such a sign at the beginning of a position's line."""
    if (match := OTHER_SPACE.match(position.text)) is not None:
        return _space(_at(match, position))
    return pasted_bullet(position) or _dash(position)


def pasted_bullet(position: Position) -> Explanation | None:
    """Find a bullet at the beginning of a position's line."""
    match = BULLET.match(position.text)
    return match and _item(_at(match, position), f"a bullet ({match[2]})")


def _dash(position: Position) -> Explanation | None:
    match = OTHER_DASH.match(position.text)
    return match and _item(_at(match, position), f"another sign ({match[2]})")


def _item(position: Position, found: str) -> Explanation:
    return Explanation(
        f"an item of a list begins with a hyphen and a space, and {found} stands here",
        'write "- " in its place, and in that of others like it',
        position,
    )


def _space(position: Position) -> Explanation:
    sign = position.text[position.column - 1]
    name = unicodedata.name(sign, "no common space").lower()
    return Explanation(
        f"this line is indented with another kind of space: U+{ord(sign):04X}, {name}",
        "delete all that stands before the first sign of the line, and type the spaces anew",
        position,
    )


def _at(match: re.Match[str], position: Position) -> Position:
    return replace(position, column=match.start(1) + 1, width=len(match[1]))
