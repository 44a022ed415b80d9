"""Finishing the fields of a form: what WeasyPrint leaves open, or writes as few viewers expect it.

The source is ISO 32000-1, 12.7 (interactive forms) and 9.6.4 (names of fonts).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pydyf

from borderdeck.render.pdf.objects import at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STAYS_IN_ITS_BOX = 1 << 23
"""The flag by which a text field takes no more than its box shows: so all of it is printed."""

RADIO = 1 << 15
"""The flag of buttons of which one is chosen."""

INSET = 0.25
"""How far from the edge of a box its mark stays, as a share of the mark's size."""

FONT = re.compile(rb"/(\S+) \S+ Tf")
COLOUR = re.compile(rb"\S+ \S+ \S+ rg")
BLACK = b"0 g"

SUBSET_TAG = re.compile(rb"^/[A-Z]{6}\+")


def finish_fields(pdf: pydyf.PDF, asked: Mapping[str, str]) -> None:
    """Make the fields of a PDF that is not written yet ready to be filled in.

    Each text field says its font and colour alone, and each box is told from the lower left corner.
    The form names the fonts of its fields and no others, as whole ones: viewers do not type in a
    subset. What one program has typed, another shows as it is, rather than setting it anew in its
    own way. `asked` says of radio buttons, by their name, what they are for.
    """
    form = pdf.catalog["AcroForm"]
    form["Fields"] = pydyf.Array(r for r in form["Fields"] if "Parent" not in at(pdf, r))
    fields = [at(pdf, reference) for reference in form["Fields"]]
    for field in fields:
        for widget in _widgets(field, pdf):
            _turn_upright(widget)
            _inset(widget, pdf)
        if "Kids" in field:
            _join(field, asked.get(field["T"].string, ""), pdf)
    names = sorted({_finish(field) for field in fields if field.get("FT") == "/Tx"})
    _name_fonts(form, names, pdf)
    form["NeedAppearances"] = "false"


def _widgets(field: pydyf.Dictionary, pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    """Give what is seen of a field: radio buttons are several, else it is the field itself."""
    return [at(pdf, kid) for kid in field["Kids"]] if "Kids" in field else [field]


def _finish(field: pydyf.Dictionary) -> str:
    """Finish a text field, and give the name of its font."""
    said = field["DA"].string
    font, colour = FONT.search(said), COLOUR.search(said)
    if font is None:
        raise ValueError(f"a field has no font: {said}")
    field["DA"] = pydyf.String(b" ".join((font[0], colour[0] if colour else BLACK)))
    field["Ff"] = field.get("Ff", 0) | STAYS_IN_ITS_BOX
    return font[1].decode()


def _turn_upright(widget: pydyf.Dictionary) -> None:
    """Tell a box from its lower left corner."""
    left, first, right, second = widget["Rect"]
    widget["Rect"] = pydyf.Array([left, min(first, second), right, max(first, second)])


def _inset(widget: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """Keep what marks a box as ticked off its border; all of it takes a click."""
    for mark in widget["AP"]["N"].values() if "AP" in widget else ():
        box = at(pdf, mark).extra["BBox"]
        _, _, width, height = box
        beside, above = INSET * width, INSET * height
        box[:] = (round(side, 3) for side in (-beside, -above, width + beside, height + above))


def _join(group: pydyf.Dictionary, asked: str, pdf: pydyf.PDF) -> None:
    """Make one field of radio buttons: they have its name and kind, and a tip of their own.

    A button that is chosen can be cleared again, for a tick may be a mistake.
    """
    group["TU"] = pydyf.String(asked) if asked else group["TU"]
    group["Ff"] = RADIO
    for button in _widgets(group, pdf):
        for key in ("T", "FT"):
            del button[key]


def _name_fonts(form: pydyf.Dictionary, names: list[str], pdf: pydyf.PDF) -> None:
    """Let the fonts of fields be all that a form brings along."""
    known = at(pdf, at(pdf, form["DR"])["Font"])
    fonts = pydyf.Dictionary({name: known[name] for name in names})
    form["DR"] = pydyf.Dictionary({"Font": fonts})
    for reference in fonts.values():
        _call_whole(at(pdf, reference), pdf)


def _call_whole(font: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """Take the mark of a subset off a font's names; WeasyPrint puts it on whole ones, too."""
    for holder, key in _names(font, pdf):
        holder[key] = SUBSET_TAG.sub(b"/", holder[key])


def _names(font: pydyf.Dictionary, pdf: pydyf.PDF) -> Iterator[tuple[pydyf.Dictionary, str]]:
    yield font, "BaseFont"
    for descendant in (at(pdf, reference) for reference in font.get("DescendantFonts", ())):
        yield descendant, "BaseFont"
        yield at(pdf, descendant["FontDescriptor"]), "FontName"
