"""Nodes become values of the model, by its annotations."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderdeck.course.decode import decode
from borderdeck.course.edition_file import EditionFile
from borderdeck.course.keys import DateRange
from borderdeck.course.model import (
    Audience,
    Bullets,
    Columns,
    Item,
    Outline,
    Placeholder,
    Session,
    Slide,
    Table,
)
from borderdeck.course.source import read_source
from borderdeck.diagnostics import Code, Diagnostic
from tests.support.courses import SESSION

T = TypeVar("T")


def decoded(kind: type[T], text: str) -> T:
    source = read_source(text.encode(), "a.yaml")
    assert source.root is not None
    result = decode(kind, source.root, source.lines)
    assert result.value is not None, result.findings.diagnostics
    return result.value


def wrong(kind: type, text: str) -> list[Diagnostic]:
    source = read_source(text.encode(), "a.yaml")
    assert source.root is not None
    return decode(kind, source.root, source.lines).findings.diagnostics


def words(text: str) -> list[str]:
    return [diagnostic.message for diagnostic in wrong(Session, text)]


def test_a_bare_text_is_an_item() -> None:
    (item,) = decoded(Bullets, "bullets: [New understandings]").bullets
    assert item.text.plain == "New understandings"


def test_an_item_may_have_items() -> None:
    (item,) = decoded(Bullets, "bullets:\n  - text: a\n    items: [b]").bullets
    assert [inner.text.plain for inner in item.items] == ["b"]


def test_keys_in_braces_are_keys() -> None:
    (item,) = decoded(Bullets, "bullets: [{id: a, text: b}]").bullets
    assert item.id == "a"


def test_a_block_is_told_by_its_tag() -> None:
    (block,) = decoded(Slide, "blocks:\n  - lead: a\n    bullets: [b]").blocks
    assert isinstance(block, Bullets)


def test_columns_are_two() -> None:
    text = "columns:\n  - blocks:\n      - paragraph: a\n  - blocks:\n      - bullets: [b]"
    assert len(decoded(Columns, text).columns) == 2


def test_a_cell_may_be_empty() -> None:
    table = decoded(Table, "header: ['', B]\ntable:\n  - [a, ]\n  - [a, '']")
    assert table.table[1][1].plain == ""


def test_a_word_of_a_few_is_chosen() -> None:
    assert decoded(Bullets, "bullets: [a]\naudience: facilitator").audience is Audience.FACILITATOR


def test_a_mapping_knows_its_place() -> None:
    text = "bullets:\n  - text: a\n  - text: b"
    assert decoded(Bullets, text).bullets[1].position.line == 3


def test_a_text_knows_its_place() -> None:
    title = decoded(Slide, "id: a\ntitle: b").title
    assert title is not None and title.position.column == 8  # noqa: PT018 - for the types alone


def test_a_block_of_lines_ends_without_its_last_line_break() -> None:
    assert decoded(Item, "text: |\n  a\n  b\n").text.plain == "a\nb"


def test_a_title_may_look_like_a_number() -> None:
    title = decoded(Slide, "title: 7.10").title
    assert title is not None and title.plain == "7.10"  # noqa: PT018 - for the types alone


def test_one_day_is_a_range() -> None:
    day = date(2026, 11, 23)
    assert decoded(EditionFile, "date: 2026-11-23").date == DateRange(first=day, last=day)


def test_a_range_of_days_includes_both_ends() -> None:
    days = decoded(EditionFile, "date: 2026-11-23 .. 2026-11-27").date
    assert days == DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))


def test_a_placeholder_may_be_its_example_alone() -> None:
    text = "title: a\nlanguage: no\nsessions: [b]\nplaceholders:\n  HOST: Ministry"
    assert decoded(Outline, text).placeholders == {"HOST": Placeholder(example="Ministry")}


def test_a_misspelt_key_is_not_reported_as_missing_too() -> None:
    assert words("id: a\ntitel: b") == ['"titel" is not a key of a session']


def test_a_key_far_from_any_other_does_not_hide_a_missing_one() -> None:
    assert words("id: a\ncolour: b") == [
        '"colour" is not a key of a session',
        'this session has no "title"',
    ]


def test_a_key_with_a_hidden_space_says_so() -> None:
    (diagnostic,) = wrong(Session, "id: a\ntitle\u00a0: b")
    assert "invisible" in diagnostic.hint


def test_all_that_is_wrong_in_a_file_is_found() -> None:
    text = "id: A\ntitle: []\nminutes: x\nsections:\n  - id: B\nthanks:"
    assert len(wrong(Session, text)) == 6


def test_texts_of_a_faulty_file_are_kept() -> None:
    source = read_source(b"title: Some [WORDS]\nminutes: x", "a.yaml")
    assert source.root is not None
    found = decode(Slide, source.root, source.lines).findings
    assert [text.plain for text in found.texts] == ["Some [WORDS]"]


@pytest.mark.parametrize("number", ["1", "1000"])
def test_a_number_may_be_at_the_edge_of_its_range(number: str) -> None:
    assert wrong(Session, f"id: a\ntitle: b\nminutes: {number}") == []


@pytest.mark.parametrize("number", ["0", "-1", "1441", "1.5", "1e3", "0x10", "9" * 5000])
def test_a_number_beyond_its_range_is_refused(number: str) -> None:
    assert len(wrong(Session, f"id: a\ntitle: b\nminutes: {number}")) == 1


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-45", "0000-01-01", "2026-00-10"])
def test_a_day_that_does_not_exist_is_refused(day: str) -> None:
    assert [d.code for d in wrong(EditionFile, f"date: {day}")] == [Code.NO_SUCH_DATE]


@pytest.mark.parametrize("name", ["a", "a-1", "7-wrap-up"])
def test_an_id_has_small_letters_digits_and_hyphens(name: str) -> None:
    assert wrong(Session, f"id: {name}\ntitle: b") == []


@pytest.mark.parametrize("name", ["A", "a_b", "a--b", "-a", "a/b", "..", "é", "a" * 81])
def test_no_other_id_is_taken(name: str) -> None:
    assert [d.code for d in wrong(Session, f'id: "{name}"\ntitle: b')] == [Code.BAD_VALUE]


@settings(deadline=None, max_examples=200)
@given(st.integers(0, len(SESSION)), st.integers(0, 20), st.text("-:[]{}\"'# \nab", max_size=20))
def test_no_slip_in_a_good_file_makes_it_fail(start: int, length: int, typed: str) -> None:
    text = SESSION[:start] + typed + SESSION[start + length :]
    source = read_source(text.encode(), "a.yaml")
    if source.root is not None:
        result = decode(Session, source.root, source.lines)
        assert (result.value is None) <= bool(result.findings.diagnostics)
