"""Words set as large as their place allows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderdeck.documents.fitted import Fitted, Frame, direction_of, fit
from tests.documents.measuring import fonts

FRAME = Frame(width=200, height=60, largest=28, alone=20, least=12, bold=True)
LETTERS = st.text(st.sampled_from("abcdefgh WMil-ÄÖÅéğşЖщюΩπقمنوي"), min_size=1, max_size=120).map(
    lambda words: " ".join(words.split())
)


def fitted(words: str) -> Fitted:
    return fit(words, FRAME, fonts())


def width(line: str, size: float) -> float:
    return fonts().advance(line, FRAME.style, size)


def test_a_short_name_is_as_large_as_the_frame_has_it() -> None:
    assert fitted("Ada") == Fitted(("Ada",), 28)


def test_a_longer_name_stays_on_one_line_and_is_smaller() -> None:
    name = fitted("Amina B. Example")
    assert len(name.lines) == 1
    assert FRAME.alone <= name.size < FRAME.largest


def test_a_long_name_stands_on_two_lines_that_are_nearly_as_long() -> None:
    assert fitted("Maria Fernanda de la Sample").lines == ("Maria Fernanda", "de la Sample")


def test_a_name_may_be_divided_after_a_hyphen() -> None:
    assert fitted("Alexandra-Josephine-Sample").lines == ("Alexandra-", "Josephine-Sample")


def test_a_word_that_is_too_long_for_a_line_is_divided() -> None:
    name = fitted("W" * 40)
    assert len(name.lines) > 1
    assert "".join(name.lines) == "W" * 40


def test_a_letter_keeps_its_marks_where_a_word_is_divided() -> None:
    assert all(line[0] == "e" for line in fitted("e\u0332\u0301" * 40).lines)


def test_words_that_had_to_be_set_too_small_say_so() -> None:
    assert [fitted("W" * count).fits for count in (10, 120)] == [True, False]


@settings(max_examples=200, deadline=None)
@given(LETTERS)
def test_no_words_leave_their_frame_and_none_are_lost(words: str) -> None:
    name = fitted(words)
    assert "".join(name.lines).replace(" ", "") == words.replace(" ", "")
    assert max(width(line, name.size) for line in name.lines) <= FRAME.width + 1e-6
    assert name.height <= FRAME.height


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("Ada", "ltr"),
        ("محمد", "rtl"),
        ("1. محمد Ada", "rtl"),
        ("Ada محمد", "ltr"),
        ("דוגמה", "rtl"),
        ("12", "ltr"),
    ],
)
def test_the_first_letter_gives_the_direction(words: str, direction: str) -> None:
    assert direction_of(words) == direction


def test_arabic_is_set_larger_than_latin_letters() -> None:
    assert fitted("محمد").size == 1.25 * 28


def test_lines_of_arabic_are_higher_as_its_letters_reach_deeper() -> None:
    name = fitted("محمد")
    assert name.height == 1.45 * name.size


def test_a_name_stays_on_one_line_where_it_is_larger_than_on_two() -> None:
    assert fitted("محمد عبد الرحمن الحسيني").lines == ("محمد عبد الرحمن الحسيني",)


def test_no_line_ends_within_a_name_that_begins_with_servant() -> None:
    assert fitted("محمد عبد الرحمن الحسيني الطويل").lines[0] in {"محمد", "محمد عبد الرحمن"}
