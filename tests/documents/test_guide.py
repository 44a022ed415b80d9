"""The facilitator's guide: what stands beside each slide, and each session at a glance."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from borderdeck.course.edition_file import OptionalParts
from borderdeck.documents.guide import plan_course_guide, plan_guide
from tests.support.rich import edition, planning

if TYPE_CHECKING:
    from borderdeck.documents.glance import Glance, GlancePart
    from borderdeck.documents.guide import Guide, GuideSlide
    from borderdeck.documents.slides import Paragraphs, Runs


@cache
def guide() -> Guide:
    return plan_course_guide(edition(), planning())


def slide(session: int, title: str) -> GuideSlide:
    """Find the first slide of a session with this title."""
    parts = (part for part in guide().sessions[session - 1].parts)
    return next(s for part in parts for s in part.slides if said(s.title) == title)


def glance(session: int) -> Glance:
    return guide().sessions[session - 1].glance


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def lines(paragraphs: Paragraphs) -> list[str]:
    return [said(paragraph.runs) for paragraph in paragraphs]


def rows(parts: tuple[GlancePart, ...]) -> list[tuple[str, ...]]:
    return [(part.label, said(part.title), part.slides, part.minutes) for part in parts]


def test_a_slide_has_its_notes_beside_it() -> None:
    assert lines(slide(1, "What do you see?").notes) == ["Wait. Count to ten before you help."]


def test_notes_of_blocks_and_what_is_for_the_facilitator_alone_come_after_it() -> None:
    assert lines(slide(1, "Paragraphs and a list").notes)[-3:] == [
        "The left one is wider than most expect.",
        "Nobody needs to remember any of this.",
        "It is repeated in the second part.",
    ]


def test_a_question_stands_with_its_answer() -> None:
    (asked,) = slide(1, "What do you see?").asked
    assert said(asked.question).startswith("What do you see first")
    assert lines(asked.answer)[1:] == [
        "the largest letters",
        "what stands alone",
        "whatever is dark",
    ]


def test_what_to_hear_after_an_activity_stands_beside_it() -> None:
    (asked,) = slide(1, "A page, taken apart").asked
    assert (asked.question, lines(asked.answer)) == ((), ["Most miss the margin last."])


def test_materials_stand_beside_their_slide() -> None:
    needs = slide(1, "A page, taken apart").needs
    assert [said(need) for need in needs] == ["Paper", "Thick pens", "A printed page each"]


def test_minutes_are_the_slide_s_own_or_its_parts_together() -> None:
    titles = ("What do you see?", "A page, taken apart", "Paragraphs and a list")
    assert [slide(1, title).minutes for title in titles] == ["10 min", "20 min", ""]


def test_a_session_s_notes_stand_by_its_first_slide() -> None:
    first = guide().sessions[0].parts[0].slides[0]
    assert lines(first.notes)[0].startswith("Come half an hour early")


def test_what_can_be_left_out_is_marked() -> None:
    assert slide(2, "The parts of a page").optional
    assert not slide(2, "Steps in their order").optional


def test_slides_that_are_kept_at_hand_are_in_it() -> None:
    assert slide(1, "Sizes").picture.slide.hidden


def test_a_slide_of_which_nothing_is_said_has_nothing_but_room() -> None:
    assert not slide(2, "Steps in their order").told


def test_notes_stand_once_where_a_slide_goes_on() -> None:
    titles = [s for part in guide().sessions[1].parts for s in part.slides if s.notes]
    assert len([s for s in titles if "recall the messages" in lines(s.notes)[0]]) == 1


def test_it_shows_every_slide_of_every_deck() -> None:
    assert len(guide().pictures) == len({(p.deck, p.number) for p in guide().pictures}) == 24


def test_a_glance_tells_sections_with_their_slides_and_minutes() -> None:
    assert rows(glance(1).sections) == [
        ("1.1", "First looks", "4–7", "40 min"),
        ("1.2", "Second looks: what stands beside, and what stands alone", "8–11", "30 min"),
    ]


def test_a_glance_says_where_minutes_do_not_add_up() -> None:
    assert (glance(1).minutes, glance(1).total) == ("90 min; its parts add up to 70 min", "70 min")


def test_a_glance_invents_no_minutes() -> None:
    assert (glance(2).minutes, glance(2).total) == ("", "")


def test_a_glance_lists_activities_with_what_they_need() -> None:
    (activity,) = glance(1).activities
    assert (activity.label, said(activity.title)) == ("Slide 7", "A page, taken apart")
    assert activity.needs == "20 min, Groups of 3"


def test_a_glance_lists_materials_once() -> None:
    assert len(glance(1).materials) == len(set(glance(1).materials)) == 3


@pytest.mark.parametrize(
    ("session", "row"),
    [
        (1, ("1.2", "Second looks: what stands beside, and what stands alone", "", "30 min")),
        (2, ("Slide 4", "The parts of a page", "", "5 min")),
    ],
)
def test_a_glance_tells_what_can_be_left_out(session: int, row: tuple[str, ...]) -> None:
    assert rows(glance(session).left_out) == [row]


def test_what_is_left_out_of_an_edition_is_not_in_its_guide() -> None:
    left = edition(OptionalParts.LEFT_OUT)
    plan = plan_guide(left, left.course.sessions[0], planning())
    assert "Sizes" not in {picture.slide.title_text for picture in plan.pictures}


def test_the_guide_of_a_session_is_marked_as_the_facilitator_s() -> None:
    plan = plan_guide(edition(), edition().course.sessions[1], planning())
    assert plan.head.session_label == "For the facilitator · Session 2"
