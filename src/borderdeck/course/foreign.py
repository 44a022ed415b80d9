"""Words in another language: `[non-refoulement]{lang=fr}`.

Screen readers speak such words in the voice of their language (WCAG 2.2, success criterion 3.1.2),
and spell checkers leave them alone. The form is that of Pandoc's bracketed spans.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.course.faults import Fault
from borderdeck.course.language_names import code_called, languages_by_code
from borderdeck.course.quoting import shortened
from borderdeck.diagnostics import Code

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

OPEN, CLOSE = "language_open", "language_close"
"""The tokens around such words."""

BEGINNING = "{lang"
"""How the mark begins; where it stays among the words, it was meant."""

MARK = re.compile(r"\{lang=(\"?)([^\"{}\s]*)\1\}")

TAG = (
    r"(?i)(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
)
"""A tag as RFC 5646, section 2.1, has it, without extensions."""

TWO = 2
"""How many letters the tags of ISO 639-1 have, which are all known."""

EXAMPLES = "tags are such as fr, ar, pt-BR or zh-Hans"


def read_foreign_words(markdown: MarkdownIt) -> None:
    """Teach a parser the mark."""
    markdown.inline.ruler.before("link", "language", _foreign_words)


def _foreign_words(state: StateInline, silent: bool) -> bool:
    """Read words with the mark behind them, if such stand here."""
    start, end = state.pos, state.posMax
    if state.src[start] != "[":
        return False
    closing = state.md.helpers.parseLinkLabel(state, start)
    mark = MARK.match(state.src, closing + 1, end) if closing >= 0 else None
    if mark is None:
        return False
    if not silent:
        _push(state, closing, mark)
    state.pos, state.posMax = mark.end(), end
    return True


def _push(state: StateInline, closing: int, mark: re.Match[str]) -> None:
    state.pos, state.posMax = state.pos + 1, closing
    token = state.push(OPEN, "span", 1)
    token.attrs = {"lang": mark[2]}
    token.markup = mark[0]
    state.md.inline.tokenize(state)
    state.push(CLOSE, "span", -1)


def tag_fault(tag: str, mark: str) -> Fault | None:
    """Say what is wrong with a language's tag, if there is anything."""
    known = re.fullmatch(TAG, tag)
    if known is not None and _is_language(known["language"]):
        return None
    code = _code_of(tag)
    hint = f'write {{lang={code}}} for "{tag}"' if code else f"{EXAMPLES}: {{lang=fr}}"
    message = f'"{shortened(tag)}" is not the tag of a language' if tag else "no language is named"
    return Fault(Code.MARKUP, message, hint, mark)


def _is_language(subtag: str) -> bool:
    """Whether CLDR knows a language; of three letters there are thousands, and any will do."""
    return len(subtag) > TWO or subtag.lower() in languages_by_code()


def _code_of(name: str) -> str | None:
    """Give the tag of a language that was called by its English name, or written as `pt_BR`."""
    if re.fullmatch(TAG, name.replace("_", "-")):
        better = name.replace("_", "-")
        return better if better != name and _is_language(better.partition("-")[0]) else None
    return code_called(name)
