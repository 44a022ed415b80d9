"""Templates with several masters, as LibreOffice saves them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from borderdeck.documents.slides import LayoutName, Role
from borderdeck.render.pptx import read_template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderdeck.documents.layouts import DeckTemplate


def master(template: DeckTemplate, layout: LayoutName) -> int:
    """Which master a layout stands on, counted from 0."""
    masters = Presentation(BytesIO(template.data)).slide_masters
    parts = [{str(each.part.partname) for each in m.slide_layouts} for m in masters]
    (found,) = (n for n, names in enumerate(parts) if template.layouts[layout].part in names)
    return found


@pytest.mark.parametrize("name", ["Beehive", "Midnightblue", "Piano", "Vivid"])
def test_the_course_opens_with_the_master_of_the_first_sample(
    templates: Mapping[str, bytes], name: str
) -> None:
    template = read_template(templates[name])
    assert master(template, LayoutName.TITLE) == _of_sample(templates[name], 0)


@pytest.mark.parametrize("name", ["Beehive", "Midnightblue", "Piano", "Vivid"])
def test_text_stands_on_the_master_of_the_samples_that_follow(
    templates: Mapping[str, bytes], name: str
) -> None:
    template = read_template(templates[name])
    assert master(template, LayoutName.CONTENT) == _of_sample(templates[name], 1)


def test_styles_are_taken_from_the_samples_of_a_master_without_any(
    templates: Mapping[str, bytes],
) -> None:
    style = read_template(templates["Beehive"]).layouts[LayoutName.CONTENT].boxes[Role.BODY]
    assert (style.style(0).size, style.style(0).bullet) == (24, True)


def test_layouts_with_another_masters_boxes_get_their_own(templates: Mapping[str, bytes]) -> None:
    box = read_template(templates["Midnightblue"]).layouts[LayoutName.CONTENT].boxes[Role.BODY]
    assert box.width == pytest.approx(9360000 / 12700, rel=0.03)


def _of_sample(data: bytes, number: int) -> int:
    presentation = Presentation(BytesIO(data))
    parts = [m.part.partname for m in presentation.slide_masters]
    return parts.index(presentation.slides[number].slide_layout.slide_master.part.partname)
