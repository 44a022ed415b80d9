"""Pictures that cannot be drawn are told, whatever they are; none is a traceback."""

from __future__ import annotations

import base64
import random
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from borderdeck.course.pictures import LONGEST_SIDE, examine
from borderdeck.diagnostics import Code
from tests.support.courses import PNG, problems, write_course
from tests.support.pictures import deep_png, lying_png, photograph, quartered, saved, svg

if TYPE_CHECKING:
    from pathlib import Path

JPEG = saved(quartered(200, 100), "JPEG")
GOOD = {
    "a PNG": saved(quartered(20, 10)),
    "a PNG with transparency": saved(Image.new("RGBA", (4, 4))),
    "a PNG of few colours": saved(Image.new("P", (4, 4))),
    "a PNG in black and white": saved(Image.new("1", (4, 4))),
    "a PNG of sixteen bits": deep_png(),
    "a JPEG": JPEG,
    "a progressive JPEG": saved(quartered(200, 100), "JPEG", progressive=True),
    "a grey JPEG": saved(Image.new("L", (4, 4)), "JPEG"),
    "a JPEG for the printer": saved(Image.new("CMYK", (4, 4)), "JPEG"),
    "a photograph": photograph(),
    "two photographs in one": saved(
        quartered(20, 10), "MPO", save_all=True, append_images=[quartered(20, 10)]
    ),
    "a moving PNG": saved(quartered(8, 8), save_all=True, append_images=[Image.new("RGB", (8, 8))]),
    "a drawing": svg("<rect width='9' height='9'/>"),
}
UNKNOWN = {
    "a moving GIF": saved(
        Image.new("P", (4, 4)), "GIF", save_all=True, append_images=[Image.new("P", (4, 4), 1)]
    ),
    "a WebP": saved(Image.new("RGB", (4, 4)), "WEBP"),
    "a compressed drawing": b"\x1f\x8b" + zlib.compress(svg()),
    "a PDF": b"%PDF-1.7\n",
    "a web page": b"<!doctype html><p>Moved",
    "an empty file": b"",
}
DAMAGED = {
    "a head without a picture": b"\x89PNG\r\n\x1a\n",
    "a JPEG's head": b"\xff\xd8\xff",
    "a JPEG that ends too early": JPEG[: len(JPEG) * 2 // 3],
    "a PNG that ends too early": saved(Image.effect_noise((99, 99), 50))[:4000],
    "a PNG with fewer pixels than it says": lying_png(100, 100),
    "a PNG without pixels": lying_png(0, 0),
    "words without end in a PNG": saved(quartered(4, 4))[:33] + b"\xff\xff\xff\xffzTXt",
}
TOO_LARGE = {
    "a PNG that claims four thousand million pixels": lying_png(65_000, 65_000),
    "a PNG that claims a hundred million pixels": lying_png(10_000, 10_000),
    "a PNG of one line": lying_png(LONGEST_SIDE + 1, 1),
}


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_a_picture_that_can_be_drawn_is_fine(data: bytes) -> None:
    assert examine(data, "map.png") is None


@pytest.mark.parametrize("data", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_no_picture_of_a_known_kind_is_told(data: bytes) -> None:
    assert "is no PNG, JPEG or SVG" in said(data)


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_picture_is_told(data: bytes) -> None:
    assert "is damaged" in said(data)


@pytest.mark.parametrize("data", TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_picture_of_too_many_pixels_is_told(data: bytes) -> None:
    assert "pixels" in said(data)


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_at_random_are_no_traceback(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret hangs on it
    data = bytearray(dice.choice([*GOOD.values()]))
    for _ in range(dice.randint(1, 12)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    fault = examine(bytes(data), "map.png")
    assert fault is None or fault.code is Code.BAD_PICTURE


def test_the_kind_is_told_by_the_bytes_and_not_by_the_name() -> None:
    assert examine(JPEG, "map.svg") is None


def test_a_picture_within_a_drawing_is_examined_too() -> None:
    inner = base64.b64encode(lying_png(65_000, 65_000)).decode()
    drawing = svg(f'<image href="data:image/png;base64,{inner}" width="9" height="9"/>')
    assert "holds a picture that has" in said(drawing)


def test_a_bad_picture_is_told_where_it_is_named(tmp_path: Path) -> None:
    (found,) = problems(course_with(tmp_path, "A map", JPEG[:200]))
    assert found.position is not None
    assert found.position.text.strip() == "- image: map.png"


def test_a_bad_picture_is_told_at_each_use(tmp_path: Path) -> None:
    assert len(problems(course_with(tmp_path, "A map", JPEG[:200], uses=3))) == 3


@pytest.mark.parametrize("words", ["map.png", "MAP.PNG", "DSC_2041.jpg"])
def test_an_alternative_text_that_names_a_file_is_told(tmp_path: Path, words: str) -> None:
    (found,) = problems(course_with(tmp_path, words, PNG))
    assert "name of a file" in found.message


def test_the_number_of_a_photograph_is_no_alternative_text(tmp_path: Path) -> None:
    (found,) = problems(course_with(tmp_path, "IMG_2041", PNG, name="pictures/IMG_2041.png"))
    assert "name of a file" in found.message


@pytest.mark.parametrize("words", ["Map", "A map of the border.", "See map.png, by the coast"])
def test_an_alternative_text_of_words_is_fine(tmp_path: Path, words: str) -> None:
    assert problems(course_with(tmp_path, words, PNG)) == ()


def course_with(
    tmp_path: Path, words: str, data: bytes, name: str = "map.png", uses: int = 1
) -> Path:
    """A course with a picture, and what stands in for it."""
    head = "id: rescue\ntitle: Rescue\nsections:\n  - id: a\n    title: A\n    slides:\n"
    slide = f"      - title: T\n        blocks:\n          - image: {name}\n"
    slide += f'            alt: "{words}"\n'
    return write_course(tmp_path, head + slide * uses, **{name: data})


def said(data: bytes) -> str:
    """What is said of a picture."""
    fault = examine(data, "map.png")
    assert fault is not None
    return fault.message
