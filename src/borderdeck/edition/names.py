"""Names of folders and files made from people's words."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters; with a training's folder around it a path stays within Windows' 260."""


def file_name(words: str) -> str:
    """Make a name that every file system takes: letters of any script, digits and hyphens.

    Accents on Latin letters are dropped; a long name ends at a whole word.
    """
    plain = _without_latin_accents(words.casefold())
    name = re.sub(r"[\W_]+", "-", plain).strip("-")
    if len(name) <= LONGEST:
        return name
    return name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]


def _without_latin_accents(words: str) -> str:
    kept: list[str] = []
    base = ""
    for character in unicodedata.normalize("NFKD", words):
        if not unicodedata.combining(character):
            base = character
        elif base.isascii():
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))
