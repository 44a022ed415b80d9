"""Frozen values behave as the standard library's frozen dataclasses do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any, ClassVar

import pytest

from borderdeck.frozen import frozen


@frozen
class Ours:
    """A value with all that a field can have."""

    kind: ClassVar[str] = "sample"
    one: int
    other: str = "b"
    made: list[int] = field(default_factory=list)
    apart: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Theirs:
    """The same, by the standard library."""

    kind: ClassVar[str] = "sample"
    one: int
    other: str = "b"
    made: list[int] = field(default_factory=list)
    apart: int = field(default=0, compare=False, repr=False)


@frozen(kw_only=True)
class Named:
    """A value that is made by names alone."""

    one: int = 1
    other: int


@frozen
class Further(Ours):
    """A value with more fields than its parent."""

    more: int = 7


@frozen
class Nothing:
    """A value without a field."""


@frozen
class Odd:
    """A value that compares in a way of its own."""

    one: int

    def __hash__(self) -> int:
        return 5


@frozen
class Checked:
    """A value that looks at itself."""

    one: int

    def __post_init__(self) -> None:
        if self.one < 0:
            raise ValueError("less than nothing")


def test_it_can_refuse_what_it_is_given() -> None:
    with pytest.raises(ValueError, match="less"):
        Checked(-1)


def test_fields_are_filled_in_order() -> None:
    value = Ours(1, "c", [2], 3)
    assert (value.one, value.other, value.made, value.apart) == (1, "c", [2], 3)


def test_defaults_are_filled_in() -> None:
    assert Ours(1) == Ours(1, "b", [], 0)


def test_each_value_has_a_default_of_its_own_that_is_made() -> None:
    assert Ours(1).made is not Ours(1).made


@pytest.mark.parametrize("given", [(), (1, "b", [], 0, 5)])
def test_what_cannot_be_filled_is_refused(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        Ours(*given)


def test_a_name_that_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError):
        Ours(1, none=2)  # type: ignore[call-arg]  # - as planted


def test_fields_by_name_are_in_any_order() -> None:
    assert (Named(other=2).one, Named(other=2).other) == (1, 2)


def test_fields_by_name_are_taken_by_name_alone() -> None:
    with pytest.raises(TypeError):
        Named(1, 2)  # type: ignore[call-arg]  # - as planted


def test_it_has_its_parents_fields_too() -> None:
    assert [f.name for f in fields(Further)] == ["one", "other", "made", "apart", "more"]


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Ours(1).one = 2  # type: ignore[misc]  # - as planted


def test_nothing_can_be_taken_from_it() -> None:
    with pytest.raises(FrozenInstanceError):
        del Ours(1).one


def test_it_has_no_room_for_more() -> None:
    assert not hasattr(Ours(1), "__dict__")


def test_it_is_shown_as_theirs_is() -> None:
    assert repr(Ours(1, apart=2)) == repr(Theirs(1, apart=2)).replace("Theirs", "Ours")


def test_it_is_equal_where_what_is_compared_is() -> None:
    assert Ours(1, apart=2) == Ours(1, apart=3)


def test_it_differs_where_that_does() -> None:
    assert Ours(1) != Ours(2)


def test_it_equals_nothing_of_another_class() -> None:
    assert Ours(1) != Further(1)


def test_equal_ones_have_one_hash() -> None:
    assert hash(Named(other=2)) == hash(Named(one=1, other=2))


def test_its_own_methods_are_kept() -> None:
    assert hash(Odd(1)) == 5


def test_two_of_nothing_are_equal() -> None:
    assert Nothing() == Nothing()


def test_it_can_be_replaced_in_part() -> None:
    assert replace(Further(1), more=8) == Further(1, more=8)


def test_it_can_be_matched() -> None:
    match Ours(1, "c"):
        case Ours(one, other):
            assert (one, other) == (1, "c")


@pytest.mark.parametrize("value", [Ours(1, "c", [2], 3), Named(other=2), Nothing()])
def test_it_can_be_sent_to_another_process(value: Any) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own


def test_a_deep_copy_is_equal() -> None:
    assert copy.deepcopy(Ours(1, made=[2])) == Ours(1, made=[2])
