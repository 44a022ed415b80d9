"""Reading YAML: whatever a file holds comes back as nodes or as diagnostics."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderdeck.course.nodes import Mapping, Scalar
from borderdeck.course.source import DEEPEST, read_source
from borderdeck.diagnostics import Code
from tests.support.courses import SESSION


def root(text: str) -> Mapping:
    source = read_source(text.encode(), "a.yaml")
    assert isinstance(source.root, Mapping), source.diagnostics
    return source.root


def scalar(text: str, key: str = "a") -> Scalar:
    node = root(text).get(key)
    assert isinstance(node, Scalar)
    return node


def codes(data: bytes) -> list[Code]:
    return [diagnostic.code for diagnostic in read_source(data, "a.yaml").diagnostics]


@pytest.mark.parametrize("words", ["7.10", "10:30", "no", "2026-13-45", "0x1F", "1_000", "é"])
def test_a_value_keeps_its_own_words(words: str) -> None:
    assert scalar(f"a: {words}").text == words


def test_a_byte_order_mark_is_accepted() -> None:
    assert root("\ufeffa: b").keys == ("a",)


def test_columns_count_characters_and_not_bytes() -> None:
    assert scalar("{é😀: x, a: b}").position.column == 12


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_are_counted_with_every_line_break(line_break: str) -> None:
    assert scalar(f"b: x{line_break}a: y").position.line == 2


def test_a_position_has_the_text_of_its_line() -> None:
    assert scalar("b: x\na: some words # remark").position.text == "a: some words # remark"


def test_a_caret_is_as_wide_as_the_value() -> None:
    assert scalar("a: some words # remark").position.width == len("some words")


def test_a_caret_ends_where_its_line_ends() -> None:
    assert scalar('a: "some\n  words"').position.width == len('"some')


def test_a_value_that_is_not_there_points_to_its_key() -> None:
    assert scalar("b: x\na:\nc: y").position.line == 2


def test_the_first_of_two_equal_keys_is_kept() -> None:
    assert scalar("a: first\na: second").text == "first"


def test_marks_that_arabic_and_persian_need_are_accepted() -> None:
    assert codes("a: (1)\u200c \u200d \u200e \u200f \u061c".encode()) == []


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x00", "\x85", "\u2028", "\ufeff"])
def test_a_hidden_character_is_refused(character: str) -> None:
    assert codes(f"a: b{character}c".encode()) == [Code.CONTROL_CHARACTER]


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\u202e", r"\N", r"\L", r"\uFFFE"])
def test_a_hidden_character_is_refused_as_an_escape_too(escape: str) -> None:
    assert codes(f'a: "b{escape}c"'.encode()) == [Code.CONTROL_CHARACTER]


@pytest.mark.parametrize("escape", [r"\ud800", r"\UFFFFFFFF", r"\xZZ", r"\d"])
def test_an_escape_of_no_character_is_a_mistake(escape: str) -> None:
    assert codes(f'a: "b{escape}c"'.encode()) == [Code.YAML_SYNTAX]


def test_no_hidden_character_reaches_the_line_that_is_shown() -> None:
    (diagnostic,) = read_source(b"a: \x1b[31m", "a.yaml").diagnostics
    assert diagnostic.position is not None
    assert "\x1b" not in diagnostic.position.text


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? "])
def test_forty_thousand_levels_are_refused(opening: str) -> None:
    assert codes(opening.encode() * 40_000) == [Code.TOO_DEEP]


def test_as_many_levels_as_are_allowed_are_read() -> None:
    assert codes(b"[" * DEEPEST + b"]" * DEEPEST) == []


def test_an_alias_is_refused_even_where_it_has_an_anchor() -> None:
    assert codes(b"a: &x [1]\nb: *x") == [Code.ALIAS, Code.ALIAS]


def test_a_tag_is_refused_on_a_mapping_too() -> None:
    assert codes(b"a: !!python/object:os.system {b: c}") == [Code.TAG]


def test_a_second_document_is_refused() -> None:
    assert codes(b"a: b\n---\nc: d") == [Code.YAML_SYNTAX]


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    source = read_source(data, "a.yaml")
    assert source.root is not None or source.diagnostics


YAML_SIGNS = st.text(alphabet="-:?[]{},&*!|>'\"%@`#~ \t\n\\abé0=<\ufeff\u202e", max_size=60)


@settings(deadline=None, max_examples=400)
@given(YAML_SIGNS)
def test_no_heap_of_signs_makes_it_fail(text: str) -> None:
    source = read_source(text.encode(), "a.yaml")
    assert source.root is not None or source.diagnostics


@settings(deadline=None, max_examples=300)
@given(st.integers(0, len(SESSION)), st.integers(0, 8), YAML_SIGNS)
def test_no_slip_in_a_good_file_makes_it_fail(start: int, length: int, typed: str) -> None:
    text = SESSION[:start] + typed + SESSION[start + length :]
    source = read_source(text.encode(), "a.yaml")
    assert source.root is not None or source.diagnostics


@settings(deadline=None, max_examples=300)
@given(YAML_SIGNS)
def test_every_position_lies_in_its_file(text: str) -> None:
    lines = text.replace("\r", "\n").lstrip("\ufeff").split("\n")
    for diagnostic in read_source(text.encode(), "a.yaml").diagnostics:
        assert diagnostic.position is not None
        assert 1 <= diagnostic.position.line <= len(lines)
        assert diagnostic.position.column <= len(diagnostic.position.text) + 1
