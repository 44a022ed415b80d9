"""Inline Markdown -> runs.

A text may hold **bold**, *italic*, [links](https://example.org), [mots]{lang=fr} and line breaks; a
backslash takes a sign literally. All else is printed as it stands, to the letter.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course import foreign
from borderdeck.course.faults import Fault
from borderdeck.course.text import Run
from borderdeck.diagnostics import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SIGNS = re.compile(r"[*_\\\[<\n]")
"""Signs without which a text is a single run."""

MARKS = re.compile(r"[*_\\<\n]|\]\(|\{")
"""What calls for the parser where it stands beside such signs; a bracket alone is printed as it
is."""

SPAN = re.compile(
    r"(?:^|(?<=[ (]))(?P<mark>\*\*?)(?=[^\W_])(?P<words>[^*_\\\[<\n]*?"
    r"(?:(?<=[^\W_])(?=(?P=mark)(?:$|[ ,.;:)]))|(?<=[,.;:!?])(?=(?P=mark)(?:$| ))))(?P=mark)"
)
"""Bold or italic words whose marks can mean nothing else: what stands before and behind each says
which it is, the first or the last
(https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run)."""

LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
"""What a link may begin with: anything else leads nowhere from a slide or a paper."""

HTML = re.compile(
    r"</?(?:a|b|big|br|center|div|em|font|h[1-6]|i|img|li|ol|p|s|small|span|strong|sub|sup|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

IMAGE = re.compile(r"(?<!\\)!\[[^\[\]\n]*\]\(")

PICTURE = Fault(
    Code.MARKUP,
    "a picture cannot stand inside a text",
    'give it a block of its own: "- image: …" with "alt: …" below it',
    "![",
)

RULES = ("newline", "escape", "emphasis", "link", "autolink")


class Parsed(Struct, frozen=True):
    """A text's runs, and what its author should know about its markup."""

    runs: tuple[Run, ...]
    faults: tuple[Fault, ...] = ()


def parse_markup(source: str) -> Parsed:
    """Parse a text's inline Markdown (https://spec.commonmark.org/0.31.2/#inlines).

    Most texts need no parser, which takes longer to import than to read a course without it.
    """
    if not SIGNS.search(source):
        return Parsed((Run(source),) if source else ())
    runs = tuple(run for run in _plainly_marked(source) if run.text)
    if MARKS.search("".join(run.text for run in runs)):
        return parsed(parser().parseInline(source)[0])
    return Parsed(runs)


def _plainly_marked(source: str) -> Iterator[Run]:
    """Take out the words whose marks are plain."""
    start = 0
    for span in SPAN.finditer(source):
        yield Run(source[start : span.start()])
        yield Run(span["words"], bold=span["mark"] == "**", italic=span["mark"] == "*")
        start = span.end()
    yield Run(source[start:])


def parsed(inline: Token) -> Parsed:
    """Make runs of a parsed line of text."""
    tokens = inline.children or []
    faults = (PICTURE,) if IMAGE.search(inline.content) else _faults(tokens)
    return Parsed(_merged(_runs(tokens)), tuple(faults))


@cache
def parser(*blocks: str) -> MarkdownIt:
    """Give the parser of our Markdown: inline, and these kinds of blocks."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("zero").enable([*RULES, *blocks]).disable("text_join")
    foreign.read_foreign_words(made)
    setattr(made, "validateLink", _leads_somewhere)  # noqa: B010 - its hook is a method
    return made


def _leads_somewhere(url: str) -> bool:
    return LINK.match(url) is not None


def _runs(tokens: Iterable[Token]) -> Iterator[Run]:
    styles = [Run("")]
    for token in tokens:
        if token.nesting > 0:
            styles.append(_styled(styles[-1], token))
        elif token.nesting < 0:
            styles.pop()
        else:
            yield replace(styles[-1], text=_words(token))


def _styled(style: Run, token: Token) -> Run:
    if token.type == "link_open":
        return replace(style, link=str(token.attrs["href"]))
    if token.type == foreign.OPEN:
        return replace(style, language=str(token.attrs["lang"]))
    return replace(style, bold=True) if token.type == "strong_open" else replace(style, italic=True)


def _words(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and replace(merged[-1], text=run.text) == run:
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)


def _faults(tokens: Sequence[Token]) -> Iterator[Fault]:
    """Tell of markup that was meant and stays literal, and of tags that are no language's."""
    marks = [token for token in tokens if token.type == foreign.OPEN]
    found = (foreign.tag_fault(str(mark.attrs["lang"]), mark.markup) for mark in marks)
    yield from filter(None, found)
    yield from _literal("\n".join(token.content for token in tokens if token.type == "text"))


def _literal(literal: str) -> Iterator[Fault]:
    if "**" in literal:
        yield _fault(
            "these asterisks (**) make no words bold, and will be printed as they stand",
            "write ** directly before and directly after the bold words, without spaces inside",
            "**",
        )
    if "](" in literal:
        yield _fault(
            "this link cannot be read and will be printed as it stands",
            "write [words](https://address), the address without spaces",
            "](",
        )
    if foreign.BEGINNING in literal:
        yield _fault(
            "this mark of a language cannot be read and will be printed as it stands",
            "put the words in brackets right before it, without spaces: [mots]{lang=fr}",
            foreign.BEGINNING,
        )
    if (tag := HTML.search(literal)) is not None:
        yield _fault(
            f"{tag[0]} is HTML and will be printed as it stands",
            "write **words** for bold and *words* for italics",
            tag[0],
        )


def _fault(message: str, hint: str, words: str) -> Fault:
    return Fault(Code.MARKUP, message, hint, words, Severity.WARNING)
