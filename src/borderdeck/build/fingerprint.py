"""One hash for a value, the same in every process and on every machine.

Values that are equal have the same fingerprint: fields that do not count in comparisons, such as
where in its file a text stands, do not count here. What is neither plain data nor made of it is
refused, so that no plan can hold something that its fingerprint leaves out.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def fingerprint(value: object) -> str:
    """Hash a value, in hexadecimal. Raises `TypeError` for what is not plain data."""
    return sha256(encoded(value)).hexdigest()


def encoded(value: object) -> bytes:
    """Encode a value as no other value is. Raises `TypeError` for what is not plain data."""
    return b"".join(_encoded(value))


def _encoded(value: Any) -> Iterator[bytes]:
    """Give a value's encoding part by part, each of which tells its kind and length."""
    kind: Any = type(value)
    plain = _PLAIN.get(kind)
    if plain is not None:
        yield plain(value)
    elif isinstance(value, tuple | list):
        yield b"(%d:" % len(value)
        for item in value:
            yield from _encoded(item)
    elif is_dataclass(value):
        yield b"d%s:" % kind.__qualname__.encode()
        for name in _names(kind):
            yield from _encoded(getattr(value, name))
    elif isinstance(value, Enum):
        yield b"e%s:" % kind.__qualname__.encode()
        yield from _encoded(value.value)
    elif isinstance(value, dict):
        yield from _sorted(b"m", value.items())
    elif isinstance(value, frozenset):
        yield from _sorted(b"u", value)
    elif isinstance(value, PurePath):
        yield from _encoded(value.as_posix())
    else:
        raise TypeError(f"a {kind.__qualname__} has no fingerprint")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.compare)


def _sorted(mark: bytes, items: Iterable[object]) -> Iterator[bytes]:
    encoded = sorted(b"".join(_encoded(item)) for item in items)
    yield b"%s%d:" % (mark, len(encoded))
    yield from encoded


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
