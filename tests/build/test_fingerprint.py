from __future__ import annotations

import subprocess
import sys
from datetime import date
from enum import Enum, StrEnum
from pathlib import PurePosixPath
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from borderdeck.build.fingerprint import fingerprint
from borderdeck.diagnostics import Placed


class Colour(Enum):
    RED = "red"


class Word(StrEnum):
    RED = "red"


class Plan(Placed, frozen=True, eq=False):
    place_field: ClassVar[str] = "place"

    words: object
    place: int = 0


class Other(Struct, frozen=True):
    words: object


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.tuples(inner) | st.builds(Plan, inner),
)


@given(plain, plain)
def test_values_have_one_fingerprint_only_if_they_are_alike(one: object, other: object) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (repr(one) == repr(other))


DIFFERENT = [
    None,
    False,
    True,
    0,
    1,
    0.0,
    1.0,
    -0.0,
    "",
    "red",
    b"",
    b"red",
    (),
    ((),),
    ("red",),
    ("re", "d"),
    {},
    {"a": 1},
    {"a": 1, "b": 2},
    frozenset(),
    frozenset("ab"),
    Colour.RED,
    Word.RED,
    Plan("red"),
    Other("red"),
    date(2026, 11, 23),
    "2026-11-23",
]


def test_values_of_different_kinds_have_different_fingerprints() -> None:
    assert len({fingerprint(value) for value in DIFFERENT}) == len(DIFFERENT)


def test_what_does_not_count_in_comparisons_does_not_count() -> None:
    assert fingerprint(Plan("red", 1)) == fingerprint(Plan("red", 2))


def test_the_order_of_a_dictionary_does_not_count() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})


def test_a_path_counts_as_it_is_written_with_forward_slashes() -> None:
    assert fingerprint(PurePosixPath("a/b")) == fingerprint("a/b")


@pytest.mark.parametrize("value", [object(), print, {1: object()}, iter(())])
def test_what_is_not_plain_data_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no fingerprint"):
        fingerprint(value)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_every_process_finds_the_same(seed: str) -> None:
    code = (
        "from borderdeck.build.fingerprint import fingerprint;"
        "print(fingerprint((frozenset('abc'), {'x': 1.5, 'y': b'z'})))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == fingerprint((frozenset("abc"), {"x": 1.5, "y": b"z"}))
