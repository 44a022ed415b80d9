"""Show how a text is put in quotes, as YAML wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderdeck.diagnostics import Position

LONGEST = 60
"""Characters of somebody's text that a hint repeats."""


def quoted(words: str) -> str:
    """Put words in the kind of quotes that needs no changes inside, where there is one."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def line_in_quotes(position: Position) -> str:
    """Write the line again, with all from `position` to its end in quotes."""
    start = position.column - 1
    return position.text[:start].lstrip() + quoted(shortened(position.text[start:].strip()))


def shortened(words: str) -> str:
    """Cut words that are too long to repeat, at a word's end."""
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0] + " …"
