"""What is not closed in a style sheet: CSS goes on without a word, and leaves the rest out.

The source is CSS Syntax Module Level 3, sections 4 and 5 (https://www.w3.org/TR/css-syntax-3/).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSED = r"""/\*.*?\*/ | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'"""
"""A comment or a text, with its end."""

TOKEN = re.compile(
    rf"""url\((?!\s*["'])[^)]*(?:\)|\Z) | {CLOSED} | /\*.*\Z | ["'][^\n]* | [{{}};]""",
    re.DOTALL | re.VERBOSE,
)
"""A bare address, a comment or a text with its end or without, or what rules are divided by."""

WHOLE = re.compile(CLOSED, re.DOTALL | re.VERBOSE)

RULE_WITHIN = re.compile(r"\s*[\w-]+\s*:\s[^\n]*\n[^{};]*")
"""A declaration, and on a later line a selector: "}" is missing between the two."""


MOST = 10
"""What is told of a style sheet; one thing that is wrong leads to others."""


class Unclosed(Struct, frozen=True):
    """A sign that is wrong, how many characters stand before it, and what would mend it."""

    sign: str
    offset: int
    message: str
    hint: str


class _Scan(Struct):
    """Where braces are open, what was found, and the brace that is likely the wrong one."""

    text: str
    still_open: list[int] = field(default_factory=list)
    found: list[Unclosed] = field(default_factory=list)
    suspect: int | None = None
    begun: int = 0

    def take(self, token: re.Match[str]) -> None:
        """Take the next token."""
        sign = token[0]
        if sign in "{};":
            self._take_divider(sign, token.start())
            self.begun = token.end()
        elif sign[0] in "/\"'" and not WHOLE.fullmatch(sign):
            is_comment = sign[0] == "/"
            named = '"/*"' if is_comment else "this quotation mark"
            end = "*/" if is_comment else sign[0]
            self._tell(end, token.start(), named, f"write {end} where it is to end")

    def end(self) -> None:
        """Tell what is still open when all has been taken; what is not closed may hold its end."""
        if self.still_open and not self.found:
            wrong = self.still_open[-1] if self.suspect is None else self.suspect
            self._tell("{", wrong, '"{"', 'write "}" where what it opens is to end')

    def _take_divider(self, sign: str, offset: int) -> None:
        if sign == "{":
            before = self.text[self.begun : offset]
            if self.still_open and self.suspect is None and RULE_WITHIN.fullmatch(before):
                self.suspect = self.still_open[-1]
            self.still_open.append(offset)
        elif sign == "}" and self.still_open:
            self.still_open.pop()
        elif sign == "}":
            message = '"}" closes nothing, and spoils the rule after it'
            hint = 'delete it, or write the "{" that is missing before it'
            self.found.append(Unclosed(sign, offset, message, hint))

    def _tell(self, sign: str, offset: int, named: str, hint: str) -> None:
        message = f"{named} is not closed: what stands after it is left out or taken amiss"
        self.found.append(Unclosed(sign, offset, message, hint))


def unclosed(text: str) -> Iterator[Unclosed]:
    """Give what is not closed in a style sheet, or closes nothing."""
    scan = _Scan(text)
    for token in TOKEN.finditer(text):
        scan.take(token)
    scan.end()
    yield from scan.found[:MOST]
