"""Putting slides into a paper, where `borderdeck.render.pdf.stamps` has held their places."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING

from pikepdf import Array, Name, Page, Pdf, Stream
from PIL import Image

from borderdeck.render.pdf.greys import make_grey
from borderdeck.render.pdf.saving import saved
from borderdeck.render.pdf.stamps import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SIDE = 64
"""The pixels of a stamp's longer side, about; only its proportions are seen."""

OF_PICTURES = (
    *("/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Interpolate"),
    *("/SMask", "/Filter", "/DecodeParms"),
)
"""What a picture has and a form has not (ISO 32000-1, tables 89 and 95)."""


def opened(deck: bytes) -> Pdf:
    """Open a deck that was drawn as a PDF."""
    return Pdf.open(BytesIO(deck))


def stamp_of(key: bytes, page: Page) -> bytes:
    """Make a PNG that has a page's proportions, begins with a key, and is white else."""
    return _png(key, _ratio(page))


def with_slides(paper: bytes, slides: Mapping[bytes, Page], *, grey: bool) -> bytes:
    """Put slides where the stamps with their keys are: the same bytes for the same paper."""
    with Pdf.open(BytesIO(paper)) as pdf:
        stamps = [(stamp, slides.get(key)) for stamp, key in _small_pictures(pdf)]
        found = [(stamp, page) for stamp, page in stamps if page is not None]
        for stamp, page in found:
            _become(stamp, page, pdf)
            if grey:
                make_grey(stamp)
        return saved(pdf) if found else paper


def _ratio(page: Page) -> Fraction:
    left, bottom, right, top = (Fraction(str(side)) for side in page.mediabox)
    return ((right - left) / (top - bottom)).limit_denominator(SIDE)


def _png(key: bytes, ratio: Fraction) -> bytes:
    """Make a picture of these proportions that begins with a key and is white else."""
    times = max(1, SIDE // max(ratio.numerator, ratio.denominator))
    width, height = ratio.numerator * times, ratio.denominator * times
    image = Image.new("RGB", (width, height), "white")
    for place in range(0, KEY, 3):
        red, green, blue = key[place : place + 3]
        image.putpixel((place // 3 % width, place // 3 // width), (red, green, blue))
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _small_pictures(pdf: Pdf) -> Iterator[tuple[Stream, bytes]]:
    """Give the pictures that may be stamps, and what each begins with."""
    for each in pdf.objects:
        if isinstance(each, Stream) and each.get("/Subtype") == Name.Image and _is_small(each):
            yield each, each.read_bytes()[:KEY]


def _is_small(picture: Stream) -> bool:
    return max(int(picture.Width), int(picture.Height)) <= SIDE


def _become(stamp: Stream, page: Page, pdf: Pdf) -> None:
    """Make of a picture, in its place, a form that draws a slide (ISO 32000-1, 8.10)."""
    form = pdf.copy_foreign(page.as_form_xobject())
    left, bottom, right, top = (float(side) for side in page.mediabox)
    across, up = 1 / (right - left), 1 / (top - bottom)
    for name in OF_PICTURES:
        if name in stamp:
            del stamp[name]
    stamp.Subtype = Name.Form
    stamp.BBox = form.BBox
    stamp.Matrix = Array([across, 0, 0, up, -left * across, -bottom * up])
    for name in ("/Resources", "/Group"):
        if name in form:
            stamp[name] = form[name]
    stamp.write(form.read_bytes())
