"""One hash for a value, the same in every process and on every machine.

Values that are equal have the same fingerprint: fields that do not count in comparisons, such as
where in its file a text stands, do not count here. What is neither plain data nor made of it is
refused, so that no plan can hold something that its fingerprint leaves out.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from borderdeck.diagnostics import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def fingerprint(value: object) -> str:
    """Hash a value, in hexadecimal. Raises `TypeError` for what is not plain data."""
    return sha256(encoded(value)).hexdigest()


def encoded(value: object) -> bytes:
    """Encode a value as no other value is. Raises `TypeError` for what is not plain data."""
    parts: list[bytes] = []
    _encode(value, parts)
    return b"".join(parts)


def _encode(value: Any, parts: list[bytes]) -> None:
    """Add a value's encoding part by part, each of which tells its kind and length."""
    kind: Any = type(value)
    plain = _PLAIN.get(kind)
    if plain is not None:
        parts.append(plain(value))
    elif isinstance(value, tuple | list):
        parts.append(b"(%d:" % len(value))
        for item in value:
            _encode(item, parts)
    elif isinstance(value, Struct):
        mark, names = _form(kind)
        parts.append(mark)
        for name in names:
            _encode(getattr(value, name), parts)
    elif isinstance(value, Enum):
        parts.append(b"e%s:" % kind.__qualname__.encode())
        _encode(value.value, parts)
    elif isinstance(value, dict):
        parts.extend(_sorted(b"m", value.items()))
    elif isinstance(value, frozenset):
        parts.extend(_sorted(b"u", value))
    elif isinstance(value, PurePath):
        _encode(value.as_posix(), parts)
    else:
        raise TypeError(f"a {kind.__qualname__} has no fingerprint")


@cache
def _form(kind: Any) -> tuple[bytes, tuple[str, ...]]:
    """Give what the encoding of a Struct begins with, and the names of its fields."""
    return b"d%s:" % kind.__qualname__.encode(), counted(kind)


def _sorted(mark: bytes, items: Iterable[object]) -> list[bytes]:
    found = sorted(map(encoded, items))
    return [b"%s%d:" % (mark, len(found)), *found]


def _text(value: str) -> bytes:
    data = value.encode("utf-8", "surrogatepass")
    return b"s%d:%s" % (len(data), data)


_PLAIN: dict[type, Callable[[Any], bytes]] = {
    str: _text,
    bytes: lambda value: b"b%d:%s" % (len(value), value),
    bool: lambda value: b"t" if value else b"f",
    int: lambda value: b"i%d;" % value,
    float: lambda value: b"x%s;" % value.hex().encode(),
    date: lambda value: b"@%s;" % value.isoformat().encode(),
    type(None): lambda _: b"n",
}
