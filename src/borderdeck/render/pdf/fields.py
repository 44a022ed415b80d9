"""Finishing the fields of a form: what WeasyPrint leaves open, or writes as few viewers expect it.

The source is ISO 32000-1, 12.7 (interactive forms) and 9.6.4 (names of fonts).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STAYS_IN_ITS_BOX = 1 << 23
"""The flag by which a text field takes no more than its box shows: so all of it is printed."""

RADIO = 1 << 15
"""The flag of buttons of which one is chosen."""

INSET = 0.25
"""How far from the edge of a box its mark stays, as a share of the mark's size."""

FONT = re.compile(r"(/\S+) \S+ Tf")
COLOUR = re.compile(r"\S+ \S+ \S+ rg")
BLACK = "0 g"

SUBSET_TAG = re.compile(r"^/[A-Z]{6}\+")


def finish_fields(data: bytes, asked: Mapping[str, str]) -> bytes:
    """Make a PDF's fields ready to be filled in: the same bytes for the same input.

    Each text field says its font and colour alone, and each box is told from the lower left corner.
    The form names the fonts of its fields and no others, as whole ones: viewers do not type in a
    subset. What one program has typed, another shows as it is, rather than setting it anew in its
    own way. `asked` says of radio buttons, by their name, what they are for.
    """
    with Pdf.open(io.BytesIO(data)) as pdf:
        form = pdf.Root.AcroForm
        form.Fields = Array(field for field in form.Fields if "/Parent" not in field)
        for field in form.Fields:
            for widget in field.get("/Kids", Array([field])):
                _turn_upright(widget)
                _inset(widget)
            if "/Kids" in field:
                _join(field, asked.get(str(field.T), ""))
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
    return font[1]


def _turn_upright(widget: Object) -> None:
    """Tell a box from its lower left corner."""
    left, first, right, second = widget.Rect
    widget.Rect = Array([left, min(first, second), right, max(first, second)])


def _inset(widget: Object) -> None:
    """Keep what marks a box as ticked off its border; all of it takes a click."""
    for mark in widget.AP.N.values() if "/AP" in widget else ():
        _, _, width, height = map(float, mark.BBox)
        beside, above = INSET * width, INSET * height
        mark.BBox = Array(
            round(side, 3) for side in (-beside, -above, width + beside, height + above)
        )


def _join(group: Object, asked: str) -> None:
    """Make one field of radio buttons: they have its name and kind, and a tip of their own.

    A button that is chosen can be cleared again, for a tick may be a mistake.
    """
    group.TU = String(asked) if asked else group.TU
    group.Ff = RADIO
    for button in group.Kids:
        for key in ("/T", "/FT"):
            del button[key]


def _call_whole(font: Object) -> None:
    """Take the mark of a subset off a font's names; WeasyPrint puts it on whole ones, too."""
    for holder, key in _names(font):
        holder[key] = Name("/" + SUBSET_TAG.sub("", str(holder[key])).lstrip("/"))


def _names(font: Object) -> Iterator[tuple[Object, str]]:
    yield font, "/BaseFont"
    for descendant in font.get("/DescendantFonts", Array()):
        yield descendant, "/BaseFont"
        yield descendant.FontDescriptor, "/FontName"
