"""Sample texts to measure with, by language: a line of `benchmarks/samples/` each, `**` for bold.

English is the course's own key messages. The others are samples, not parts of the course and no
translations of it: articles of the Universal Declaration of Human Rights as the United Nations
publish it in each language, and made-up lines with numbers, brackets and foreign words.
"""

from __future__ import annotations

import re
from pathlib import Path

from borderdeck.workspace import bundled

FOLDER = Path(__file__).parent / "samples"
MESSAGE = re.compile(r"text: \"(.+)\"$", re.MULTILINE)

OPENING = "\u201c\u300a\uff08"
CLOSING = "\u201d\u2014\u2026\u3001\u3002\u300b\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
CLAUSE = re.compile(rf"[{OPENING}]*(?:[A-Za-z0-9:-]+|\w{{1,4}})[{CLOSING}]*")
"""A few ideographs, or a word or number among them, with the punctuation that stands with it."""

SPACED = 20
"""The most characters to a word, on average, in a language that parts words by spaces."""


def texts(language: str) -> list[str]:
    """Give the texts of a language, with their Markdown."""
    if language == "English":
        files = sorted((bundled("course") / "sessions").glob("*.yaml"))
        return [found for file in files for found in MESSAGE.findall(file.read_text("utf-8"))]
    lines = (FOLDER / f"{language.lower()}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def words_of(given: list[str]) -> list[str]:
    """Give all words of texts, their bold dropped; bits of clauses where words are not spaced."""
    plain = " ".join(given).replace("**", "")
    spaced = plain.split()
    return spaced if len(plain) < SPACED * len(spaced) else CLAUSE.findall(plain)
