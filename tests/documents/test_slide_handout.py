"""Slide handouts: the slides that are shown, and nobody's notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.edition_file import OptionalParts
from borderdeck.documents.document import Copies
from borderdeck.documents.kinds import documents_of
from borderdeck.documents.slide_handout import SlideHandout
from borderdeck.documents.slide_pictures import ShowsSlides
from tests.support.rich import edition, planning

if TYPE_CHECKING:
    from borderdeck.documents.document import Document


def handouts(optional: OptionalParts = OptionalParts.HIDDEN) -> list[Document]:
    made = edition(optional)
    return [d for _, d in documents_of(made, planning(), ["slide-handouts"])]


def plan_of(document: Document) -> SlideHandout:
    assert isinstance(document.plan, SlideHandout)
    return document.plan


def test_each_session_has_one_for_notes_and_one_for_reading() -> None:
    assert [document.path for document in handouts()] == [
        "handouts/slides-session-1-three-to-a-page.pdf",
        "handouts/slides-session-1-six-to-a-page.pdf",
        "handouts/slides-session-2-three-to-a-page.pdf",
        "handouts/slides-session-2-six-to-a-page.pdf",
    ]


def test_one_of_the_two_is_printed() -> None:
    assert [document.copies for document in handouts()[:2]] == [None, Copies.NONE]


def test_hidden_slides_are_not_in_it() -> None:
    numbers = [picture.number for picture in plan_of(handouts()[0]).pictures]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 12, 13]


def test_slides_that_can_be_left_out_are_in_it_where_they_are_shown() -> None:
    assert len(plan_of(handouts(OptionalParts.SHOWN)[0]).pictures) == 13


def test_its_deck_is_the_one_of_the_guide() -> None:
    told = next(iter(documents_of(edition(), planning(), ["guide"])))[1].plan
    assert isinstance(told, ShowsSlides)
    assert told.decks == plan_of(handouts()[0]).decks


def test_no_note_is_in_its_plan() -> None:
    assert "Count to ten" not in repr(plan_of(handouts()[0]))
