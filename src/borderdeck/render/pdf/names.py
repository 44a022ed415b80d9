"""Names that a template uses and that are not there: said with those that somebody may have meant.

Jinja2 says that an object of a class has no such attribute, which helps only who reads Python.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.utils import missing

from borderdeck.course.spelling import closest, question
from borderdeck.render.pdf.called import called, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment

UNKNOWN_FILTER = re.compile(r"No (?:filter|test) named '(\w+)'")


class UnknownNameError(UndefinedError):
    """A name is not there; `name` is that, and `known` are those of what it was looked for in.

    `known` is None for a name that stands by itself.
    """

    def __init__(self, obj: Any, name: str, message: str | None = None) -> None:
        by_itself = obj is missing
        self.name = name
        self.known = None if by_itself else tuple(names_of(obj))
        super().__init__(message if by_itself else f'{called(obj)} has no "{name}"')


class Named(StrictUndefined):
    """What stands for a name that is not there; whatever is done with it is an error."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = UndefinedError,
    ) -> None:
        if exc is UndefinedError and name is not None and hint is None:
            exc = partial(UnknownNameError, obj, name)
        super().__init__(hint, obj, name, exc)


def meant(
    error: UnknownNameError,
    environment: Environment,
    sources: Iterable[str],
    given: Iterable[str],
) -> str:
    """Say what names there are instead, as a hint.

    `sources` are the templates in which they are set, `given` are the names that all of them see.
    """
    if error.known is not None:
        return _suggested(str(error.name), error.known, complete=True)
    names = (name for source in sources for name in _names_set(environment, source))
    known = (*given, *names, *environment.globals)
    return _suggested(str(error.name), known, complete=False)


def unknown_filter(error: Exception, environment: Environment) -> str:
    """Say which filter is meant, as a hint; empty where the error is of another sort."""
    filters = UNKNOWN_FILTER.match(str(error))
    return _suggested(filters[1], environment.filters, complete=False) if filters else ""


def _suggested(name: str, known: Iterable[str], *, complete: bool) -> str:
    names = tuple(dict.fromkeys(known))
    guess = closest(name, names)
    there = f"there is: {', '.join(names)}" if complete and names else ""
    return " ".join(part for part in (question(guess), there) if part)


def _names_set(environment: Environment, source: str) -> Iterator[str]:
    """Give the names that a template sets itself: in loops, by `set`, as macros."""
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError:
        return
    for node in tree.find_all((nodes.Name, nodes.Macro, nodes.FromImport)):
        if isinstance(node, nodes.FromImport):
            yield from (each[1] if isinstance(each, tuple) else each for each in node.names)
        elif isinstance(node, nodes.Macro) or getattr(node, "ctx", "") in {"store", "param"}:
            yield str(getattr(node, "name", ""))
