"""What a template has in hand: said for somebody who knows the guide and no Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from borderdeck.course.text import Run
from borderdeck.documents.slides import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = (
    "words that may be bold or a link cannot be printed as they are",
    'write "| runs" after them, in place of any other filter: {{ … | runs }}',
)
SEVERAL = (
    "a list of words that may be bold or a link cannot be printed",
    "go through it: {% for each in … %} {{ each | runs }} {% endfor %}",
)
PARAGRAPHS = (
    "a list of paragraphs cannot be printed",
    'write {% from "macros.html.j2" import words %} in the template, and {{ words(…) }} here',
)
LIST = (
    "a list cannot be printed",
    "go through its items: {% for each in … %}; where it is words, write {{ … | runs }}",
)
NO_TEXT = ("this cannot be printed: it is neither a text nor a number", "")
NO_WORDS = 'write it without "| runs"'

OWN = "Own"
"""What the names of the plans of a course's own papers begin with."""


class NotTextError(Exception):
    """A template prints what is no text; `hint` says what to write."""

    def __init__(self, value: Any) -> None:
        message, self.hint = _no_text(value)
        super().__init__(message)


class NotWordsError(Exception):
    """A template takes for words what is none; `hint` says what to write."""

    def __init__(self, value: Any) -> None:
        self.hint = NO_WORDS if isinstance(value, str) else _no_text(value)[1]
        super().__init__(
            f'"| runs" is for words that may be bold or a link: this is {called(value)}'
        )


def called(value: Any) -> str:
    """Say what something is."""
    if isinstance(value, Struct):
        name = type(value).__name__.removeprefix(OWN)
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
        return f"an {words}" if words[0] in "aeiou" else f"a {words}"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, tuple | list) else f"a {type(value).__name__}"


def names_of(value: Any) -> Iterator[str]:
    """Give the names of a plan's parts; what else a value has is no template's matter."""
    if isinstance(value, Struct):
        yield from value.__struct_fields__
        yield from (name for name, v in vars(type(value)).items() if isinstance(v, property))


def are_runs(value: Any) -> bool:
    """Whether something is words in their styles; there may be none of them."""
    return isinstance(value, tuple | list) and all(isinstance(each, Run) for each in value)


def _no_text(value: Any) -> tuple[str, str]:
    """Give a message and a hint."""
    if isinstance(value, Run) or (value and are_runs(value)):
        return RUNS
    if isinstance(value, Struct):
        parts = ", ".join(names_of(value))
        return f"{called(value)} cannot be printed", f"write which part of it is meant: {parts}"
    if not isinstance(value, tuple | list | dict | set | frozenset):
        return NO_TEXT
    if value and all(isinstance(each, Paragraph) for each in value):
        return PARAGRAPHS
    return SEVERAL if any(each and are_runs(each) for each in value) else LIST
