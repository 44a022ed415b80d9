"""Text stays in its box as LibreOffice sets it, and text that does not is found."""

from __future__ import annotations

from functools import cache

from borderdeck.course.text import Run
from borderdeck.documents.slides import Filled, LayoutName, Marker, Paragraph, Role, Slide
from borderdeck.render.pptx import render_deck
from tests.render.pptx.plans import bullet, full_deck, rendered, slide, template
from tests.support.libreoffice import Line, lines, pdf, text_outside_boxes

LONG = "Human rights are inherent and inalienable for all people at international borders. " * 3


@cache
def found() -> list[Line]:
    """The lines of a deck with one of everything."""
    return lines(pdf(render_deck(full_deck(), template())))


def words(page: int) -> str:
    """The words of a page."""
    return " ".join(word.text for line in found() if line.page == page for word in line.words)


def test_no_text_leaves_its_box() -> None:
    assert text_outside_boxes(render_deck(full_deck(), template())) == []


def test_text_that_is_too_long_is_found() -> None:
    deck = rendered(slide(*(bullet(LONG) for _ in range(8))))
    assert any("leaves its box" in line for line in text_outside_boxes(deck))


def test_a_title_that_is_too_long_is_found() -> None:
    assert text_outside_boxes(rendered(slide(title=LONG))) != []


def test_a_word_that_is_too_wide_is_found() -> None:
    plan = Slide(LayoutName.CONTENT, (Run("Wide"),), (_rail("7.1234567890"),))
    assert text_outside_boxes(rendered(plan)) != []


def test_the_slide_of_a_fault_is_told() -> None:
    deck = rendered(slide(), slide(title=LONG))
    assert {line.partition(":")[0] for line in text_outside_boxes(deck)} == {"slide 2"}


def test_numbers_go_on_as_they_are_drawn() -> None:
    assert "3. What will you change? 4. What will you change?" in words(3)


def test_a_hidden_slide_is_not_drawn() -> None:
    assert max(line.page for line in found()) == 5


def test_the_number_of_a_slide_is_drawn() -> None:
    assert words(2).split().count("2") == 1


def _rail(number: str) -> Filled:
    return Filled(Role.RAIL, (Paragraph((Run(number),), Marker.NONE),))
