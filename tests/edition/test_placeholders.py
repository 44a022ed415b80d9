"""`[PLACE, DATE]` in a text."""

from __future__ import annotations

from borderdeck.course.markup import parse_markup
from borderdeck.course.text import Run, Text, plain_text
from borderdeck.edition.placeholders import fill, open_groups

BOTH = {"PLACE": "Geneva", "DATE": "23–27 November 2026"}
PLACE_ONLY = {"PLACE": "Geneva", "DATE": None}
NEITHER = {"PLACE": None, "DATE": None}


def filled(words: str, values: dict[str, str | None]) -> Text:
    return fill(plain_text(words), values, ", ")


def test_a_pair_is_filled_with_both_values() -> None:
    text = filled("Course [PLACE, DATE]", dict(BOTH))
    assert text.plain == "Course Geneva, 23–27 November 2026"


def test_single_placeholders_are_filled_where_they_stand() -> None:
    assert filled("In [PLACE] on [DATE].", dict(BOTH)).plain == "In Geneva on 23–27 November 2026."


def test_what_is_not_known_stays_in_brackets() -> None:
    assert filled("Course [PLACE, DATE]", PLACE_ONLY).plain == "Course Geneva, [DATE]"


def test_what_is_not_known_is_marked_as_open() -> None:
    assert open_groups(filled("Course [PLACE, DATE]", PLACE_ONLY)) == ("[DATE]",)


def test_an_open_pair_stays_as_the_author_wrote_it() -> None:
    assert filled("Course [PLACE, DATE]", dict(NEITHER)).plain == "Course [PLACE, DATE]"


def test_brackets_that_name_no_placeholder_are_left_alone() -> None:
    text = plain_text("an obligation [sic] of the [STATE]")
    assert fill(text, BOTH, ", ") == text


def test_a_value_takes_the_style_of_its_placeholder() -> None:
    text = Text("**[PLACE]**", (Run("[PLACE]", bold=True),))
    assert fill(text, BOTH, ", ").runs == (Run("Geneva", bold=True),)


def test_a_filled_text_has_no_needless_cuts() -> None:
    assert filled("In [PLACE].", dict(BOTH)).runs == (Run("In Geneva."),)


def test_a_value_that_looks_like_a_placeholder_is_not_filled_again() -> None:
    values: dict[str, str | None] = {"PLACE": "[DATE]", "DATE": "Monday"}
    assert filled("In [PLACE]", values).plain == "In [DATE]"


def written(source: str) -> str:
    """What becomes of a text with markup, in Geneva."""
    text = Text(source, parse_markup(source).runs)
    return fill(text, dict(BOTH), ", ").plain


def test_what_a_backslash_takes_to_the_letter_is_left_alone() -> None:
    assert written(r"Write \[PLACE\] in brackets") == "Write [PLACE] in brackets"


def test_what_stands_beside_it_is_filled() -> None:
    assert written(r"\[PLACE\] is **[PLACE]**, \[DATE]") == "[PLACE] is Geneva, [DATE]"


def test_a_backslash_that_is_taken_to_the_letter_itself_takes_nothing() -> None:
    assert written(r"C:\\[PLACE]") == r"C:\Geneva"


def test_a_placeholder_in_an_address_does_not_mislead() -> None:
    found = written(r"[Map](https://example.org/[PLACE]) of [PLACE]")
    assert found.endswith("of Geneva")
