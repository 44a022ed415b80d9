"""Every text in a frozen value, changed or looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from borderdeck.course.text import Text
from borderdeck.course.tree import parts_of, with_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def map_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Rebuild a frozen value with every text in it changed."""
    return cast("T", _mapped(value, change))


def _mapped(value: Any, change: Callable[[Text], Text]) -> Any:
    if isinstance(value, Text):
        return change(value)
    return with_parts(value, lambda part: _mapped(part, change))


def texts_of(value: Any) -> Iterator[Text]:
    """Give every text in a value, in order."""
    if isinstance(value, Text):
        yield value
    else:
        for part in parts_of(value):
            yield from texts_of(part)
