"""No word stands alone under a title, a question or a quote, where there is a way."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.fit import measure
from borderdeck.documents.fonts import FontStyle
from borderdeck.documents.planning import Planning
from borderdeck.documents.slides import (
    Deck,
    Filled,
    LayoutName,
    Paragraph,
    Role,
    Runs,
    Slide,
    SlideSection,
)
from borderdeck.documents.widows import without_widows
from borderdeck.render.pptx import read_template
from borderdeck.workspace import bundled
from tests.documents.measuring import fonts

TEMPLATE = read_template((bundled("templates") / "deck.pptx").read_bytes())
PLANNING = Planning(lambda: TEMPLATE, fonts(), str.encode)


def alone(layout: LayoutName = LayoutName.CONTENT, role: Role = Role.TITLE) -> str:
    """Give words of which the last one alone stands on a second line."""
    text = "word"
    while measured(text, layout, role) == 1:
        text += " word"
    return text


def measured(text: str, layout: LayoutName, role: Role) -> int:
    """Count the lines of words."""
    (found,) = measure((Paragraph((Run(text),)),), PLANNING.box(layout, role), PLANNING.fonts)
    return found.lines


ALONE = alone()


def mended(slide: Slide) -> Slide:
    """Give a slide as it is in a deck."""
    deck = Deck("sample", "Sample", "Sample", "en", "Sample", (), (SlideSection("One", (slide,)),))
    return without_widows(deck, PLANNING).slides[0]


def title(*runs: Run) -> Runs:
    """Give a title as it is in a deck."""
    return mended(Slide(LayoutName.CONTENT, runs)).title


def test_the_last_two_words_of_a_title_are_held_together() -> None:
    assert title(Run(ALONE)) == (Run(ALONE[:-5] + "\u00a0word"),)


def test_a_word_that_a_line_filled_to_the_full_leaves_alone_is_held() -> None:
    box = PLANNING.box(LayoutName.CONTENT, Role.TITLE)
    first = "word and"
    style = FontStyle("Arial", bold=True)
    while PLANNING.fonts.advance(f"i{first}", style, box.style(0).size) < box.width:
        first = f"i{first}"
    assert title(Run(f"{first} more")) == (Run(f"{first}\u00a0more"),)


def test_a_word_alone_before_a_line_that_the_author_has_ended_is_held() -> None:
    assert title(Run(f"{ALONE}\nGeneva")) == (Run(f"{ALONE[:-5]}\u00a0word\nGeneva"),)


@pytest.mark.parametrize(
    "words",
    [
        "Short",
        "Short but with words",
        ALONE + " so",
        "A title of which the author has ended the first line here:\nnow",
        "Verzeichnis " + "Donaudampfschifffahrt" * 3,
        "为什么一个标题会有这么多的字以至于它在一行里放不下呢我们真的不知道这是为什么因为它太长了啊",
    ],
)
def test_other_titles_are_left_as_they_are(words: str) -> None:
    assert title(Run(words)) == (Run(words),)


def test_words_keep_their_styles() -> None:
    bold = Run(ALONE[-9:], bold=True)
    assert title(Run(ALONE[:-9]), bold) == (
        Run(ALONE[:-9]),
        replace(bold, text="word\u00a0word"),
    )


def test_an_open_placeholder_stays_to_the_letter() -> None:
    placeholder = Run(ALONE[-9:], open=True)
    assert title(Run(ALONE[:-9]), placeholder) == (Run(ALONE[:-9]), placeholder)


@pytest.mark.parametrize(
    ("layout", "role", "held"),
    [
        (LayoutName.QUOTE, Role.BODY, True),
        (LayoutName.QUESTION, Role.BODY, True),
        (LayoutName.TITLE, Role.SUBTITLE, True),
        (LayoutName.CONTENT, Role.BODY, False),
    ],
)
def test_large_words_are_held_together_and_running_text_is_not(
    layout: LayoutName, role: Role, held: bool
) -> None:
    words = (Paragraph((Run(alone(layout, role)),)),)
    slide = mended(Slide(layout, (), (Filled(role, words),)))
    assert (slide.filled[0].content != words) is held
