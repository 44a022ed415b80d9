"""What is said of a file that is not YAML: where the slip is, and a hint that is right YAML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from borderdeck.course.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.diagnostics import Diagnostic

COURSE = Path(__file__).parents[2] / "course"

SIGNS = ("**Plan**", "&", "!", "@", "%", "[a] b", "{a} b", "- ", "| ", ", ", "Take care: ", "]")

IN_BRACKETS = ("*a", "&a b", "!a", "@a", "%a", "", "[a", '"a" b', "'a' b")

SPOILT = (
    *(f"title: {sign}Plan" for sign in SIGNS),
    *(f'title: "Plan\nsubtitle: "{sign}Act"' for sign in SIGNS),
    *(f"cards: [Plan, {word}, Act]" for word in IN_BRACKETS),
    *(f'title: "Plan" {sign}Act' for sign in SIGNS),
    f'title:"{"Plan " * 20}"',
)


def said(text: str) -> Diagnostic | None:
    return next(iter(read_source(text.encode(), "a.yaml").diagnostics), None)


def closing_quotes() -> Iterator[tuple[str, int, int]]:
    """Give each closing quote of the bundled course: its file, its place in it, its line."""
    for path in sorted(COURSE.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for token in yaml.scan(text, yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                yield str(path), token.end_mark.index - 1, token.start_mark.line + 1


QUOTES = tuple(closing_quotes())


def test_there_are_quotes_in_the_course_to_forget() -> None:
    assert len(QUOTES) > 40


@pytest.mark.parametrize(("file", "place", "line"), QUOTES)
def test_a_forgotten_quote_is_told_at_its_line(file: str, place: int, line: int) -> None:
    text = Path(file).read_text(encoding="utf-8")
    found = said(text[:place] + text[place + 1 :])
    assert found is not None
    assert found.position is not None
    assert (found.position.line, "is not closed on this line" in found.message) == (line, True)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_forgotten_quote_is_told_whatever_the_next_text_begins_with(sign: str) -> None:
    found = said(f'title: "Plan\nsubtitle: "{sign} Act"\n')
    assert found is not None
    assert found.message.endswith("that opens this text is not closed on this line")


def test_words_after_a_text_of_two_lines_are_no_forgotten_quote() -> None:
    found = said('title: "Plan\n  and act" at once\n')
    assert found is not None
    assert found.message.startswith("the text in quotes ends before this")


@pytest.mark.parametrize("text", SPOILT)
def test_what_a_hint_says_to_write_is_yaml(text: str) -> None:
    found = said(f"id: a\n{text}\n")
    assert found is not None
    for written in re.findall(r"\bwrite (\w+: .*|[\"'].+[\"'])$", found.hint):
        yaml.safe_load(written)
