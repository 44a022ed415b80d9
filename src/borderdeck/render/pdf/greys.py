"""Slides without colour, for printers that have none: the greys that a copier makes of them."""

from __future__ import annotations

import zlib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Operator,
    PdfImage,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)
from pikepdf.models.image import UnsupportedImageTypeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pikepdf import Object

Instruction = ContentStreamInstruction | ContentStreamInlineImage

LUMA = (Decimal("0.299"), Decimal("0.587"), Decimal("0.114"))
"""The shares of red, green and blue (Recommendation ITU-R BT.601)."""

TO_GREY = {"rg": "g", "RG": "G", "k": "g", "K": "G"}
"""The operators that set a colour, and those that set a grey (ISO 32000-1, 8.6.8)."""


def make_grey(form: Stream) -> None:
    """Take the colours out of a form, and of the pictures on it; gradients keep theirs."""
    instructions = [_grey(each) for each in parse_content_stream(form)]
    form.write(unparse_content_stream(instructions))
    for drawn in _drawn_on(form):
        if isinstance(drawn, Stream) and drawn.get("/Subtype") == Name.Form:
            make_grey(drawn)
        elif isinstance(drawn, Stream):
            _make_picture_grey(drawn)


def _drawn_on(form: Stream) -> Iterator[Object]:
    if "/XObject" in form.get("/Resources", Dictionary()):
        yield from form.Resources.XObject.as_dict().values()


def _grey(instruction: Instruction) -> Instruction:
    operator = TO_GREY.get(str(instruction.operator))
    if operator is None:
        return instruction
    return ContentStreamInstruction([_luma(instruction.operands)], Operator(operator))


def _luma(colour: Iterable[Any]) -> Decimal:
    """Give the brightness of red, green and blue, or of four inks."""
    parts = [Decimal(str(part)) for part in colour]
    if len(parts) > len(LUMA):
        *inks, black = parts
        parts = [(1 - ink) * (1 - black) for ink in inks]
    return round(sum((share * part for share, part in zip(LUMA, parts, strict=True)), Decimal()), 4)


def _make_picture_grey(picture: Stream) -> None:
    try:
        dots = PdfImage(picture).as_pil_image().convert("L")
    except (UnsupportedImageTypeError, OSError, ValueError):  # it stays as it is
        return
    picture.ColorSpace = Name.DeviceGray
    picture.BitsPerComponent = 8
    if "/DecodeParms" in picture:
        del picture["/DecodeParms"]
    picture.write(zlib.compress(dots.tobytes()), filter=Name.FlateDecode)
