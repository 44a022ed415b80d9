"""How words are typed, so that a shell takes them as one."""

from __future__ import annotations

import os
import re

BACKSLASH = "\\" if os.sep == "/" else ""
"""It stands for nothing but itself where folders are separated by it."""

PLAIN = re.compile(r"[\w@+=:,./-]+" if BACKSLASH else r"[\w@+=:,./\\-]+")
"""What needs no quotes."""

READ_IN_QUOTES = frozenset('"$`!%' + BACKSLASH)
"""What some shell reads as more than itself even inside double quotes."""


def typed(words: str) -> str:
    """Put words in quotes where a shell needs them.

    Double quotes are for sh, cmd and PowerShell alike; single ones, which cmd does not know, are
    for what would mean more inside them.
    """
    if PLAIN.fullmatch(words):
        return words
    if READ_IN_QUOTES.isdisjoint(words):
        return f'"{words}"'

    from shlex import quote

    return quote(words)
