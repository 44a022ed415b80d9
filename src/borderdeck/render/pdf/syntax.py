"""What Jinja2 cannot read in a template, and what would mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError
from msgspec import Struct

from borderdeck.course.spelling import question, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

BLOCKS = ("block", "call", "filter", "for", "if", "macro", "set", "with")
"""The tags that something stands between: each is closed by one of the same name, "endfor"."""

END = "end"

TAGS = (
    *BLOCKS,
    *(f"{END}{tag}" for tag in BLOCKS),
    *("elif", "else", "extends", "from", "import", "include"),
)

UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(\w+)'")
UNCLOSED = re.compile(r"Unexpected end of template.*to be closed is '(\w+)'", re.DOTALL)
MISSPELT = re.compile(r"expected token '(in|import|as)', got '(\w+)'")
MISSING = re.compile(r"expected token '(in|import|as)'")

MARKS = (
    'what is written stands between "{{" and "}}", what is done between "{%" and "%}": '
    "look whether one of these marks, a quotation mark or a bracket is missing"
)


class Amendment(Struct, frozen=True):
    """What is wrong in a template, at which line, and what would make Jinja2 read it."""

    message: str
    line: int
    hint: str


class _Tag(Struct, frozen=True):
    """A tag; `opens` says whether something stands between it and another one."""

    name: str
    line: int
    opens: bool


def amendment(error: TemplateSyntaxError, source: str, environment: Environment) -> Amendment:
    """Say what is wrong with a template that is made of this source."""
    message = error.message or ""
    unknown, ends_early = UNKNOWN_TAG.match(message), UNCLOSED.match(message)
    if ends_early or (unknown and unknown[1] in TAGS):
        name = unknown[1] if unknown else ""
        return _nested_wrongly(name, error.lineno, _open_at(source, error.lineno, environment))
    hint = _tag_meant(unknown[1]) if unknown else _word_meant(message)
    return Amendment(message, error.lineno, hint)


def _nested_wrongly(name: str, line: int, still_open: list[_Tag]) -> Amendment:
    """Say which tag is not closed where another one ends, or all; or that this ends nothing."""
    if still_open and (not name or name.removeprefix(END) in {tag.name for tag in still_open}):
        tag = still_open[-1]
        place = f'before "{{% {name} %}}" in line {line}' if name else "where it is to end"
        message = f'"{{% {tag.name} … %}}" is not closed'
        return Amendment(message, tag.line, f'write "{{% {END}{tag.name} %}}" {place}')
    message = f'"{{% {name} %}}" stands where nothing is open that it belongs to'
    return Amendment(message, line, "delete it, or look what before it is closed too early")


def _open_at(source: str, line: int, environment: Environment) -> list[_Tag]:
    """Give the tags that are still open where a template cannot be read, the innermost last."""
    still_open: list[_Tag] = []
    for tag in _tags(source, environment):
        innermost = still_open[-1].name if still_open else ""
        if tag.opens:
            still_open.append(tag)
        elif tag.name == f"{END}{innermost}":
            still_open.pop()
        elif tag.line >= line and tag.name.startswith(END):
            break
    return still_open


def _tags(source: str, environment: Environment) -> Iterator[_Tag]:
    """Give a template's tags, as far as they can be told apart."""
    words: list[str] = []
    begun = 0
    try:
        for line, kind, word in environment.lex(source):
            if kind == "block_begin":
                words, begun = [], line
            elif kind == "block_end" and words:
                is_set = words[0] == "set" and "=" in words
                yield _Tag(words[0], begun, words[0] in BLOCKS and not is_set)
            elif kind != "whitespace":
                words.append(word)
    except TemplateSyntaxError:
        return


def _tag_meant(name: str) -> str:
    same_letters = (tag for tag in TAGS if sorted(tag) == sorted(name))
    return question(next(same_letters, None)) or suggestion(name, TAGS, "the tags are")


def _word_meant(message: str) -> str:
    if misspelt := MISSPELT.match(message):
        return question(misspelt[1])
    missing = MISSING.match(message)
    return f'"{missing[1]}" is missing in this tag' if missing else MARKS
