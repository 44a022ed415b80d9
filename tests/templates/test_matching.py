"""Layouts are found by what their placeholders are, and where they stand."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pptx import Presentation

from borderdeck.documents.slides import LayoutName, Role
from borderdeck.render.pptx import read_template
from borderdeck.render.pptx.deriving import RECIPES
from borderdeck.render.pptx.fallbacks import TAKES
from borderdeck.render.pptx.matching import RULES
from tests.support.opc import Package
from tests.support.planting import edited
from tests.templates.makers import (
    changed,
    default,
    ours,
    stretched,
    with_a_slide_of_each_layout,
    with_layouts,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def origin(data: bytes, layout: LayoutName) -> str:
    """The name of the template's own layout that serves as one of ours."""
    template = read_template(data)
    parts = {
        str(found.part.partname): found.name
        for master in Presentation(BytesIO(template.data)).slide_masters
        for found in master.slide_layouts
    }
    return str(parts[template.layouts[layout].origin])


def layouts(change: Callable[[Any], None]) -> bytes:
    """python-pptx's template, with each layout changed."""

    def each(presentation: Any) -> None:
        for layout in presentation.slide_layouts:
            change(layout)

    return changed(default(), each)


def nameless(layout: Any) -> None:
    """Take a layout's name."""
    layout.element.cSld.set("name", "")


def typeless(layout: Any) -> None:
    """Take a layout's name and type."""
    nameless(layout)
    layout.element.attrib.pop("type", None)


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        (LayoutName.TITLE, "Title Slide"),
        (LayoutName.CONTENT, "Title and Content"),
        (LayoutName.COLUMNS, "Two Content"),
        (LayoutName.DIVIDER, "Section Header"),
        (LayoutName.THANKS, "Title Slide"),
        (LayoutName.TABLE, "Title and Content"),
    ],
)
def test_powerpoints_own_layouts_are_found(layout: LayoutName, name: str) -> None:
    assert origin(default(), layout) == name


@pytest.mark.parametrize("layout", [LayoutName.TITLE, LayoutName.CONTENT, LayoutName.COLUMNS])
@pytest.mark.parametrize("change", [nameless, typeless])
def test_neither_names_nor_types_are_needed(
    layout: LayoutName, change: Callable[[Any], None]
) -> None:
    expected = read_template(default()).layouts[layout].part
    assert read_template(layouts(change)).layouts[layout].part == expected


def test_a_type_is_taken_before_a_name() -> None:
    def swap(layout: Any) -> None:
        names = {"Title and Content": "Content with Caption", "Content with Caption": "Content"}
        layout.element.cSld.set("name", names.get(layout.name, layout.name))

    assert origin(layouts(swap), LayoutName.CONTENT) == "Content with Caption"


def test_vertical_text_is_not_taken_for_content() -> None:
    vertical = with_layouts(default(), "Title and Vertical Text", "Title and Content")
    assert origin(vertical, LayoutName.CONTENT) == "Title and Content"


def test_the_left_column_is_the_left_one() -> None:
    template = read_template(default())
    shapes = template.layouts[LayoutName.COLUMNS].shapes
    assert [shapes[key] for key in sorted(shapes)][1:3] == [Role.LEFT, Role.RIGHT]


def test_the_first_column_is_the_right_one_where_text_is_written_from_the_right() -> None:
    mirrored = edited(default(), ("ppt/slideMasters/slideMaster1.xml", 'rtl="0"', 'rtl="1"'))
    shapes = read_template(mirrored).layouts[LayoutName.COLUMNS].shapes
    assert [shapes[key] for key in sorted(shapes)][1:3] == [Role.RIGHT, Role.LEFT]


def test_a_column_that_is_made_is_half_as_wide() -> None:
    template = read_template(with_layouts(default(), "Title and Content"))
    left = template.layouts[LayoutName.COLUMNS].boxes[Role.LEFT]
    whole = template.layouts[LayoutName.CONTENT].boxes[Role.BODY]
    assert left.width == pytest.approx(whole.width / 2, rel=0.1)


def test_boxes_are_those_of_the_slides_size() -> None:
    narrow = read_template(default()).layouts[LayoutName.CONTENT].boxes[Role.BODY]
    wide = read_template(stretched(default(), 20, 7.5)).layouts[LayoutName.CONTENT].boxes[Role.BODY]
    assert wide.width == pytest.approx(2 * narrow.width, rel=0.02)


def test_sample_slides_are_not_kept() -> None:
    data = read_template(with_a_slide_of_each_layout(default())).data
    assert Package(data).of_type("slide") == []


def test_our_layouts_are_known_by_their_names() -> None:
    assert {name: origin(ours(), name) for name in LayoutName} == {n: n for n in LayoutName}


def test_every_layout_is_known_by_a_rule() -> None:
    assert set(RULES) == set(LayoutName)


def test_every_layout_but_the_content_is_made_or_stood_in_for_where_it_is_missing() -> None:
    assert {*RECIPES, *TAKES} == set(LayoutName) - {LayoutName.CONTENT}
