"""The model's classes as a format: what each is called, and the keys that it takes."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from borderdeck.course.keys import Mapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Key(Struct, frozen=True):
    """A key of a mapping: the type of its value, and whether it may be left out.

    A list may be empty only where that is what leaving it out means. `field` is that of the class.
    """

    name: str
    field: str
    annotation: Any
    required: bool
    may_be_empty: bool


@cache
def keys_of(kind: type) -> Mapping[str, Key]:
    """Give the keys that a class of the model takes, in its order."""
    if not issubclass(kind, Mapped):
        return MappingProxyType({})
    left_out = {kind.place_field, *kind.derived_fields}
    keys = (_key(kind, field) for field in structs.fields(kind) if field.name not in left_out)
    return MappingProxyType({key.name: key for key in keys})


def _key(kind: type[Mapped], field: structs.FieldInfo) -> Key:
    return Key(
        name=kind.written_as.get(field.name, field.name),
        field=field.name,
        annotation=field.type,
        required=field.required,
        may_be_empty=field.default == (),
    )


@cache
def meanings_of(kind: type[Mapped]) -> Mapping[str, str]:
    """Give what each key of a class of the model means: the words beneath its field."""
    bases = (base for base in reversed(kind.__mro__) if issubclass(base, Mapped))
    return MappingProxyType({key: words for base in bases for key, words in _meanings(base)})


def _meanings(kind: type[Mapped]) -> Iterator[tuple[str, str]]:
    import ast  # for those who write guides; no build asks
    import inspect

    (written,) = ast.parse(inspect.getsource(kind)).body
    for field, words in pairwise(ast.iter_child_nodes(written)):
        if isinstance(field, ast.AnnAssign) and isinstance(words, ast.Expr):
            name = ast.unparse(field.target)
            meaning = inspect.cleandoc(ast.literal_eval(words.value))
            yield kind.written_as.get(name, name), " ".join(meaning.split())


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
