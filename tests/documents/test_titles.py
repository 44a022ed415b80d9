"""No two slides of a deck have one title; what goes on is counted on."""

from __future__ import annotations

import pytest

from borderdeck.course.text import Run
from borderdeck.documents.slides import LayoutName, Slide
from borderdeck.documents.titles import with_unique_titles
from borderdeck.edition.words import words_for


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["A", "B"], ["A", "B"]),
        (["A", "A", "A"], ["A", "A (contd.)", "A (contd. 2)"]),
        (["A", "A (contd.)", "A"], ["A", "A (contd.)", "A (contd. 2)"]),
        (
            ["A", "A (contd.)", "A", "A (contd.)"],
            ["A", "A (contd.)", "A (contd. 2)", "A (contd. 3)"],
        ),
        (["B", "A (contd.)", "A", "A (contd.)"], ["B", "A (contd.)", "A", "A (contd. 2)"]),
    ],
)
def test_what_is_said_again_is_numbered_on(given: list[str], expected: list[str]) -> None:
    slides = (Slide(LayoutName.CONTENT, (Run(title),)) for title in given)
    assert [slide.title_text for slide in with_unique_titles(slides, words_for("en"))] == expected
