"""Jinja2's filters, each weighed; those that enlarge what they are given in bounded ways."""

from __future__ import annotations

import re
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined, pass_environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJA
from jinja2.filters import make_attrgetter
from jinja2.runtime import markup_join

from borderdeck.render.pdf.budget import (
    LARGEST,
    STEP,
    BoundsError,
    printable,
    refuse_over,
    spend,
    weighed,
)
from borderdeck.render.pdf.called import NotWordsError, are_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2 import Environment

ALLOWED = frozenset(
    {
        "abs",
        "attr",
        "batch",
        "capitalize",
        "count",
        "d",
        "default",
        "dictsort",
        "e",
        "escape",
        "first",
        "float",
        "format",
        "groupby",
        "int",
        "items",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "round",
        "safe",
        "select",
        "selectattr",
        "slice",
        "sort",
        "string",
        "striptags",
        "sum",
        "title",
        "trim",
        "truncate",
        "unique",
        "upper",
        "urlencode",
        "wordcount",
    }
)
"""Those that a template may use; the others pad, wrap or repeat what they are given."""

MOST_COLUMNS = 1000
"""In how many rows or columns a list may be divided: each is filled up."""

TEXTUAL = frozenset(
    {
        *("capitalize", "e", "escape", "float", "int", "lower", "safe", "striptags", "title"),
        *("trim", "truncate", "upper", "wordcount"),
    }
)
"""Those that make a text of whatever they are given; a list, or a plan, makes none."""

_WIDE = re.compile(r"\d{4}|\*|\{[^{}]*\{")
"""In a format: a width of thousands, or one that comes from elsewhere."""


def filters() -> dict[str, Callable[..., Any]]:
    """Give the filters of papers' templates; those with an underscore are put in by ourselves."""
    own: dict[str, Callable[..., Any]] = {
        "format": formatted,
        "join": _join,
        "replace": _replace,
        "sum": _sum,
        "string": _string,
        "urlencode": _urlencode,
        "batch": _in_rows(JINJA["batch"]),
        "slice": _in_rows(JINJA["slice"]),
    }
    scales: dict[str, Callable[..., Any]] = {
        "_counted": _counted,
        "_joined": _joined,
        "_weighed": weighed,
        "_text": printable,
    }
    rest = {name: _weighing(JINJA[name]) for name in ALLOWED - own.keys() - TEXTUAL}
    rest |= {name: _weighing(_of_text(JINJA[name])) for name in TEXTUAL}
    return {**rest, **own, **scales}


def refuse_wide(form: str) -> None:
    """Refuse a format that pads to thousands of columns."""
    if _WIDE.search(form):
        raise SecurityError("this format is wider than any page")


def _weighing(known: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(known)
    def call(*arguments: Any, **named: Any) -> Any:
        spend(STEP)
        for value in (*arguments, *named.values()):
            weighed(value)
        return known(*arguments, **named)

    return call


def _of_text(known: Callable[..., Any]) -> Callable[..., Any]:
    place = 1 if hasattr(known, "jinja_pass_arg") else 0  # Jinja2 puts the environment before it

    @wraps(known)
    def call(*arguments: Any, **named: Any) -> Any:
        printable(arguments[place])
        return known(*arguments, **named)

    return call


def of_words(known: Callable[..., Any]) -> Callable[..., Any]:
    """Give a filter that refuses all that are no words. It raises `NotWordsError`."""

    @wraps(known)
    def call(value: Any) -> Any:
        if not are_runs(value) and not isinstance(value, Undefined):
            raise NotWordsError(value)
        return known(value)

    return call


def _in_rows(known: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(known)
    def call(value: Any, count: int, fill_with: Any = None) -> Any:
        refuse_over(MOST_COLUMNS, count)
        return known(value, count, fill_with)

    return call


def _string(value: Any) -> str:
    return markup_join([printable(value)])


def _urlencode(value: Any) -> str:
    spend(STEP)
    return JINJA["urlencode"](weighed(value) if isinstance(value, dict) else printable(value))  # type: ignore[no-any-return]  # - Jinja2's own looseness


def _counted(items: Iterable[Any], step: int) -> Iterator[Any]:
    for item in items:
        spend(step)
        yield item


def _joined(parts: list[Any]) -> str:
    for part in parts:
        printable(part)
    return markup_join(parts)


@pass_environment
def _join(
    environment: Environment, value: Iterable[Any], d: str = "", attribute: str | int | None = None
) -> str:
    parts = []
    for item in _items(environment, value, attribute):
        parts += [printable(d), printable(item)]
    return markup_join(parts[1:])


def _items(
    environment: Environment, value: Iterable[Any], attribute: str | int | None
) -> Iterable[Any]:
    return map(make_attrgetter(environment, attribute), value) if attribute is not None else value


def _replace(s: Any, old: str, new: str, count: int | None = None) -> str:
    words = markup_join([printable(s)])
    refuse_over(LARGEST, len(words) + words.count(old) * len(new))
    return words.replace(old, new, -1 if count is None else count)


def formatted(value: str, *arguments: Any, **named: Any) -> str:
    """Fill in a text's `%s`. Raises `SecurityError` for one that pads."""
    refuse_wide(value)
    _refuse_what_is_no_text(*arguments, **named)
    return value % (named or arguments)


def _refuse_what_is_no_text(*arguments: Any, **named: Any) -> None:
    for each in (*arguments, *named.values()):
        printable(each)


def of_texts(known: Callable[..., str]) -> Callable[..., str]:
    """Give a function that refuses to fill in what is no text."""

    @wraps(known)
    def call(*arguments: Any, **named: Any) -> str:
        _refuse_what_is_no_text(*arguments, **named)
        return known(*arguments, **named)

    return call


@pass_environment
def _sum(
    environment: Environment,
    value: Iterable[Any],
    attribute: str | int | None = None,
    start: float = 0,
) -> Any:
    items = [*_items(environment, value, attribute)]
    if not all(isinstance(each, int | float) for each in (start, *items)):
        raise BoundsError("only numbers can be added up")
    return sum(items, start)
