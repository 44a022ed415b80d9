"""Show how a text is put in quotes, as YAML wants it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderdeck.diagnostics import Position

LONGEST = 60
"""Characters of somebody's text that a hint repeats."""

DASHES_AND_KEY = re.compile(r"\s*(?:- +)*(?:[^\s\"'\[{:][^\"'\[{:]*:\s+)?")

IN_BRACKETS = re.compile(DASHES_AND_KEY.pattern + r"[\[{].*(?:[\[{,]|:\s)?\s*")

AT_ITS_END = re.compile(r"[,\]}]")
"""What ends a text without quotes in a list in brackets."""


def quoted(words: str) -> str:
    """Put words in the kind of quotes that needs no changes inside, where there is one."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def line_in_quotes(position: Position) -> str:
    """Write the line again, with all from `position` to its end in quotes.

    In a list in brackets, where other texts follow on the line, the text is written alone.
    """
    start = position.column - 1
    words = position.text[start:].strip()
    if in_brackets(position):
        return quoted(shortened(AT_ITS_END.split(words)[0].rstrip()))
    return position.text[:start].lstrip() + quoted(shortened(words))


def in_brackets(position: Position) -> bool:
    """Whether a position is behind a bracket that opens on its line."""
    return bool(IN_BRACKETS.match(position.text[: position.column - 1]))


def begins_a_value(position: Position) -> bool:
    """Whether a text can begin at a position: after dashes and a key, or inside brackets."""
    before = position.text[: position.column - 1]
    return bool(DASHES_AND_KEY.fullmatch(before)) or in_brackets(position)


def shortened(words: str) -> str:
    """Cut words that are too long to repeat, at a word's end."""
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0] + " …"
