"""Pictures of a course: what their bytes are, and whether they can be drawn.

The kind is told by the bytes, never by the name. A picture's size is read from its head before
anything is decoded, so that a small file cannot claim all memory.
"""

from __future__ import annotations

import warnings
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.faults import Fault, PictureError
from borderdeck.course.quoting import shortened
from borderdeck.course.svg import Svg, looks_like_svg, read_svg
from borderdeck.diagnostics import Code

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 64_000_000
"""A picture's pixels, at most: decoded, they take a quarter of a gigabyte."""

LONGEST_SIDE = 30_000
"""A picture's longer side, at most, in pixels."""

ORIENTATION = 0x0112
UPRIGHT = 1
"""How a camera notes which way it was held, and that it was held upright (Exif 2.32, 4.6.4)."""

MOST_IN_EIGHT_BITS = 255

FORMATS = ("PNG", "JPEG")
"""The formats of pixels that decks take, by Pillow's names."""


class Signature(Enum):
    """How files of pixels begin."""

    PNG = b"\x89PNG\r\n\x1a\n"
    JPEG = b"\xff\xd8\xff"


def examine(data: bytes, name: str) -> Fault | None:
    """Find out whether a picture can be drawn, by decoding it once."""
    try:
        if looks_like_svg(data):
            _examine_svg(read_svg(data))
        else:
            decoded(data, coarsely=True)
    except PictureError as error:
        return fault_of(error, name)
    return None


def fault_of(error: PictureError, name: str) -> Fault:
    """Say of a course's picture that it cannot be drawn."""
    return Fault(Code.BAD_PICTURE, f'the picture "{shortened(name)}" {error.why}', error.hint)


class Decoded(Struct, frozen=True):
    """A PNG or a JPEG, decoded; `orientation` is how Exif notes the way it was held, from 1."""

    pixels: Image
    orientation: int


def decoded(data: bytes, *, coarsely: bool = False) -> Decoded:
    """Decode a PNG or a JPEG to its end, its size checked first.

    A JPEG that is read `coarsely` has an eighth of its size. Raises `PictureError`.
    """
    if not data.startswith(tuple(signature.value for signature in Signature)):
        why = "is no PNG, JPEG or SVG, whatever its name says"
        raise PictureError(why, "open it in an image editor, and export it as PNG or JPEG")
    try:
        return _decoded(data, coarsely=coarsely)
    except PictureError:
        raise
    except Exception as error:  # a decoder's own faults are as many as there are damaged files
        why = "is damaged: it cannot be decoded to its end"
        raise PictureError(
            why, "export it anew, or copy it again from where it is whole"
        ) from error


def _decoded(data: bytes, *, coarsely: bool) -> Decoded:
    from PIL import Image, ImageFile

    # WeasyPrint, once imported, has Pillow fill what is missing with grey, in the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(data), formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise _too_large("far too many") from error
    _refuse_large(*image.size)
    if coarsely:
        image.draft(None, (1, 1))
    image.load()
    if "transparency" in image.info:
        image.info["transparency"] = _in_eight_bits(image.info["transparency"])
    return Decoded(image, int(image.getexif().get(ORIENTATION, UPRIGHT)))


def _in_eight_bits(transparent: object) -> object:
    """Give the transparent colour of a PNG of 16 bits as it is in eight; Pillow leaves it so.

    PNG, third edition, 11.3.1.1 (https://www.w3.org/TR/png-3/#11tRNS).
    """
    match transparent:
        case int() if transparent > MOST_IN_EIGHT_BITS:
            return transparent >> 8
        case (int(), int(), int()) if max(transparent) > MOST_IN_EIGHT_BITS:
            return tuple(value >> 8 for value in transparent)
        case _:
            return transparent


def _examine_svg(svg: Svg) -> None:
    for embedded in svg.embedded:
        try:
            decoded(embedded, coarsely=True)
        except PictureError as error:
            raise PictureError(f"holds a picture that {error.why}", error.hint) from error


def _refuse_large(width: int, height: int) -> None:
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise _too_large(f"{width} × {height}")


def _too_large(pixels: str) -> PictureError:
    return PictureError(f"has {pixels} pixels", "make it smaller: 3000 pixels a side are plenty")
