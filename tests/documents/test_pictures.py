"""Pictures for decks: no larger than they need, upright, and silent about where they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from borderdeck.diagnostics import Code, Severity
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.pictures import LONGEST, Room, prepared
from borderdeck.workspace import bundled
from tests.documents.planned import SLIDES, planned
from tests.support.pictures import (
    deep_clear_png,
    deep_png,
    lying_png,
    photograph,
    quartered,
    read,
    saved,
    svg,
    swapping_profile,
)

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image as Pixels

ROOM = Room(240, 120)
"""A room of 1000 by 500 pixels."""

LARGE = quartered(4000, 3000)


def test_a_large_picture_has_the_pixels_of_its_room() -> None:
    assert made(saved(LARGE)).size == (667, 500)


def test_a_picture_that_fills_its_room_has_pixels_for_that() -> None:
    assert made(saved(LARGE), Room(240, 120, filled=True)).size == (1000, 750)


def test_no_picture_has_more_pixels_than_the_most() -> None:
    assert made(saved(LARGE), Room(9999, 9999)).size == (LONGEST, LONGEST * 3 // 4)


def test_a_small_picture_is_not_made_larger() -> None:
    assert made(saved(quartered(20, 10))).size == (20, 10)


def test_a_picture_of_a_line_keeps_a_pixel() -> None:
    assert made(saved(quartered(20_000, 2))).size == (1000, 1)


@pytest.mark.parametrize(("width", "told"), [(40, True), (400, False)])
def test_a_picture_with_too_few_pixels_is_told(width: int, told: bool) -> None:
    faults = prepared(saved(quartered(width, 30)), "map.png", ROOM, fonts()).faults
    assert [fault.severity is Severity.WARNING for fault in faults] == [True] * told


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(4000, 3000), (40, 30)])
def test_a_picture_stays_of_its_kind(kind: str, size: tuple[int, int]) -> None:
    assert made(saved(quartered(*size), kind)).format == kind


@pytest.mark.parametrize("size", [(4000, 3000), (40, 30)])
@pytest.mark.parametrize("secret", [b"SECRETMAKER", b"SECRETWORDS", b"Exif"])
def test_what_a_camera_notes_is_not_passed_on(size: tuple[int, int], secret: bytes) -> None:
    assert secret not in ready(photograph(*size))


def test_what_a_camera_notes_was_there() -> None:
    assert {b"SECRETMAKER" in photograph(), b"SECRETWORDS" in photograph()} == {True}


@pytest.mark.parametrize("size", [(4000, 3000), (40, 30)])
def test_what_a_program_notes_is_not_passed_on(size: tuple[int, int]) -> None:
    noted = PngImagePlugin.PngInfo()
    noted.add_text("Author", "SECRET")
    exif = Image.Exif()
    exif[0x010F] = "SECRET"
    data = saved(quartered(*size), pnginfo=noted, exif=exif, icc_profile=b"SECRET", dpi=(72, 72))
    assert chunks(ready(data)) <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def test_what_hangs_behind_a_picture_is_not_passed_on() -> None:
    assert b"SECRET" not in ready(saved(quartered(40, 30), "JPEG") + b"SECRET")


@pytest.mark.parametrize("size", [(4000, 3000), (40, 30)])
def test_a_photograph_stands_upright(size: tuple[int, int]) -> None:
    image = made(photograph(*size))
    assert image.height > image.width
    assert nearest(image, 0.25, 0.25) == "blue"


@pytest.mark.parametrize("orientation", range(2, 9))
def test_each_way_to_hold_a_camera_comes_out_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(quartered(40, 20), "PNG", exif=exif)
    assert made(data).tobytes() == ImageOps.exif_transpose(read(data)).tobytes()


def test_a_small_photograph_keeps_its_pixels() -> None:
    data = saved(quartered(64, 32), "JPEG", quality=70, subsampling="4:4:4")
    before, after = read(data).tobytes(), made(data).tobytes()
    assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 2


def test_a_small_png_keeps_its_pixels() -> None:
    noise = Image.effect_noise((64, 32), 90)
    assert made(saved(noise)).tobytes() == noise.tobytes()


def test_transparency_is_kept() -> None:
    image = made(saved(Image.new("RGBA", (4000, 3000), (255, 0, 0, 128))))
    assert image.getpixel((9, 9)) == (255, 0, 0, 128)


@pytest.mark.parametrize("size", [(4000, 3000), (40, 30)])
def test_the_transparent_colour_of_a_palette_is_kept(size: tuple[int, int]) -> None:
    palette = Image.new("RGB", size, "red").quantize(4)
    data = saved(palette, transparency=palette.getpixel((0, 0)))
    assert made(data).convert("RGBA").getchannel("A").getextrema() == (0, 0)


def test_sixteen_bits_become_eight() -> None:
    assert made(deep_png(40_000)).getpixel((0, 0)) == 156


@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("room", [ROOM, Room(4, 3)])
def test_the_transparent_colour_of_sixteen_bits_is_kept(grey: bool, room: Room) -> None:
    alpha = made(deep_clear_png(grey=grey), room).convert("RGBA").getchannel("A")
    assert (nearest_alpha(alpha, 0.25), nearest_alpha(alpha, 0.75)) == (0, 255)


def nearest_alpha(alpha: Pixels, across: float) -> float | tuple[int, ...] | None:
    """Give how opaque a picture is, halfway down."""
    return alpha.getpixel((int(alpha.width * across), alpha.height // 2))


def test_a_moving_picture_stands_still() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "lime")]
    image = made(saved(frames[0], save_all=True, append_images=frames[1:]))
    assert (getattr(image, "n_frames", 1), nearest(image, 0.5, 0.5)) == (1, "red")


def test_a_picture_for_the_printer_becomes_one_for_the_screen() -> None:
    image = made(saved(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG"))
    assert (image.mode, nearest(image, 0.5, 0.5)) == ("RGB", "red")


def test_another_colour_space_becomes_srgb() -> None:
    """Red and green of the profile are the other way round."""
    data = saved(Image.new("RGB", (4, 4), "lime"), icc_profile=swapping_profile())
    assert nearest(made(data), 0.5, 0.5) == "red"


def test_a_broken_colour_profile_is_left_out_of_account() -> None:
    data = saved(Image.new("RGB", (4, 4), (1, 2, 3)), icc_profile=b"nonsense")
    assert made(data).getpixel((0, 0)) == (1, 2, 3)


@pytest.mark.parametrize("data", [saved(LARGE), photograph(), svg("<text>a</text>")])
def test_the_same_picture_gives_the_same_bytes(data: bytes) -> None:
    assert ready(data) == ready(data)


def test_a_picture_that_is_damaged_after_all_is_told() -> None:
    found = prepared(lying_png(9, 9), "map.png", ROOM, fonts())
    assert [fault.code for fault in found.faults] == [Code.BAD_PICTURE]


def test_a_drawing_has_the_pixels_of_its_room() -> None:
    assert made(svg("<rect width='9' height='9'/>")).size == (1000, 500)


def test_a_drawing_shows_what_it_draws() -> None:
    image = made(svg('<rect width="200" height="200" fill="#f00"/>'))
    assert [nearest(image, 0.25, 0.5), image.getpixel((999, 9))] == ["red", (0, 0, 0, 0)]


@pytest.mark.parametrize("typeface", ["Arial", "No such font", "serif", "monospace"])
def test_the_words_of_a_drawing_are_drawn_whatever_their_font(typeface: str) -> None:
    words = f'<text x="20" y="150" font-size="150" font-family="{typeface}">Way</text>'
    assert made(svg(words)).getbbox() is not None


def test_words_that_no_font_can_draw_are_told() -> None:
    found = prepared(svg("<text>\U0001f4a9</text>"), "map.svg", ROOM, fonts())
    assert [(f.code, f.severity) for f in found.faults] == [(Code.MISSING_GLYPH, Severity.WARNING)]


def test_words_in_cyrillic_are_not_told() -> None:
    assert prepared(svg("<text>Граница →</text>"), "map.svg", ROOM, fonts()).faults == ()


def test_a_picture_that_cannot_be_drawn_is_told_at_its_block(tmp_path: Path) -> None:
    """The fixture's course has a sound `map.png`; what is read at planning is another file."""
    slides = SLIDES + "      - title: T\n        blocks: [{image: map.png, alt: A map}]\n"
    _, found = planned(tmp_path, slides, picture=lying_png(9, 9))
    assert [(d.code, d.position is not None) for d in found] == [(Code.BAD_PICTURE, True)]


def fonts() -> FontBook:
    """The fonts that ship."""
    return FontBook(bundled("fonts"))


def ready(data: bytes, room: Room = ROOM) -> bytes:
    """A picture as a deck holds it."""
    found = prepared(data, "map.png", room, fonts())
    assert found.data is not None, found.faults
    return found.data


def made(data: bytes, room: Room = ROOM) -> Pixels:
    """The same, opened."""
    return read(ready(data, room))


def chunks(png: bytes) -> set[bytes]:
    """The kinds of a PNG's parts."""
    kinds, at = set(), 8
    while at < len(png):
        kinds.add(png[at + 4 : at + 8])
        at += 12 + int.from_bytes(png[at : at + 4])
    return kinds


def nearest(image: Pixels, across: float, down: float) -> str:
    """The name of a pixel's colour, its place in shares of the sides."""
    point = round(across * image.width), round(down * image.height)
    named = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255,) * 3}
    pixel = image.convert("RGB").getpixel(point)
    assert isinstance(pixel, tuple)
    return min(
        named, key=lambda name: sum(abs(a - b) for a, b in zip(named[name], pixel, strict=True))
    )
