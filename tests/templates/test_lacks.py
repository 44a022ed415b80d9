"""What a template lacks is told: which layout, which placeholder, and what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.documents.lacking import substituted
from borderdeck.documents.layouts import Lack
from borderdeck.documents.slides import LEFT_OUT, LayoutName, Role
from borderdeck.render.pptx import UnreadableTemplateError, read_template
from tests.templates.building import build
from tests.templates.makers import default, ours, with_layouts, without_shapes

if TYPE_CHECKING:
    from borderdeck.documents.slides import Slide
    from tests.templates.conftest import Decks


def told(decks: Decks, template: str, course: str = "gallery") -> list[str]:
    """What is told of a template's deck."""
    return [diagnostic.message for diagnostic in decks[template, course].told]


def slides(decks: Decks, layout: LayoutName, template: str = "default-4x3") -> list[Slide]:
    """The slides of a layout in the gallery's deck."""
    return [s for s in decks[template, "gallery"].plan.slides if s.layout is layout]


def test_our_own_template_lacks_nothing() -> None:
    assert read_template(ours()).lacks == ()


def test_our_own_template_is_used_as_it_is() -> None:
    assert read_template(ours()).data == ours()


@pytest.mark.parametrize("layout", LayoutName)
def test_every_layout_is_answered_for(layout: LayoutName) -> None:
    template = read_template(with_layouts(default(), "Title and Content"))
    assert template.has(layout, Role.TITLE)


def test_layouts_that_another_one_stands_in_for_are_told(decks: Decks) -> None:
    layouts = '"Agenda", "Objectives", "Key messages", "Question"'
    message = f'the template has no layout {layouts}: slides take "Title and Content"'
    assert message in told(decks, "default-4x3")


def test_a_layout_that_is_made_is_told(decks: Decks) -> None:
    message = 'the template has no layout "Two columns": one is made of "Title and Content"'
    found = [line for line in told(decks, "three-layouts") if line.startswith(message)]
    assert found == [f'{message}, its box divided: "Right" beside']


def test_a_layout_that_no_slide_needs_is_not_told(decks: Decks) -> None:
    assert not [line for line in told(decks, "three-layouts", "session-7") if "columns" in line]


def test_a_missing_rail_is_told(decks: Decks) -> None:
    assert any('no placeholder "Number" for' in line for line in told(decks, "default-4x3"))


def test_without_a_rail_a_divider_bears_its_number_in_its_title(decks: Decks) -> None:
    titles = [slide.title_text for slide in slides(decks, LayoutName.DIVIDER)]
    assert titles[0] == "1.1 Text and lists"


def test_without_a_place_for_it_the_place_stands_beneath_the_subtitle(decks: Decks) -> None:
    ((subtitle,),) = (slide.filled for slide in slides(decks, LayoutName.TITLE))
    assert isinstance(subtitle.content, tuple)
    assert "Geneva" in subtitle.content[-1].runs[0].text


@pytest.mark.parametrize("role", ["Footer", "Date", "Slide number"])
def test_missing_feet_are_told(decks: Decks, role: str) -> None:
    found = [line for line in told(decks, "without-feet") if f'placeholder "{role}"' in line]
    assert [line.endswith(": it is left out") for line in found] == [True]


def test_a_foot_that_is_too_small_is_left_out_and_told(decks: Decks) -> None:
    found = [line for line in told(decks, "default-4x3") if 'box "Date"' in line]
    assert [line.endswith("they are left out there") for line in found] == [True]


def test_a_foot_that_is_left_out_is_left_out_on_each_slide_of_a_layout(decks: Decks) -> None:
    found = slides(decks, LayoutName.CONTENT)
    assert [dict(slide.sizes)[Role.DATE] for slide in found] == [LEFT_OUT] * len(found)


def test_titles_that_are_set_smaller_are_told(decks: Decks) -> None:
    found = [line for line in told(decks, "default-4x3") if 'box "Title"' in line]
    assert ["set smaller in it, down to" in line for line in found] == [True]


def test_titles_above_bodies_are_of_one_size(decks: Decks) -> None:
    found = (*slides(decks, LayoutName.CONTENT), *slides(decks, LayoutName.TABLE))
    assert len({dict(slide.sizes).get(Role.TITLE) for slide in found}) == 1


def test_a_placeholder_that_one_layout_lacks_is_told_with_what_is_done() -> None:
    (lack,) = read_template(without_shapes(ours(), LayoutName.TABLE, "Caption")).lacks
    assert lack == Lack(LayoutName.TABLE, Role.CAPTION, "room for it is made beneath the table")


def test_a_template_without_a_place_for_text_is_refused() -> None:
    with pytest.raises(UnreadableTemplateError, match="no layout with a title and one large"):
        read_template(with_layouts(default(), "Title Only", "Blank"))


def test_a_typeface_that_is_not_known_is_told() -> None:
    (found,) = substituted(["Gotham"], "Noto Sans")
    assert found.message == (
        'the widths of "Gotham" are not known: its text was measured with "Noto Sans"'
    )


def test_a_plan_for_our_own_template_has_no_sizes() -> None:
    built = build(read_template(ours()), "gallery")
    assert {slide.sizes for slide in built.plan.slides} == {()}
