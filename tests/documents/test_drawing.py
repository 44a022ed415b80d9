"""Drawings are drawn in a process that can be stopped."""

from __future__ import annotations

import sys

import pytest

from borderdeck.course.faults import PictureError
from borderdeck.documents.drawing import draw
from tests.support.pictures import patterns_in_patterns, read, svg

WIDE = svg('<rect width="400" height="200"/>').decode()


@pytest.mark.parametrize(
    ("room", "size"), [((100, 100), (100, 50)), ((400, 50), (100, 50)), ((300, 150), (300, 150))]
)
def test_a_drawing_keeps_its_proportions(room: tuple[int, int], size: tuple[int, int]) -> None:
    assert read(draw(WIDE, room, ())).size == size


def test_a_drawing_that_takes_too_long_is_stopped() -> None:
    endless = patterns_in_patterns(12).decode()
    with pytest.raises(PictureError, match="takes more than 2 seconds"):
        draw(endless, (1000, 500), (), seconds=2)


def test_what_the_renderer_refuses_is_told() -> None:
    with pytest.raises(PictureError, match="cannot be drawn"):
        draw("<svg", (100, 100), ())


def test_a_machine_without_the_renderer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PictureError, match="needs resvg-py"):
        draw(WIDE, (100, 100), ())
