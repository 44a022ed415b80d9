"""A course as a tree: look at what a frozen value holds, and rebuild as little of it as changes."""

from __future__ import annotations

from functools import cache
from operator import is_
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.diagnostics import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def parts_of(value: Any) -> Iterator[Any]:
    """Give what a value directly holds, in order: a tuple's items, a Struct's fields."""
    if isinstance(value, tuple):
        yield from value
    else:
        yield from (getattr(value, name) for name in _names(value.__class__))


def with_parts(value: Any, change: Callable[[Any], Any]) -> Any:
    """Give a value with `change` done to what it directly holds; itself where nothing changes."""
    if isinstance(value, tuple):
        parts = tuple([change(part) for part in value])
        return value if all(map(is_, value, parts)) else parts
    changed = {}
    for name in _names(value.__class__):
        old = getattr(value, name)
        new = change(old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Name a value's fields; a position has none that hold words."""
    return kind.__struct_fields__ if issubclass(kind, Struct) and kind is not Position else ()
