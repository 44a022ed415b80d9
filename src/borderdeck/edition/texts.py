"""Every text in a frozen value, changed or looked at."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from borderdeck.course.text import Text
from borderdeck.diagnostics import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def map_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Rebuild a frozen value with every text in it changed."""
    return cast("T", _mapped(value, change))


def _mapped(value: Any, change: Callable[[Text], Text]) -> Any:
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type | Position):
        changed = {f.name: _mapped(getattr(value, f.name), change) for f in fields(value)}
        return replace(value, **changed)
    return value


def texts_of(value: Any) -> Iterator[Text]:
    """Give every text in a value, in order."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value) and not isinstance(value, type | Position):
        for f in fields(value):
            yield from texts_of(getattr(value, f.name))
