"""Names of folders and files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderdeck.build.files import is_plain
from borderdeck.edition.names import LONGEST, MOST_BYTES, file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Geneva", "geneva"),
        ("São Tomé", "sao-tome"),
        ("Йошкар-Ола", "йошкар-ола"),
        ("جنيف", "جنيف"),
        ("../../etc", "etc"),
        ("A: b/c\\d?", "a-b-c-d"),
        ("CON", "con_"),
        ("nul.", "nul_"),
        ("Com¹", "com1_"),
        ("Conakry", "conakry"),
        ("a\x00b\u202ec", "a-b-c"),
        ("\u3164 \u200b", ""),
        ("C:\\Users", "c-users"),
        ("~root/$HOME", "root-home"),
        (" .ssh ", "ssh"),
        ("???", ""),
    ],
)
def test_a_name_holds_letters_digits_and_hyphens_alone(words: str, name: str) -> None:
    assert file_name(words) == name


def test_a_long_name_ends_at_a_whole_word() -> None:
    assert file_name("abcdefghi " * 12).split("-") == ["abcdefghi"] * 6


def test_a_long_name_without_spaces_is_cut() -> None:
    assert len(file_name("a" * 200)) == LONGEST


@pytest.mark.parametrize("words", ["𠀀" * 80, "日本" * 60, "ل" * 200, "日 " * 100])
def test_a_long_name_fits_file_systems_that_count_bytes(words: str) -> None:
    assert 0 < len(file_name(words).encode()) <= MOST_BYTES


@given(st.text(max_size=200))
def test_whatever_the_words_the_name_is_one_of_an_edition(words: str) -> None:
    name = file_name(words)
    assert not name or is_plain(name)
