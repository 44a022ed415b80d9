"""How a session becomes slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.course.edition_file import OptionalParts
from borderdeck.diagnostics import Code
from borderdeck.documents.slides import LayoutName, Marker
from borderdeck.edition.edition import Choices
from tests.documents.planned import HEAD, body, paragraphs_in, planned, slides, words

if TYPE_CHECKING:
    from pathlib import Path

LONG = "A sentence that is rather long, so that a few of them fill a slide to its very end. " * 3
FIVE = "".join(f"\n      - '{number} {LONG}'" for number in range(1, 6))
SHOWN = Choices(optional=OptionalParts.SHOWN)
HIDDEN = Choices(optional=OptionalParts.HIDDEN)
LEFT_OUT = Choices(optional=OptionalParts.LEFT_OUT)


@pytest.mark.parametrize(
    ("block", "layout"),
    [
        ("paragraph: So.", LayoutName.CONTENT),
        ("bullets: [a, b]", LayoutName.CONTENT),
        ("numbered: [a, b]", LayoutName.CONTENT),
        ("prompts: [a, b]", LayoutName.CONTENT),
        ("quote: So it is.", LayoutName.QUOTE),
        ("question: Why?", LayoutName.QUESTION),
        ("activity: [Talk.]", LayoutName.ACTIVITY),
        ("{table: [[a, b]], header: [A, B]}", LayoutName.TABLE),
        ("{image: map.png, alt: A map}", LayoutName.PICTURE),
        ("columns: [{blocks: [{paragraph: a}]}, {blocks: [{paragraph: b}]}]", LayoutName.COLUMNS),
    ],
)
def test_each_block_has_its_layout(tmp_path: Path, block: str, layout: LayoutName) -> None:
    (slide,) = slides(tmp_path, f"- title: T\n  blocks:\n    - {block}")
    assert slide.layout is layout


def test_blocks_of_text_share_a_slide(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "- title: T\n  blocks:\n    - paragraph: a\n    - bullets: [b]")
    assert body(slide) == ["a", "b"]


def test_what_does_not_fit_goes_on_under_a_title_that_says_so(tmp_path: Path) -> None:
    found = slides(tmp_path, f"- title: T\n  blocks:\n    - bullets:{FIVE}")
    assert [slide.title_text for slide in found][:3] == ["T", "T (contd.)", "T (contd. 2)"]


def test_what_goes_on_loses_no_word(tmp_path: Path) -> None:
    found = slides(tmp_path, f"- title: T\n  blocks:\n    - bullets:{FIVE}")
    said = [text for slide in found for text in body(slide)]
    assert [text[0] for text in said] == list("12345")


def test_the_numbers_of_a_list_go_on(tmp_path: Path) -> None:
    found = slides(tmp_path, f"- title: T\n  blocks:\n    - numbered:{FIVE}")
    numbers = [p.number for slide in found for p in paragraphs_in(slide) if p.number]
    assert numbers == [1, 2, 3, 4, 5]


def test_two_slides_of_one_title_are_told_apart(tmp_path: Path) -> None:
    found = slides(tmp_path, "- title: T\n- title: T")
    assert [slide.title_text for slide in found] == ["T", "T (contd.)"]


def test_a_new_slide_begins_where_the_author_wants_one(tmp_path: Path) -> None:
    blocks = "- paragraph: a\n    - paragraph: b\n      new_slide: true"
    found = slides(tmp_path, f"- title: T\n  blocks:\n    {blocks}")
    assert [body(slide) for slide in found] == [["a"], ["b"]]


def test_a_new_slide_begins_at_a_key_message_that_wants_one(tmp_path: Path) -> None:
    messages = "key_messages:\n  - a\n  - text: b\n    new_slide: true\n"
    deck, _ = planned(tmp_path, HEAD + messages)
    found = [slide for slide in deck.slides if slide.layout is LayoutName.KEY_MESSAGES]
    assert [body(slide) for slide in found] == [["a"], ["b"]]


def test_a_slide_that_cannot_be_kept_together_is_told(tmp_path: Path) -> None:
    lines = f"    slides:\n  - title: T\n    keep_together: true\n    blocks:\n    - bullets:{FIVE}"
    section = "sections:\n- id: planning\n  title: Planning\n"
    _, found = planned(tmp_path, HEAD + section + lines.replace("    slides", "  slides"))
    assert [d.code for d in found] == [Code.OVERFLOW]


def test_a_title_of_many_lines_is_told(tmp_path: Path) -> None:
    _, found = planned(tmp_path, f"id: rescue\ntitle: Rescue\nthanks: {'Thank you ' * 60}\n")
    assert [d.code for d in found] == [Code.OVERFLOW]


def test_optional_slides_are_shown_by_default(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "- title: T\n  optional: true", SHOWN)
    assert not slide.hidden


def test_optional_slides_can_be_kept_at_hand(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "- title: T\n  optional: true", HIDDEN)
    assert slide.hidden


def test_optional_slides_can_be_left_out(tmp_path: Path) -> None:
    found = slides(tmp_path, "- title: T\n  optional: true\n- title: U", LEFT_OUT)
    assert [slide.title_text for slide in found] == ["U"]


def test_notes_are_markdown(tmp_path: Path) -> None:
    text = "- title: T\n  notes: |\n    Say **this**.\n\n    1. first\n    2. second"
    (slide,) = slides(tmp_path, text)
    assert [(p.marker, p.number) for p in slide.notes] == [
        (Marker.NONE, None),
        (Marker.NUMBER, 1),
        (Marker.NUMBER, 2),
    ]


def test_notes_stand_once_where_a_slide_goes_on(tmp_path: Path) -> None:
    found = slides(tmp_path, f"- title: T\n  notes: Once.\n  blocks:\n    - bullets:{FIVE}")
    assert [words(slide.notes) for slide in found if slide.notes] == [["Once."]]


def test_an_answer_stands_in_the_notes(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "- title: T\n  blocks:\n    - question: Why?\n      answer: So.")
    assert words(slide.notes) == ["Answer", "So."]


def test_an_answer_stands_nowhere_else(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "- title: T\n  blocks:\n    - question: Why?\n      answer: So.")
    assert body(slide) == ["Why?"]


CASE = """
- title: T
  blocks:
    - activity: [Read.]
      case: A boat has called.
      cards: [Look]
      answer: "- It is late."
