"""Frozen values, as `dataclass(frozen=True, slots=True)` makes them, but sooner.

The standard library compiles six methods anew for each class. For the hundred classes that a build
of decks loads this took as long as to make fifty slides; here all methods but `__init__` are
shared. `dataclasses.fields`, `replace` and `is_dataclass` know these classes as their own.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field

T = TypeVar("T")


@overload
def frozen(kind: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a frozen dataclass with slots; `kw_only` lets it be made by names alone."""
    if kind is None:
        return lambda given: _made(given, kw_only=kw_only)
    return _made(kind, kw_only=kw_only)


def _made(kind: type, *, kw_only: bool) -> type:
    own = vars(kind).keys()
    made: type = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    known = fields(made)
    compared = [f.name for f in known if f.compare]
    shared = {
        "__init__": _initialiser(known, checked=hasattr(kind, "__post_init__")),
        "__repr__": _shown,
        "__setattr__": _refused,
        "__delattr__": _refused,
        "__getstate__": _state,
        "__setstate__": _restore,
        **_comparing(attrgetter(*compared) if compared else lambda _: ()),
    }
    for name, method in shared.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _initialiser(known: tuple[Field[Any], ...], *, checked: bool) -> Callable[..., None]:
    """Compile what fills the fields: one that looked their names up would take twice as long."""
    space: dict[str, Any] = {"_fill": object.__setattr__, "_missing": MISSING}
    given, named, body = ["self"], list[str](), list[str]()
    for f in known:
        parameter, value = f.name, f.name
        if f.default_factory is not MISSING:
            space[f"make_{f.name}"] = f.default_factory
            parameter = f"{f.name}=_missing"
            value = f"make_{f.name}() if {f.name} is _missing else {f.name}"
        elif f.default is not MISSING:
            space[f"default_{f.name}"] = f.default
            parameter = f"{f.name}=default_{f.name}"
        (named if f.kw_only else given).append(parameter)
        body.append(f"_fill(self, {f.name!r}, {value})")
    if checked:
        body.append("self.__post_init__()")
    parameters = ", ".join([*given, *(["*", *named] if named else [])])
    exec(f"def __init__({parameters}):\n    {'; '.join(body) or 'pass'}", space)  # noqa: S102 - as the standard library does
    made: Callable[..., None] = space["__init__"]
    return made


def _comparing(key: Callable[[Any], Any]) -> dict[str, Any]:
    def equals(self: Any, other: Any) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    return {"__eq__": equals, "__hash__": hashed}


def _shown(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refused(self: Any, name: str, *value: Any) -> NoReturn:
    del self, value
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for f, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)
