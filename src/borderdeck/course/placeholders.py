"""How `[PLACE, DATE]` is written in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILT_IN = ("PLACE", "DATE")
"""The placeholders that every course has."""

NAME = re.compile(r"[A-Z][A-Z0-9]*(?:[ _-][A-Z0-9]+)*")
"""A placeholder's name: capitals and digits, in words."""

BRACKETS = re.compile(r"(?<!\\)\[(?P<inside>[^\[\]\n]+)\](?!\()")
"""Words in brackets that are neither escaped nor a link's."""


def bracketed(source: str) -> Iterator[tuple[str, ...]]:
    """Give the names of each pair of brackets in a text's source, whatever they look like."""
    for match in BRACKETS.finditer(source):
        yield tuple(name.strip() for name in match["inside"].split(","))
