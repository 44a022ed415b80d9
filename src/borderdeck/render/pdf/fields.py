"""Finishing the fields of a form: what WeasyPrint leaves open, or writes as few viewers expect it.

The source is ISO 32000-1, 12.7 (interactive forms) and 9.6.4 (names of fonts).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

if TYPE_CHECKING:
    from collections.abc import Iterator

STAYS_IN_ITS_BOX = 1 << 23
"""The flag by which a text field takes no more than its box shows: so all of it is printed."""

FONT = re.compile(r"(/\S+) \S+ Tf")
COLOUR = re.compile(r"\S+ \S+ \S+ rg")
BLACK = "0 g"

SUBSET_TAG = re.compile(r"^/[A-Z]{6}\+")


def finish_fields(data: bytes) -> bytes:
    """Make a PDF's text fields ready to be typed in: the same bytes for the same input.

    Each says its font and colour alone, and its box from the lower left corner. The form names the
    fonts of its fields and no others, as whole ones: viewers do not type in a subset. What one
    program has typed, another shows as it is, rather than setting it anew in its own way.
    """
    with Pdf.open(io.BytesIO(data)) as pdf:
        form = pdf.Root.AcroForm
        names = {_finish(field) for field in form.Fields if field.get("/FT") == Name.Tx}
        known = form.DR.Font
        form.DR = Dictionary(Font=Dictionary({name: known[name] for name in sorted(names)}))
        form.NeedAppearances = False
        for name in names:
            _call_whole(known[name])
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return file.getvalue()


def _finish(field: Object) -> str:
    """Finish a text field, and give the name of its font."""
    said = str(field.DA)
    font, colour = FONT.search(said), COLOUR.search(said)
    if font is None:
        raise ValueError(f"a field has no font: {said}")
    field.DA = String(f"{font[0]} {colour[0] if colour else BLACK}")
    field.Ff = int(field.get("/Ff", 0)) | STAYS_IN_ITS_BOX
    left, first, right, second = field.Rect
    field.Rect = Array([left, min(first, second), right, max(first, second)])
    return font[1]


def _call_whole(font: Object) -> None:
    """Take the mark of a subset off a font's names; WeasyPrint puts it on whole ones, too."""
    for holder, key in _names(font):
        holder[key] = Name("/" + SUBSET_TAG.sub("", str(holder[key])).lstrip("/"))


def _names(font: Object) -> Iterator[tuple[Object, str]]:
    yield font, "/BaseFont"
    for descendant in font.get("/DescendantFonts", Array()):
        yield descendant, "/BaseFont"
        yield descendant.FontDescriptor, "/FontName"
