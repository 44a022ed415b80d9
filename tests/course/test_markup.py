"""Inline Markdown becomes runs; all else is printed to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderdeck.course.markup import parse_markup, parsed, parser
from borderdeck.course.text import Run


def test_bold_words_are_a_run_of_their_own() -> None:
    assert parse_markup("States (as **duty-bearers**)").runs == (
        Run("States (as "),
        Run("duty-bearers", bold=True),
        Run(")"),
    )


def test_italics_may_stand_inside_bold() -> None:
    assert parse_markup("**a *b* c**").runs == (
        Run("a ", bold=True),
        Run("b", bold=True, italic=True),
        Run(" c", bold=True),
    )


def test_bold_inside_bold_changes_nothing() -> None:
    assert parse_markup("**a __b__ c**").runs == (Run("a b c", bold=True),)


def test_a_link_keeps_its_address() -> None:
    assert parse_markup("[x](https://a.org/?b=1&c=2)").runs == (
        Run("x", link="https://a.org/?b=1&c=2"),
    )


@pytest.mark.parametrize("mark", ["{lang=fr}", '{lang="fr"}'])
def test_words_in_another_language_keep_its_tag(mark: str) -> None:
    assert parse_markup(f"the rule of [non-refoulement]{mark}").runs == (
        Run("the rule of "),
        Run("non-refoulement", language="fr"),
    )


@pytest.mark.parametrize("words", ["[**a**]{lang=la}", "**[a]{lang=la}**", "__[a]{lang=la}__"])
def test_words_in_another_language_may_be_bold(words: str) -> None:
    assert parse_markup(words).runs == (Run("a", bold=True, language="la"),)


def test_words_in_another_language_may_hold_a_link() -> None:
    assert parse_markup("[[a](https://a.org)]{lang=fr}").runs == (
        Run("a", link="https://a.org", language="fr"),
    )


@pytest.mark.parametrize("tag", ["fr", "ar", "pt-BR", "zh-Hans", "zh-Hant-HK", "din", "FR"])
def test_the_tag_of_a_language_is_taken(tag: str) -> None:
    assert parse_markup(f"[a]{{lang={tag}}}").faults == ()


@pytest.mark.parametrize("tag", ["", "french", "pt_BR", "gr", "x-own", "fr-", "f"])
def test_what_is_no_tag_of_a_language_is_told(tag: str) -> None:
    assert len(parse_markup(f"[a]{{lang={tag}}}").faults) == 1


@pytest.mark.parametrize(
    ("called", "code"), [("french", "fr"), ("Arabic", "ar"), ("pt_BR", "pt-BR")]
)
def test_a_language_that_is_called_by_its_name_is_told_its_tag(called: str, code: str) -> None:
    (fault,) = parse_markup(f"[a]{{lang={called}}}").faults

    assert f"{{lang={code}}}" in fault.hint


def test_a_line_break_is_kept() -> None:
    assert parse_markup("THANK\nYOU!").runs == (Run("THANK\nYOU!"),)


def test_runs_of_one_style_are_joined() -> None:
    assert parse_markup(r"\*a\* \_b\_").runs == (Run("*a* _b_"),)


LITERAL = [
    "“quoted” – it's … 'so' --- (c)",
    "`code`",
    "~~struck~~",
    "# heading",
    "1. one",
    "[PLACE, DATE]",
    "[a]{b}",
    "{a}",
    "5 * 3 * 2",
    "snake_case_name",
    "&amp; &nbsp;",
    "R&D < 3 > 2",
    "_____",
    "https://example.org",
    "| a | b |",
]


@pytest.mark.parametrize("words", LITERAL)
def test_what_is_no_markup_is_printed_to_the_letter(words: str) -> None:
    assert parse_markup(words).runs == (Run(words),)


@pytest.mark.parametrize("words", [*LITERAL, r"\*\*a", "**a** b", "[a](https://b.org)", r"\{lang"])
def test_what_is_meant_gives_no_warning(words: str) -> None:
    assert parse_markup(words).faults == ()


@pytest.mark.parametrize(
    "words",
    [
        "**a",
        "** a **",
        "[a](b c)",
        "[a](javascript:b)",
        "<b>a</b>",
        "![a](https://b.org/c.png)",
        "[a] {lang=fr}",
    ],
)
def test_markup_that_fails_is_told(words: str) -> None:
    assert len(parse_markup(words).faults) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc", "data:text/html,x"])
def test_no_link_leads_into_a_program_or_a_disk(address: str) -> None:
    assert [run.link for run in parse_markup(f"[a]({address})").runs] == [None]


@settings(deadline=None)
@given(st.text(alphabet="*_[]()<>!\\ab \n:/h", max_size=60))
def test_no_run_is_empty(words: str) -> None:
    assert all(run.text for run in parse_markup(words).runs)


@settings(deadline=None)
@given(st.text(alphabet="ab “”’é权.,;\u200f-–", max_size=60))
def test_words_without_signs_are_kept_to_the_letter(words: str) -> None:
    assert "".join(run.text for run in parse_markup(words).runs) == words


SIGNS = ["**", "*", " ", "a", "word", *",.:()[“\n", "[a]", "[a](", "[a]{lang=fr}", "[a] {lang=fr}"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=12))
def test_the_short_way_for_marked_words_gives_what_the_parser_gives(signs: list[str]) -> None:
    source = "".join(signs)
    assert parse_markup(source) == parsed(parser().parseInline(source)[0])
