"""The typefaces that a deck names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMED = re.compile(rb'<a:(?:latin|buFont)\s[^>]*?typeface="([^"+]+)"')
"""A typeface by its name; those that begin with "+" stand for the theme's."""

NOT_OURS = frozenset(
    {
        *("marlett", "symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3"),
        *("times new roman", "liberation serif", "cambria", "caladea"),
        *("courier new", "liberation mono"),
    }
)
"""Typefaces that no font of ours stands in for: those of signs, and those that rpptx has a font
for."""


def typefaces_in(members: Mapping[str, bytes]) -> tuple[str, ...]:
    """Name the typefaces in a deck's parts that our fonts stand in for, each once, in one order."""
    parts = (data for name, data in members.items() if name.endswith(".xml"))
    names = {match.decode() for data in parts for match in NAMED.findall(data)}
    return tuple(sorted(name for name in names if name.casefold() not in NOT_OURS))
