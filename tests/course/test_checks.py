"""Rules across files hold where they should, and keep silent where they should.

What they say of wrong courses stands in `tests/bad_courses/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code
from tests.support.courses import SESSION, problems, write_course

if TYPE_CHECKING:
    from pathlib import Path


def codes(tmp_path: Path, session: str, **files: str | bytes) -> list[Code]:
    return [diagnostic.code for diagnostic in problems(write_course(tmp_path, session, **files))]


def slide(*lines: str) -> str:
    head = "id: a\ntitle: A\nsections:\n  - id: a\n    title: A\n    slides:\n"
    return head + "".join(f"      {line}\n" for line in lines)


def test_a_section_a_slide_and_a_block_may_share_an_id(tmp_path: Path) -> None:
    session = slide("- id: a", "  title: A", "  blocks:", "    - id: a", "      paragraph: x")
    assert codes(tmp_path, session) == []


def test_items_of_two_sessions_may_share_an_id(tmp_path: Path) -> None:
    session = "id: {}\ntitle: A\nkey_messages:\n  - id: a\n    text: A\n"
    assert codes(tmp_path, session.format("a"), **{"sessions/2.yaml": session.format("b")}) == []


def test_a_recap_may_name_a_session(tmp_path: Path) -> None:
    files = {"sessions/2.yaml": slide("- blocks:", "    - recap: [rescue]")}
    assert codes(tmp_path, SESSION, **files) == []


def test_a_recap_is_not_blamed_for_a_session_that_cannot_be_read(tmp_path: Path) -> None:
    files = {"sessions/2.yaml": slide("- blocks:", "    - recap: [rescue]")}
    assert codes(tmp_path, "id: rescue: x\n", **files) == [Code.YAML_SYNTAX]


def test_a_recap_of_a_faulty_session_is_no_second_fault(tmp_path: Path) -> None:
    files = {"sessions/2.yaml": slide("- blocks:", "    - recap: [rescue]")}
    assert codes(tmp_path, "id: rescue\ntitle:\n", **files) == [Code.EMPTY_TEXT]


def test_a_reference_to_a_faulty_block_is_no_second_fault(tmp_path: Path) -> None:
    blocks = slide("- title: A", "  blocks:", "    - id: b", "      paragraph:")
    worksheet = "worksheet:\n  id: a\n  title: A\n  parts:\n    - block: b\n"
    assert codes(tmp_path, blocks + worksheet) == [Code.EMPTY_TEXT]


@pytest.mark.parametrize("blocks", ["recap: [a]", "paragraph: Set targets."])
def test_a_slide_may_take_its_title_from_its_block(tmp_path: Path, blocks: str) -> None:
    assert codes(tmp_path, slide("- blocks:", f"    - {blocks}")) == []


@pytest.mark.parametrize(
    "words",
    ["[PLACE]", "[PLACE, DATE]", "[sic]", "[A/RES/60/1]", r"\[UNHCR\]", "[UN](https://un.org)"],
)
def test_words_in_brackets_that_are_right_are_left_alone(tmp_path: Path, words: str) -> None:
    assert codes(tmp_path, f"id: a\ntitle: '{words}'\n") == []


@pytest.mark.parametrize("words", ["[VENUE]", "[PLACE, VENUE]", "**[VENUE]**", "[Place]", "[date]"])
def test_a_placeholder_that_nobody_declared_is_found(tmp_path: Path, words: str) -> None:
    assert codes(tmp_path, f"id: a\ntitle: '{words}'\n") == [Code.UNKNOWN_PLACEHOLDER]


def test_a_placeholder_of_the_course_is_known(tmp_path: Path) -> None:
    outline = "title: A\nlanguage: en\nsessions: [sessions/1.yaml]\nplaceholders:\n  VENUE: hall\n"
    assert codes(tmp_path, "id: a\ntitle: '[VENUE]'\n", **{"course.yaml": outline}) == []


def test_numbers_of_cells_are_compared_with_the_header(tmp_path: Path) -> None:
    table = ("- title: A", "  blocks:", "    - header: [A, B]", "      table: [[a, b], [a]]")
    assert codes(tmp_path, slide(*table)) == [Code.BAD_VALUE]
