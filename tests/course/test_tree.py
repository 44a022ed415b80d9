"""A course is looked through as a tree, and rebuilt no further than it changes."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from borderdeck.course.text import Text, plain_text
from borderdeck.course.tree import parts_of, with_parts


class Pair(Struct, frozen=True):
    """Two things."""

    one: Any
    other: Any


def test_a_pair_holds_its_fields_in_order() -> None:
    assert list(parts_of(Pair("a", ("b",)))) == ["a", ("b",)]


def test_a_tuple_holds_its_items() -> None:
    assert list(parts_of(("a", "b"))) == ["a", "b"]


def test_a_word_holds_nothing() -> None:
    assert list(parts_of("word")) == []


def test_a_texts_position_holds_nothing() -> None:
    assert list(parts_of(plain_text("a").position)) == []


def test_what_is_changed_is_new() -> None:
    assert with_parts(Pair("a", "b"), str.upper) == Pair("A", "B")


def test_what_stays_the_same_is_the_same() -> None:
    pair = Pair("A", ("b", Text("c", ())))
    assert with_parts(pair, lambda part: part) is pair


def test_a_tuple_that_stays_the_same_is_the_same() -> None:
    parts = ("a", "b")
    assert with_parts(parts, lambda part: part) is parts
