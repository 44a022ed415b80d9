"""Names of folders and files made from people's words."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters; with a training's folder around it a path stays within Windows' 260."""

MOST_BYTES = 120
"""In UTF-8, since Linux counts bytes; with dates and a mark for a new file it stays within 255."""

RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""What Windows keeps for devices (learn.microsoft.com/windows/win32/fileio/naming-a-file)."""

UNSEEN = re.compile("[\u115f\u1160\u3164\uffa0]")
"""Letters that nobody sees: Hangul's fillers."""


def file_name(words: str) -> str:
    """Make a name that every file system takes: letters of any script, digits and hyphens.

    Accents on Latin letters are dropped; a long name ends at a whole word. It is empty where the
    words hold no letter and no digit.
    """
    plain = UNSEEN.sub(" ", _without_latin_accents(words.casefold()))
    name = _cut(re.sub(r"[\W_]+", "-", plain).strip("-"))
    return f"{name}_" if RESERVED.fullmatch(name) else name


def _cut(name: str) -> str:
    fitting = name.encode()[: MOST_BYTES + 1].decode(errors="ignore")[: LONGEST + 1]
    if len(fitting) <= LONGEST and len(fitting.encode()) <= MOST_BYTES:
        return fitting.strip("-")
    return fitting.rpartition("-")[0].strip("-") or fitting[:-1]


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
