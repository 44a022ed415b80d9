"""Titles on each slide, each different."""

from __future__ import annotations

from borderdeck.diagnostics import Code
from tests.inspect.planting import BODY, TITLE, on_slide, removed, said, with_attribute, with_text

WITHOUT, REPEATED = Code.SLIDE_WITHOUT_TITLE, Code.TITLE_NOT_UNIQUE


def test_a_slide_without_a_title_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "A map", TITLE, removed)
    assert [message.partition(": ")[2] for message in said(planted, WITHOUT)] == [
        "the slide has no title"
    ]


def test_an_empty_title_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "A map", f"{TITLE}//a:t", with_text("  "))
    assert len(said(planted, WITHOUT)) == 1


def test_a_title_in_a_text_box_is_no_title(deck: bytes) -> None:
    planted = on_slide(deck, "A map", f"{TITLE}//p:ph", with_attribute("type", "body"))
    assert len(said(planted, WITHOUT)) == 1


def test_a_title_that_an_earlier_slide_has_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "A map", f"{TITLE}//a:t", with_text("fiGures "))
    (message,) = said(planted, REPEATED)
    assert message.endswith("has the same title")


def test_two_slides_without_titles_are_not_the_same(deck: bytes) -> None:
    planted = on_slide(on_slide(deck, "A map", TITLE, removed), "Figures", TITLE, removed)
    assert said(planted, REPEATED) == []


def test_the_words_of_a_body_may_be_those_of_a_title(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"{BODY}//a:t", with_text("Further"))
    assert said(planted, REPEATED) == []
