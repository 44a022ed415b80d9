"""Longer texts on papers: paragraphs, and lists within lists."""

from __future__ import annotations

from borderdeck.course.prose import parse_prose
from borderdeck.course.text import NOWHERE
from borderdeck.documents.longer import prose_passages
from borderdeck.documents.passages import Entry, Listing, Words
from borderdeck.documents.slides import Run


def passages(source: str) -> tuple[object, ...]:
    prose, _ = parse_prose(source, NOWHERE)
    return prose_passages(prose)


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def test_no_text_is_no_passage() -> None:
    assert prose_passages(None) == ()


def test_paragraphs_stay_apart() -> None:
    assert passages("A boat.\n\nA harbour.") == (Words(runs("A boat.")), Words(runs("A harbour.")))


def test_a_list_is_one_passage() -> None:
    assert passages("- night\n- fog") == (Listing((Entry(runs("night")), Entry(runs("fog")))),)


def test_a_list_within_a_list_stands_in_its_item() -> None:
    (found,) = passages("- night\n  1. late\n  2. dark\n- fog")

    inner = Listing((Entry(runs("late")), Entry(runs("dark"))), numbered=True)
    assert found == Listing((Entry(runs("night"), (inner,)), Entry(runs("fog"))))


def test_numbers_start_where_the_author_has_them_start() -> None:
    assert passages("3. fog") == (Listing((Entry(runs("fog")),), numbered=True, start=3),)


def test_bullets_and_numbers_are_two_lists() -> None:
    found = passages("- night\n\n1. fog")

    assert [isinstance(p, Listing) and p.numbered for p in found] == [False, True]
