"""Pictures on built slides, as LibreOffice shows them: in their place, upright, not distorted."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from tests.support.built import borderdeck
from tests.support.courses import write_course
from tests.support.decks import slides
from tests.support.libreoffice import pdf
from tests.support.opc import Package
from tests.support.pictures import photograph, quartered, saved, svg

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

SESSION = """
id: rescue
title: Rescue
sections:
  - id: pictures
    title: Pictures
    slides:
      - title: Whole
        blocks: [{image: quarters.png, alt: Four colours}]
      - title: Filled
        blocks: [{image: quarters.png, alt: Four colours, fit: cover}]
      - title: Held sideways
        blocks: [{image: photograph.jpg, alt: Four colours}]
      - title: Drawn
        blocks: [{image: quarters.svg, alt: Four colours}]
"""
DRAWN = """
<rect width="200" height="100" fill="#f00"/><rect x="200" width="200" height="100" fill="#0f0"/>
<rect y="100" width="200" height="100" fill="#00f"/>
<rect x="200" y="100" width="200" height="100" fill="#fff"/>
"""
PIXELS_PER_INCH = 72
EMU_PER_PIXEL = 12700

Area = tuple[int, int, int, int]
RED, LIME, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A deck with pictures of each kind, built as a user would."""
    folder = tmp_path_factory.mktemp("pictures")
    files: dict[str, str | bytes] = {
        "quarters.png": saved(quartered(2000, 1500)),
        "photograph.jpg": photograph(),
        "quarters.svg": svg(DRAWN),
    }
    course = write_course(folder, SESSION, **files)
    done = borderdeck("build", course, "-o", folder / "output", "--only", "decks", here=folder)
    assert done.code == 0, done.err
    (path,) = (folder / "output").glob("*/decks/*.pptx")
    return path.read_bytes()


@pytest.fixture(scope="module")
def pages(deck: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pixels]:
    """The slides as LibreOffice shows them, by title."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "deck.pdf").write_bytes(pdf(deck))
    command = ["pdftoppm", "-r", str(PIXELS_PER_INCH), "-png", "deck.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True, timeout=60)
    names = [slide.shapes.title.text_frame.text for slide in slides(deck)]
    files = sorted(folder.glob("page*.png"))
    return {n: Image.open(file).convert("RGB") for n, file in zip(names, files, strict=True)}


@pytest.mark.parametrize("title", ["Whole", "Filled", "Held sideways", "Drawn"])
def test_a_picture_is_shown_where_the_slide_has_it(
    deck: bytes, pages: dict[str, Pixels], title: str
) -> None:
    left, top, right, bottom = placed(deck, title)
    seen = coloured(pages[title])
    assert seen[:2] == pytest.approx((left, top), abs=2)
    assert seen[2] <= right + 2
    assert seen[3] <= bottom + 2


@pytest.mark.parametrize(
    ("title", "proportion"),
    [("Whole", 4 / 3), ("Held sideways", 3 / 4), ("Drawn", 2)],
)
def test_a_whole_picture_is_not_distorted(
    pages: dict[str, Pixels], title: str, proportion: float
) -> None:
    left, top, middle, centre = (
        red(pages[title]) if title != "Held sideways" else blue(pages[title])
    )
    assert (middle - left) / (centre - top) == pytest.approx(proportion, rel=0.03)


def test_a_filled_room_is_full(deck: bytes, pages: dict[str, Pixels]) -> None:
    left, top, right, bottom = placed(deck, "Filled")
    page = pages["Filled"]
    corners = [(left + 3, top + 3), (right - 3, top + 3), (left + 3, bottom - 3)]
    assert [name_of(page.getpixel(corner)) for corner in corners] == ["red", "lime", "blue"]


def test_a_cropped_picture_is_cropped_on_both_sides(deck: bytes, pages: dict[str, Pixels]) -> None:
    left, top, right, bottom = placed(deck, "Filled")
    assert red(pages["Filled"])[2:] == pytest.approx(
        ((left + right) / 2, (top + bottom) / 2), abs=2
    )


def test_a_photograph_that_was_held_sideways_stands_upright(pages: dict[str, Pixels]) -> None:
    page = pages["Held sideways"]
    left, top, _, _ = coloured(page)
    assert name_of(page.getpixel((left + 3, top + 3))) == "blue"


def test_a_picture_that_is_used_twice_is_in_the_deck_once(deck: bytes) -> None:
    media = [name for name in Package(deck).parts if name.startswith("ppt/media/")]
    assert len(media) == 3


def test_no_picture_tells_where_it_was_taken(deck: bytes) -> None:
    found = Package(deck)
    media = [found.members[name] for name in found.parts if name.startswith("ppt/media/")]
    assert not any(b"Exif" in data or b"SECRET" in data for data in media)


def placed(deck: bytes, title: str) -> Area:
    """Where a slide has its picture, in pixels of the page."""
    (slide,) = (s for s in slides(deck) if s.shapes.title.text_frame.text == title)
    (shape,) = (s for s in slide.shapes if s.name == "Picture")
    ends = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
    left, top, right, bottom = (round(end / EMU_PER_PIXEL) for end in ends)
    return left, top, right, bottom


def coloured(page: Pixels) -> Area:
    """The area of a page that is in the pictures' colours."""
    areas = [area for area in (within(page, colour) for colour in (RED, LIME, BLUE)) if area]
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def red(page: Pixels) -> Area:
    """The area of a page that is red."""
    area = within(page, RED)
    assert area is not None
    return area


def blue(page: Pixels) -> Area:
    """The area of a page that is blue."""
    area = within(page, BLUE)
    assert area is not None
    return area


def within(page: Pixels, colour: tuple[int, int, int]) -> Area | None:
    """The area of a page that is of a colour, give or take what a JPEG changes."""
    bands = (
        band.point(lambda value, want=want: 255 if abs(value - want) < 40 else 0)
        for band, want in zip(page.split(), colour, strict=True)
    )
    first, second, third = bands
    return ImageChops.darker(ImageChops.darker(first, second), third).getbbox()


def name_of(pixel: object) -> str:
    """The name of a colour of the pictures."""
    named = {"red": RED, "lime": LIME, "blue": BLUE, "white": (255, 255, 255)}
    assert isinstance(pixel, tuple)
    return min(
        named, key=lambda name: sum(abs(a - b) for a, b in zip(named[name], pixel, strict=True))
    )
