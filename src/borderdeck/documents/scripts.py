"""Which font draws which part of a text: the stretches of one script that it is shaped in."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u200c\u200d\ufb50-\ufdff\ufe70-\ufeff"
"""Arabic letters, marks and digits, and the joiners, for a character class. Spaces and the signs
that Arabic shares with Latin part them: letters never join across those."""

HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"

WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7af\uf900-\ufaff"
    "\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\U00016fe0-\U0001b2ff\U0001f000-\U0003fffd"
)
"""East Asian characters, Wide or Fullwidth by Unicode Standard Annex 11, for a character class;
whole blocks, in which a few are narrower."""

SHARED = "\u00b7\u2013-\u201f\u2024-\u2027\u2030-\u205e\u2100-\u2bff"
"""Signs that East Asian fonts draw as wide as an ideograph where they stand beside one: quotation
marks, dashes, dots (most are Ambiguous in that annex), and symbols."""


class Script(IntEnum):
    """A script that has a font of its own, or a direction."""

    WESTERN = 0
    ARABIC = 1
    HEBREW = 2
    EAST_ASIAN = 3


class Stretch(NamedTuple):
    """A part of a text that is shaped as one: its script, where it starts, and where it ends."""

    script: Script
    start: int
    end: int


OTHER = (
    f"([{ARABIC}]+)"
    f"|([{HEBREW}]+)"
    rf"|(\A[{SHARED}]+(?=[{WIDE}])|[{SHARED}]*[{WIDE}][{WIDE}{SHARED}]*)"
)
"""A stretch of another script than the western ones, in the group of its script. Shared signs that
a text begins with are one of their own, for LibreOffice sets them apart."""

PERHAPS_OTHER = re.compile("[\u0590-\u1fff\u200c\u200d]")
"""What such a stretch may begin with, below all that lies beyond the symbols."""

BEYOND = "\u2c00"
"""The first character beyond the symbols."""


@cache
def _other() -> re.Pattern[str]:
    """Give `OTHER`, compiled; that takes longer than to plan the deck of a text without any."""
    return re.compile(OTHER)


@lru_cache(maxsize=256)
def stretches(text: str) -> tuple[Stretch, ...]:
    """Part a text by its scripts; what belongs to none, such as spaces and digits, is western."""
    if _is_western(text):
        return (Stretch(Script.WESTERN, 0, len(text)),) if text else ()
    found: list[Stretch] = []
    done = 0
    for match in _other().finditer(text):
        if match.start() > done:
            found.append(Stretch(Script.WESTERN, done, match.start()))
        done = match.end()
        found.append(Stretch(Script(match.lastindex or 0), match.start(), done))
    if done < len(text):
        found.append(Stretch(Script.WESTERN, done, len(text)))
    return tuple(found)


def _is_western(text: str) -> bool:
    return max(text, default="") < BEYOND and PERHAPS_OTHER.search(text) is None


def has_east_asian(text: str) -> bool:
    """Whether an East Asian font draws anything of a text."""
    return any(stretch.script is Script.EAST_ASIAN for stretch in stretches(text))
