"""Values that know where they stand: where does not count."""

from __future__ import annotations

from borderdeck.course.text import Text
from borderdeck.diagnostics import Position, counted

HERE, THERE = Position("a.yaml", 1, 1), Position("b.yaml", 2, 2)


def test_values_that_differ_in_their_place_alone_are_equal() -> None:
    assert Text("a", (), HERE) == Text("a", (), THERE)


def test_they_have_one_hash() -> None:
    assert hash(Text("a", (), HERE)) == hash(Text("a", (), THERE))


def test_values_that_differ_otherwise_are_not_equal() -> None:
    assert Text("a", (), HERE) != Text("b", (), HERE)


def test_values_of_other_classes_are_not_equal() -> None:
    assert Text("a", ()) != ("a", ())


def test_the_place_of_a_place_counts() -> None:
    assert counted(Position) == ("file", "line", "column", "width", "text")
