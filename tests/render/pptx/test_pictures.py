"""Pictures: whole, in proportion, described, and in the file once."""

from __future__ import annotations

from typing import Any

import pytest

from borderdeck.documents.slides import LayoutName, PictureContent, Role, Slide
from borderdeck.render.pptx.placeholders import Frame
from borderdeck.render.pptx.shapes import fitted
from tests.render.pptx.plans import only_slide, package, png, shape, slide_with

BOX = Frame(100, 200, 4000, 2000)


def slide_of(picture: bytes) -> Slide:
    """A slide with a picture."""
    content = PictureContent(picture, "A bar")
    return slide_with(LayoutName.PICTURE, Role.PICTURE, content)


def picture(data: bytes) -> Any:
    """The shape of a slide's picture."""
    return shape(only_slide(slide_of(data)), Role.PICTURE)


def test_a_picture_says_what_it_shows() -> None:
    found = package(slide_of(png()))
    assert found.values("ppt/slides/slide1.xml", "//p:pic//p:cNvPr/@descr") == ["A bar"]


def test_a_picture_keeps_its_bytes() -> None:
    assert picture(png()).image.blob == png()


def test_a_picture_is_not_cropped() -> None:
    found = package(slide_of(png()))
    assert found.every("ppt/slides/slide1.xml", "//a:srcRect") == []


def test_a_picture_stands_in_the_layouts_placeholder() -> None:
    assert picture(png()).is_placeholder


def test_one_picture_on_two_slides_is_in_the_file_once() -> None:
    found = package(slide_of(png()), slide_of(png()))
    assert len([name for name in found.parts if name.startswith("ppt/media/")]) == 1


def test_two_pictures_are_two_parts() -> None:
    found = package(slide_of(png(40, 10)), slide_of(png(10, 40)))
    assert len([name for name in found.parts if name.startswith("ppt/media/")]) == 2


@pytest.mark.parametrize(("width", "height"), [(40, 10), (10, 40), (1, 1), (4000, 3000)])
def test_a_picture_keeps_its_proportions(width: int, height: int) -> None:
    frame = fitted(BOX, width, height)
    assert frame.cx / frame.cy == pytest.approx(width / height, rel=0.01)


def test_a_wide_picture_is_as_wide_as_its_box() -> None:
    assert fitted(BOX, 40, 10) == Frame(100, 700, 4000, 1000)


def test_a_tall_picture_is_as_high_as_its_box() -> None:
    assert fitted(BOX, 10, 40) == Frame(1850, 200, 500, 2000)
