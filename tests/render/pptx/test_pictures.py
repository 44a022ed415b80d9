"""Pictures: whole, in proportion, described, and in the file once."""

from __future__ import annotations

from typing import Any

import pytest

from borderdeck.course.model import Fit
from borderdeck.documents.slides import LayoutName, PictureContent, Role, Slide
from borderdeck.render.pptx.pictures import cropped, filled, fitted
from borderdeck.render.pptx.placeholders import Frame
from tests.render.pptx.plans import only_slide, package, png, shape, slide_with

BOX = Frame(100, 200, 4000, 2000)


def slide_of(picture: bytes, fit: Fit = Fit.CONTAIN) -> Slide:
    """A slide with a picture."""
    content = PictureContent(picture, "A bar", fit)
    return slide_with(LayoutName.PICTURE, Role.PICTURE, content)


def picture(data: bytes, fit: Fit = Fit.CONTAIN) -> Any:
    """The shape of a slide's picture."""
    return shape(only_slide(slide_of(data, fit)), Role.PICTURE)


def test_a_picture_says_what_it_shows() -> None:
    found = package(slide_of(png()))
    assert found.values("ppt/slides/slide1.xml", "//p:pic//p:cNvPr/@descr") == ["A bar"]


def test_a_picture_keeps_its_bytes() -> None:
    assert picture(png()).image.blob == png()


def test_a_picture_that_is_to_be_seen_whole_is_not_cropped() -> None:
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


def test_a_wide_picture_is_as_wide_as_its_box_and_stands_on_its_caption() -> None:
    assert fitted(BOX, 40, 10) == Frame(100, 1200, 4000, 1000)


def test_a_tall_picture_is_as_high_as_its_box_and_stands_where_text_starts() -> None:
    assert fitted(BOX, 10, 40) == Frame(100, 200, 500, 2000)


def test_no_pixel_is_larger_than_a_96th_of_an_inch() -> None:
    inch = 914400
    assert fitted(Frame(0, 0, 10 * inch, 5 * inch), 96, 48) == Frame(
        0, round(4.5 * inch), inch, inch // 2
    )


def test_nor_is_one_of_a_cropped_picture() -> None:
    inch = 914400
    assert filled(Frame(0, 0, 10 * inch, 5 * inch), 192, 48) == Frame(
        0, round(4.5 * inch), inch, inch // 2
    )


def test_a_picture_without_a_caption_hangs_where_text_would_start() -> None:
    content = PictureContent(png(), "A bar", captioned=False)
    found = only_slide(slide_with(LayoutName.PICTURE, Role.PICTURE, content))
    (layout,) = (s for s in found.slide_layout.placeholders if s.name == Role.PICTURE)
    assert shape(found, Role.PICTURE).top == layout.top


def test_a_wide_picture_loses_its_sides_to_fill_a_box() -> None:
    assert cropped(BOX, 40, 10) == (25_000, 0)


def test_a_tall_picture_loses_its_top_and_bottom_to_fill_a_box() -> None:
    assert cropped(BOX, 10, 40) == (0, 43_750)


def test_a_picture_of_the_boxs_proportions_loses_nothing() -> None:
    assert cropped(BOX, 20, 10) == (0, 0)


def test_a_cropped_picture_fills_the_layouts_placeholder() -> None:
    found = only_slide(slide_of(png(2400, 600), Fit.COVER))
    (layout,) = (s for s in found.slide_layout.placeholders if s.name == Role.PICTURE)
    shown = shape(found, Role.PICTURE)
    assert (shown.left, shown.top, shown.width, shown.height) == (
        layout.left,
        layout.top,
        layout.width,
        layout.height,
    )


@pytest.mark.parametrize(("width", "height"), [(40, 10), (10, 40), (400, 300)])
def test_what_is_left_of_a_cropped_picture_has_its_boxs_proportions(
    width: int, height: int
) -> None:
    shown = picture(png(width, height), Fit.COVER)
    left = width * (1 - shown.crop_left - shown.crop_right)
    high = height * (1 - shown.crop_top - shown.crop_bottom)
    assert left / high == pytest.approx(shown.width / shown.height, rel=0.001)


def test_a_cropped_picture_keeps_its_bytes() -> None:
    assert picture(png(), Fit.COVER).image.blob == png()


def test_a_picture_whole_and_cropped_is_in_the_file_once() -> None:
    found = package(slide_of(png()), slide_of(png(), Fit.COVER))
    assert len([name for name in found.parts if name.startswith("ppt/media/")]) == 1
