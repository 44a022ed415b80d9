"""Shapes of layouts and masters: placeholders, and the line that is the one ornament."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from deck_template.measures import EMU_PER_INCH
from deck_template.styles import list_style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deck_template.measures import Area, Box, Page
    from deck_template.styles import Levels

DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SLIDE_NUMBER_FIELD = "{6C1B2A4E-3F0D-4B7A-9C52-8E1F7D60A3B4}"


class Placeholder(Struct, frozen=True):
    """A placeholder: its name, its OOXML type, its box and its text.

    `prompt` holds its prompt, a line for each level; `own_prompt` says whether a slide shows it in
    place of PowerPoint's own words. `inset` is in inches, on all sides.
    """

    name: str
    kind: str
    idx: int
    box: Area
    levels: Levels
    prompt: tuple[str, ...]
    own_prompt: bool = False
    anchor: str = "t"
    fill: str = ""
    inset: float = 0.0


class Stroke(Struct, frozen=True):
    """A piece of the ornamental line."""

    name: str
    box: Area


Shape = Placeholder | Stroke


def shape_tree(shapes: Iterable[Shape], page: Page) -> str:
    """Write shapes in reading order, with ids from 2, as they stand on a ratio's slides."""
    group = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
    )
    written = (_shape(shape, number, page) for number, shape in enumerate(shapes, start=2))
    return f"<p:spTree>{group}{''.join(written)}</p:spTree>"


def _shape(shape: Shape, number: int, page: Page) -> str:
    if isinstance(shape, Stroke):
        return _stroke(shape, number, shape.box.on(page))
    return _placeholder(shape, number, page)


def _stroke(stroke: Stroke, number: int, box: Box) -> str:
    mark = (
        f'<a:extLst><a:ext uri="{DECORATIVE_URI}">'
        f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{stroke.name}">{mark}</p:cNvPr>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_geometry(box)}{_fill('accent1')}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _placeholder(shape: Placeholder, number: int, page: Page) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{shape.name}"/>'
        f"<p:cNvSpPr>{_locks(shape)}</p:cNvSpPr><p:nvPr>{_ph(shape)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{_geometry(shape.box.on(page))}{_fill(shape.fill)}{_border(shape)}</p:spPr>"
        f"{_text(shape, page)}</p:sp>"
    )


def _locks(shape: Placeholder) -> str:
    ratio = ' noRot="1" noChangeAspect="1"' if shape.kind == "sldImg" else ""
    return f'<a:spLocks noGrp="1"{ratio}/>'


def _ph(shape: Placeholder) -> str:
    idx = f' idx="{shape.idx}"' if shape.idx else ""
    small = ' sz="quarter"' if shape.kind in {"ftr", "sldNum"} else ""
    half = ' sz="half"' if shape.kind == "dt" else ""
    own = ' hasCustomPrompt="1"' if shape.own_prompt else ""
    return f'<p:ph type="{shape.kind}"{small}{half}{idx}{own}/>'


def _geometry(box: Box) -> str:
    left, top, width, height = box.emu
    return (
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else ""


def _border(shape: Placeholder) -> str:
    if shape.kind != "sldImg":
        return ""
    return f'<a:ln w="9525">{_fill("accent3")}</a:ln>'


def _text(shape: Placeholder, page: Page) -> str:
    if shape.kind == "sldImg":
        return ""
    inset = round(shape.inset * EMU_PER_INCH)
    sides = " ".join(f'{side}Ins="{inset}"' for side in "ltrb")
    body = (
        f'<a:bodyPr vert="horz" wrap="square" {sides} rtlCol="0" anchor="{shape.anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )
    return (
        f"<p:txBody>{body}{list_style('a:lstStyle', shape.levels, page)}{_prompt(shape)}</p:txBody>"
    )


def _prompt(shape: Placeholder) -> str:
    if shape.kind == "sldNum":
        field = f'<a:fld id="{SLIDE_NUMBER_FIELD}" type="slidenum">'
        return f"<a:p>{field}<a:rPr/><a:t>&#x2039;#&#x203A;</a:t></a:fld></a:p>"
    if not any(shape.prompt):
        return "<a:p/>"
    return "".join(_line(level, words) for level, words in enumerate(shape.prompt))


def _line(level: int, words: str) -> str:
    return f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr/><a:t>{words}</a:t></a:r></a:p>'