"""


def test_an_activitys_answer_stands_in_the_notes(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, CASE)
    assert words(slide.notes) == ["Answer", "It is late."]


def test_an_activitys_case_and_cards_are_on_no_slide(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, CASE)
    assert body(slide) == ["Read."]
    assert not {"A boat has called.", "Look"} & set(words(tuple(paragraphs_in(slide))))


def test_what_is_for_the_facilitator_goes_into_the_notes(tmp_path: Path) -> None:
    block = "- paragraph: Breathe.\n      audience: facilitator"
    (slide,) = slides(tmp_path, f"- title: T\n  blocks:\n    {block}")
    assert (words(slide.notes), slide.filled[1:]) == (["Breathe."], ())


def test_minutes_stand_in_the_notes(tmp_path: Path) -> None:
    (slide,) = slides(tmp_path, "- title: T\n  minutes: 5")
    assert words(slide.notes) == ["Time: 5 min"]


def test_a_column_that_is_longer_goes_on_alone(tmp_path: Path) -> None:
    long = "".join(f", {{paragraph: '{LONG}'}}" for _ in range(4))
    columns = f"[{{title: L, blocks: [{{paragraph: a}}{long}]}}, {{blocks: [{{paragraph: b}}]}}]"
    found = slides(tmp_path, f"- title: T\n  blocks:\n    - columns: {columns}")
    assert [len(slide.filled) for slide in found][:2] == [3, 2]


@pytest.mark.parametrize(
    ("words", "told"), [("Geneva", 0), ("A place that goes on and on " * 9, 1)]
)
def test_a_place_that_is_too_long_for_the_foot_is_told_once(
    tmp_path: Path, words: str, told: int
) -> None:
    _, found = planned(tmp_path, HEAD, Choices(place=words))
    assert len([d for d in found if "foot of slides" in d.message]) == told
