"""Where a line may end: Unicode Standard Annex 14 (https://www.unicode.org/reports/tr14/).

Two rules are tailored to LibreOffice: it does not end a line after a slash between letters, so that
is not counted on; and it parts the two dashes, or the two ellipses, that Chinese has for one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

LETTER = (
    "A-Za-z\u00c0-\u024f\u0370-\u0373\u0376-\u037d\u0386-\u0481\u048a-\u0527\u1e00-\u1fff"
    "\u2190-\u21ff"
)
"""Alphabetic letters (class AL) of the Latin, Greek and Cyrillic scripts, for a character class;
and arrows, which are the same to a line (classes AL and AI: LB1)."""

PLAIN = f"0-9{LETTER}"
"""Those, and digits (class NU), between any two of which no line may end (LB23, LB25, LB28)."""

BETWEEN_WORDS = re.compile(
    f"(?:(?<=[{PLAIN},.;:!?)\\]–]) (?=[{PLAIN}(\\[“‘'\"–])|(?<=[”’'\"]) (?=[{PLAIN}“‘'\"–]))"
)
"""A space where a line may end whatever stands further off (LB18): not one after an opening bracket
(LB14) or between a quotation mark and one (LB15), nor before what closes (LB13)."""

PLAIN_WORD = re.compile(
    "[(\\[“‘'\"]*"  # nothing is parted from what opens (LB14, LB19) ...
    f"(?:[{PLAIN}]*(?:[.,:;’'\xa0–][{PLAIN}]+)*"  # LB12, LB19, LB21, LB25, LB29
    f"|[{LETTER}]+(?:[-/’'\xa0–][{LETTER}]+)+)"
    "[,.;:!?)\\]”’'\"]*"  # ... or what closes (LB13, LB19)
    " *|– *"
)
"""A word that holds no opportunity but after its spaces, and after hyphens between letters or
dashes between letters and digits."""

HYPHEN = re.compile("[-–](?=[^ ])")

PAIR = re.compile("(?<=\u2014)(?=\u2014)|(?<=\u2026)(?=\u2026)")
"""Between two dashes, or two ellipses."""


def breaks(text: str) -> tuple[int, ...]:
    """Give the offsets in `text` where a line may end, its own end included.

    `text` holds no line breaks. The annex's rules are asked only of words that are not plain, each
    once: they cost a hundred times what a plain word does.
    """
    ends: list[int] = []
    start = 0
    for stop in [*(space.end() for space in BETWEEN_WORDS.finditer(text)), len(text)]:
        ends += [start + end for end in _breaks_in(text[start:stop])]
        start = stop
    return tuple(ends)


@lru_cache(maxsize=4096)
def _breaks_in(chunk: str) -> tuple[int, ...]:
    """Give the breaks in words between which the rules have to be asked, or in a plain one."""
    if not chunk:
        return ()
    if PLAIN_WORD.fullmatch(chunk):
        return (*(hyphen.end() for hyphen in HYPHEN.finditer(chunk)), len(chunk))
    from uniseg.linebreak import line_break_units

    parts = PAIR.split(chunk)
    ends = accumulate(len(unit) for part in parts for unit in line_break_units(part))
    return tuple(end for end in ends if end == len(chunk) or chunk[end - 1] != "/")
