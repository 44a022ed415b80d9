from __future__ import annotations

import pytest
from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.fit import fits, height, measure
from borderdeck.documents.fonts import FontStyle
from borderdeck.documents.layouts import TextBox
from borderdeck.documents.slides import Marker, Paragraph
from tests.documents.measuring import LINE, STYLE, a_box, fonts, lines_of_words, words


def lines(paragraph: Paragraph, box: TextBox) -> int:
    (measured,) = measure((paragraph,), box, fonts())
    return measured.lines


def exactly(text: str) -> float:
    """Give the width of the narrowest box that holds a text on one line."""
    return fonts().advance(text, FontStyle("Arial"), 20) / 0.99


def test_no_words_are_one_line() -> None:
    assert lines(words(""), a_box()) == 1


def test_what_is_as_wide_as_the_box_less_its_margin_is_one_line() -> None:
    assert lines(words("three short words"), a_box(width=exactly("three short words"))) == 1


def test_what_is_a_little_wider_is_two_lines() -> None:
    box = a_box(width=exactly("three short words") - 0.1)
    assert lines(words("three short words"), box) == 2


def test_spaces_hang_at_the_end_of_a_line() -> None:
    box = a_box(width=exactly("three short"))
    assert lines(words("three short   words"), box) == 2


def test_an_authors_line_break_starts_a_line() -> None:
    assert lines(words("one\n\nthree\n"), a_box()) == 4


def test_a_word_longer_than_a_line_is_broken_anywhere() -> None:
    assert lines(words("n" * 20), a_box(width=exactly("n" * 10))) == 2


def test_a_character_wider_than_the_box_has_a_line_of_its_own() -> None:
    assert lines(words("nnn"), a_box(width=1)) == 3


def test_a_bold_run_is_measured_bold() -> None:
    text = "information"
    box = a_box(width=exactly(f"{text} {text}"))
    mixed = Paragraph((Run(text), Run(f" {text}", bold=True)))
    assert lines(mixed, box) == 2


def test_a_hanging_indent_takes_width() -> None:
    box = a_box(width=exactly("three short words"), margin_left=18, indent=-18)
    assert lines(words("three short words", Marker.BULLET), box) == 2


def test_a_number_within_its_hanging_indent_takes_no_more() -> None:
    box = a_box(width=exactly("three short words") + 28, margin_left=28, indent=-28)
    assert lines(replace(words("three short words", Marker.NUMBER), number=1), box) == 1


def test_a_number_wider_than_its_hanging_indent_pushes_the_words_in() -> None:
    box = a_box(width=exactly("three short words") + 28, margin_left=28, indent=-28)
    assert lines(replace(words("three short words", Marker.NUMBER), number=1000), box) == 2


@pytest.mark.parametrize(("spacing", "expected"), [(0.9, 0.9), (1.0, 1.0), (1.1, 1.1)])
def test_a_line_is_as_high_as_its_size_and_spacing_say(spacing: float, expected: float) -> None:
    box = a_box(line_spacing=spacing)
    assert height((words("one"),), box, fonts()) == pytest.approx(expected * LINE)


def test_calibri_is_as_high_as_powerpoint_sets_it() -> None:
    box = TextBox(300, 300, (replace(STYLE, typeface="Calibri"),))
    assert height((words("one"),), box, fonts()) == pytest.approx(20 * 1.221)


def test_a_line_with_ideographs_is_as_high_as_powerpoint_sets_yahei() -> None:
    assert height((words("PPTX 人权"),), a_box(), fonts()) == pytest.approx(20 * 1.32)


def test_ideographs_break_anywhere() -> None:
    assert lines(words("人" * 21), a_box(width=200 / 0.99)) == 3


def test_one_full_stop_may_hang() -> None:
    assert lines(words("人" * 10 + "。"), a_box(width=200 / 0.99)) == 1


def test_no_closing_bracket_starts_a_line() -> None:
    text = "人" * 9 + "（人）人人"  # noqa: RUF001 - Chinese punctuation
    assert lines(words(text), a_box(width=220 / 0.99)) == 2


def test_a_gap_parts_ideographs_from_others() -> None:
    wide = (3 * 20 + fonts().advance("2026", FontStyle("Arial"), 20) + 2 * 4.8) / 0.99
    given_ones = [lines(words("在2026年人"), a_box(width=width)) for width in (wide, wide - 0.1)]
    assert given_ones == [1, 2]


def test_space_counts_between_paragraphs_alone() -> None:
    box = a_box(space_before=10, space_after=3)
    assert height((words("one"), words("two")), box, fonts()) == pytest.approx(2 * LINE + 13)


def test_a_level_has_its_own_style() -> None:
    box = replace(a_box(), styles=(STYLE, replace(STYLE, size=10)))
    assert height((words("inner", level=1),), box, fonts()) == pytest.approx(LINE / 2)


def test_what_is_as_high_as_the_box_fits() -> None:
    assert fits((lines_of_words(7),), a_box(lines=7), fonts())


def test_what_is_a_line_higher_does_not() -> None:
    assert not fits((lines_of_words(8),), a_box(lines=7), fonts())
