"""Slides: which placeholders they have, in which order, and what they leave to their layout."""

from __future__ import annotations

import re

import pytest

from borderdeck.course.text import Run
from borderdeck.documents.slides import Filled, LayoutName, Role, Slide, SlideSection
from borderdeck.render.pptx import TemplateLacksError
from tests.render.pptx.plans import (
    RAIL,
    bullet,
    only_slide,
    opened,
    package,
    paragraph,
    rendered,
    shape,
    slide,
    slide_with,
)

SLIDE = "ppt/slides/slide1.xml"
FEET = ["Footer", "Date", "Slide number"]
COLUMNS = Slide(
    LayoutName.COLUMNS,
    (Run("Before and after"),),
    (
        Filled(Role.RIGHT, (bullet("after"),)),
        Filled(Role.LEFT, (bullet("before"),)),
        RAIL,
    ),
)


def names(plan: Slide) -> list[str]:
    """The names of a slide's shapes, in reading order."""
    return [shape.name for shape in only_slide(plan).shapes]


def test_a_slide_has_its_title() -> None:
    assert only_slide(slide(title="Objectives")).shapes.title.text_frame.text == "Objectives"


def test_slides_come_in_the_plans_order() -> None:
    found = opened(slide(title="one"), slide(title="two"), slide(title="three")).slides
    assert [s.shapes.title.text_frame.text for s in found] == ["one", "two", "three"]


def test_a_slide_has_the_layout_that_the_plan_names() -> None:
    plan = slide_with(LayoutName.QUESTION, Role.BODY, (paragraph("Why?"),))
    assert only_slide(plan).slide_layout.name == "Question"


def test_it_is_read_title_first_then_as_the_layout_has_it_then_the_foot() -> None:
    assert names(COLUMNS) == ["Title", "Number", "Left", "Right", *FEET]


def test_what_the_plan_does_not_fill_is_not_on_the_slide() -> None:
    assert names(slide()) == ["Title", *FEET]


def test_a_placeholder_that_is_filled_with_nothing_is_not_on_the_slide() -> None:
    assert "Body" not in names(slide_with(LayoutName.CONTENT, Role.BODY, ()))


@pytest.mark.parametrize("layout", list(LayoutName))
def test_no_layout_leaves_an_empty_placeholder(layout: LayoutName) -> None:
    found = only_slide(Slide(layout, (Run("Title"),)))
    assert [s.name for s in found.placeholders if not s.text_frame.text] == []


def test_every_shape_stands_in_a_placeholder_of_its_layout() -> None:
    found = only_slide(COLUMNS)
    known = {p.placeholder_format.idx for p in found.slide_layout.placeholders}
    assert {s.placeholder_format.idx for s in found.shapes} <= known


def test_text_stands_where_the_layout_has_it() -> None:
    found = package(COLUMNS)
    assert found.every(SLIDE, "//p:sp/p:spPr/*") == []


def test_text_is_set_as_the_layout_has_it() -> None:
    found = package(COLUMNS)
    assert found.every(SLIDE, "//a:lstStyle | //a:bodyPr/*") == []


def test_shapes_have_ids_of_their_own() -> None:
    ids = package(COLUMNS).values(SLIDE, "//p:cNvPr/@id")
    assert ids == [str(number) for number in range(1, len(ids) + 1)]


def test_the_foot_names_the_course() -> None:
    assert shape(only_slide(slide(), footer="Borders"), Role.FOOTER).text_frame.text == "Borders"


def test_the_foot_tells_place_and_date() -> None:
    found = only_slide(slide(), date=(Run("Geneva, "), Run("[DATE]", open=True)))
    assert shape(found, Role.DATE).text_frame.text == "Geneva, [DATE]"


def test_a_deck_without_a_date_has_no_empty_box_for_it() -> None:
    assert "Date" not in [s.name for s in only_slide(slide(), date=()).shapes]


def test_a_deck_without_a_footer_has_no_empty_box_for_it() -> None:
    assert "Footer" not in [s.name for s in only_slide(slide(), footer="").shapes]


def test_the_number_of_a_slide_is_a_field() -> None:
    found = package(slide())
    assert found.values(SLIDE, "//a:fld/@type") == ["slidenum"]


def test_the_number_of_a_slide_is_right_before_a_program_has_counted() -> None:
    assert package(slide(), slide()).values("ppt/slides/slide2.xml", "//a:fld/a:t/text()") == ["2"]


def test_a_hidden_slide_is_not_shown() -> None:
    assert package(slide(hidden=True)).values(SLIDE, "/p:sld/@show") == ["0"]


def test_any_other_slide_says_nothing_of_being_shown() -> None:
    assert package(slide()).values(SLIDE, "/p:sld/@show") == []


def test_a_deck_may_have_no_slides() -> None:
    assert len(opened(sections=(SlideSection("Empty", ()),)).slides) == 0


def test_a_placeholder_that_the_layout_has_not_is_told() -> None:
    plan = slide_with(LayoutName.DIVIDER, Role.PICTURE, (paragraph("words"),))
    with pytest.raises(TemplateLacksError, match=re.escape('"Section divider" has no Picture')):
        rendered(plan)
