"""Names of folders and files."""

from __future__ import annotations

import pytest

from borderdeck.edition.names import LONGEST, file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Geneva", "geneva"),
        ("São Tomé", "sao-tome"),
        ("Йошкар-Ола", "йошкар-ола"),
        ("جنيف", "جنيف"),
        ("../../etc", "etc"),
        ("A: b/c\\d?", "a-b-c-d"),
    ],
)
def test_a_name_holds_letters_digits_and_hyphens_alone(words: str, name: str) -> None:
    assert file_name(words) == name


def test_a_long_name_ends_at_a_whole_word() -> None:
    assert file_name("abcdefghi " * 12).split("-") == ["abcdefghi"] * 6


def test_a_long_name_without_spaces_is_cut() -> None:
    assert len(file_name("a" * 200)) == LONGEST
