"""The model's classes as a format: what each is called, and the keys that it takes."""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping: the type of its value, and whether it may be left out.

    A list may be empty only where that is what leaving it out means. `field` is that of the class.
    """

    name: str
    field: str
    annotation: Any
    meaning: str
    required: bool
    may_be_empty: bool


@cache
def keys_of(kind: type) -> Mapping[str, Key]:
    """Give the keys that a class of the model takes, in its order."""
    hints = get_type_hints(kind, include_extras=True)
    return MappingProxyType(
        {
            f.metadata.get("written", f.name): Key(
                name=f.metadata.get("written", f.name),
                field=f.name,
                annotation=hints[f.name],
                meaning=f.metadata["meaning"],
                required=f.default is MISSING and f.default_factory is MISSING,
                may_be_empty=f.default == (),
            )
            for f in fields(kind)
            if "meaning" in f.metadata
        }
    )


def tag_of(kind: type) -> str:
    """Give the key by which a kind of block is known; empty for what is no block."""
    return str(getattr(kind, "tag", ""))


def noun_of(kind: type) -> str:
    """Give what something with a tag is one of."""
    return str(getattr(kind, "noun", "block"))


def called(kind: type) -> str:
    """Give what people call a class of the model, as in "keys of a worksheet answer"."""
    if tag := tag_of(kind):
        return f'{_article(tag)} "{tag}" {noun_of(kind)}'
    if name := getattr(kind, "called", None):
        return str(name)
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()
    if words.endswith("s"):
        return words
    return f"{_article(words)} {words}"


def _article(words: str) -> str:
    return "an" if words[0] in "aeiou" else "a"


def this(kind: type) -> str:
    """Give what people call one such thing, as in "this worksheet answer has no item"."""
    words = called(kind)
    article, _, rest = words.partition(" ")
    if article in ("a", "an"):
        return f"this {rest}"
    return words if article == "the" else f"the {words}"
