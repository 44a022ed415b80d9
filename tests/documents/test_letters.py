"""Letters that no font of the papers has: told where they stand, once, before papers are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from borderdeck.build.build import check
from borderdeck.build.preparing import weighed
from borderdeck.build.request import Request
from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.letters import besides
from borderdeck.edition.edition import Choices
from borderdeck.edition.words import words_for
from borderdeck.workspace import Workspace, bundled
from tests.support.courses import write_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SESSION = """
id: rescue
title: Rescue at sea
key_messages:
  - Planning \N{GRINNING FACE} is **vital**.
  - Look \N{RIGHTWARDS ARROW} and \N{GRINNING FACE} listen.
"""


def found(tmp_path: Path, *, place: str = "", kinds: tuple[str, ...] = ()) -> list[Diagnostic]:
    """Check the course, for a place or none, and give what is told of letters."""
    write_course(tmp_path, SESSION)
    request = Request(choices=Choices(place=place or None), kinds=kinds)
    report = check(request, Workspace(here=tmp_path))
    return [each for each in report.diagnostics if each.code is Code.MISSING_GLYPH]


def test_a_letter_is_told_of_where_it_stands(tmp_path: Path) -> None:
    places = [each.position for each in found(tmp_path)]
    assert [(p.line, p.column, p.width) for p in places if p] == [(4, 14, 1), (5, 16, 1)]


def test_it_is_named_with_its_code_point(tmp_path: Path) -> None:
    first, _ = found(tmp_path)
    assert first.message.endswith('holds: "\N{GRINNING FACE}" (U+1F600)')


def test_it_is_an_error_for_the_printer(tmp_path: Path) -> None:
    (first, _) = weighed(found(tmp_path), final=True)
    assert first.severity is Severity.ERROR


def test_decks_alone_are_not_held_to_it(tmp_path: Path) -> None:
    assert found(tmp_path, kinds=("decks",)) == []


def test_the_place_is_told_of_once(tmp_path: Path) -> None:
    told = [each for each in found(tmp_path, place="\u5317\u4eac") if "the place" in each.message]
    assert len(told) == 1


@pytest.mark.parametrize(
    "seen", ["\u00a0\u200f\u202f\u00ad", "\N{HEAVY CHECK MARK}\ufe0f", "\u0627"]
)
def test_what_is_not_drawn_and_what_another_font_has_is_not_told(seen: str) -> None:
    assert FontBook(bundled("fonts")).unprintable(seen) == ""


def test_all_words_of_borderdeck_itself_can_be_printed() -> None:
    words = "".join(strings(msgspec.to_builtins(words_for("en"))))
    assert FontBook(bundled("fonts")).unprintable(words) == ""


def strings(value: object) -> Iterator[str]:
    """Give every string in a value that was made of a struct."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)


A_PAPER_LACKS_IT = Diagnostic(
    Code.MISSING_GLYPH, 'a.html.j2: no font of the papers has "\N{GRINNING FACE}" (U+1F600)'
)


def test_a_paper_with_a_letter_that_is_told_of_is_not_told_of_again(tmp_path: Path) -> None:
    told = found(tmp_path)
    assert list(besides([*told, A_PAPER_LACKS_IT])) == told


@pytest.mark.parametrize("others", ["no letters for this name", "no font draws this picture"])
def test_what_names_no_letter_is_told_all_the_same(others: str) -> None:
    told = [A_PAPER_LACKS_IT, Diagnostic(Code.MISSING_GLYPH, others)]
    assert list(besides(told)) == told


def test_a_paper_with_a_letter_of_its_template_is_told_of() -> None:
    assert list(besides([A_PAPER_LACKS_IT])) == [A_PAPER_LACKS_IT]
