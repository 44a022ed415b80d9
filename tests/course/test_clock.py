"""Times of day, as people write them."""

from __future__ import annotations

import pytest

from borderdeck.course.clock import clock, read_time
from borderdeck.course.faults import Fault
from borderdeck.course.keys import ClockTime
from borderdeck.course.nodes import Scalar
from borderdeck.course.values import KINDS
from borderdeck.diagnostics import Position


@pytest.mark.parametrize(
    ("words", "minutes"), [("00:00", 0), ("9:05", 545), ("09:00", 540), ("23:59", 1439)]
)
def test_a_time_is_read_as_minutes_since_midnight(words: str, minutes: int) -> None:
    assert read_time(words) == minutes


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("9.30", "09:30"),
        ("9h30", "09:30"),
        ("0930", "09:30"),
        ("9:30 pm", "21:30"),
        ("12 am", "00:00"),
        ("12 p.m.", "12:00"),
    ],
)
def test_a_time_of_another_form_is_guessed(words: str, meant: str) -> None:
    fault = read_time(words)
    assert isinstance(fault, Fault)
    assert fault.hint == f"write {meant}"


@pytest.mark.parametrize("words", ["", "noon", "24:00", "9:60", "-1:00", "13 pm", "9:5", "99999"])
def test_what_is_no_time_is_not_guessed(words: str) -> None:
    fault = read_time(words)
    assert isinstance(fault, Fault)
    assert "09:00" in fault.hint


def test_a_time_is_written_with_two_digits_each() -> None:
    assert clock(9 * 60 + 5) == "09:05"


def test_a_time_knows_where_it_stands() -> None:
    place = Position("edition.yaml", 3, 12)
    time = KINDS[ClockTime].read(Scalar("09:00", place))
    assert time.position == place
