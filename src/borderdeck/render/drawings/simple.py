"""A deck as rpptx can draw it: without what it has been seen to draw otherwise than PowerPoint.

Tried with rpptx 0.14.3. The deck that is published is not touched.
"""

from __future__ import annotations

import re
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from borderdeck.course.text import RIGHT_TO_LEFT_MARK
from borderdeck.render.drawings.package import NAMESPACES, SLIDE, parsed, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element
    from PIL.Image import Image as Pixels

    from borderdeck.render.drawings.package import Members

LAYOUT = re.compile(r"ppt/slideLayouts/[^/]+\.xml")
MASTER = re.compile(r"ppt/slideMasters/[^/]+\.xml")
MEDIUM = re.compile(r"ppt/media/[^/]+")

FOOT = frozenset({"dt", "ftr", "sldNum"})

BODY = 1
"""The index of a master's body, which is rightly inherited from."""

FAR = 10_000
"""What is added to the indexes of placeholders; no master has any that high."""

BULLETS = {
    ("wingdings", "l"): "\N{BLACK CIRCLE}",
    ("wingdings", "\N{DIAERESIS}"): "\N{WHITE SQUARE}",
    ("wingdings", "o"): "\N{WHITE SQUARE}",
    ("symbol", "-"): "\N{EN DASH}",
}
"""Bullets that rpptx does not know, by their typeface and letter, as a font of letters has them."""

ISOLATE, POP = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"

LONGEST = 1000
"""The longer side of a picture, in pixels, at most: 300 to the inch where a slide is printed."""

QUALITY = 85
"""Of a JPEG, from 1 to 95."""


def simplified(members: Mapping[str, bytes]) -> Members:
    """Change a deck's parts so that rpptx draws what PowerPoint shows."""
    slides, layouts, masters = (_parts(members, kind) for kind in (SLIDE, LAYOUT, MASTER))
    for name, slide in slides.items():
        _inherit_shapes(slide, layouts[_layout_of(name, members)])
    for part in (*slides.values(), *layouts.values()):
        _keep_from_the_foot(part)
    changed = {**slides, **layouts, **masters}
    for part in changed.values():
        _bullets_as_letters(part)
        _words_from_right_to_left(part)
    media = {n: _plain(data) for n, data in members.items() if MEDIUM.fullmatch(n)}
    return {**members, **{n: written(part) for n, part in changed.items()}, **media}


def _parts(members: Mapping[str, bytes], kind: re.Pattern[str]) -> dict[str, Element]:
    return {name: parsed(xml) for name, xml in members.items() if kind.fullmatch(name)}


def _layout_of(slide: str, members: Mapping[str, bytes]) -> str:
    folder, _, name = slide.rpartition("/")
    related = members[f"{folder}/_rels/{name}.rels"].decode()
    (found,) = re.findall(r'Target="[^"]*?(slideLayouts/[^"/]+\.xml)"', related)
    return f"ppt/{found}"


def _inherit_shapes(slide: Element, layout: Element) -> None:
    """Give each placeholder its layout's fill and outline: rpptx takes its place alone."""
    theirs = dict(_placeholders(layout))
    for index, shape in _placeholders(slide):
        own, inherited = _properties(shape), _properties(theirs.get(index))
        if own is None or inherited is None or len(own) or _is_filled_with_a_picture(inherited):
            continue
        own[:] = [deepcopy(child) for child in inherited]


def _placeholders(part: Element) -> Iterator[tuple[str | None, Element]]:
    for shape in part.iterfind(".//p:sp", NAMESPACES):
        place = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMESPACES)
        if place is not None:
            yield place.get("idx"), shape


def _properties(shape: Element | None) -> Element | None:
    return None if shape is None else shape.find("p:spPr", NAMESPACES)


def _is_filled_with_a_picture(properties: Element) -> bool:
    return properties.find("a:blipFill", NAMESPACES) is not None


def _keep_from_the_foot(part: Element) -> None:
    """Give what is not at the foot an index that the master's foot has not.

    rpptx takes the master's placeholder of the same index for the one that is inherited from: in
    Office's own layouts, the date (2) for the right one of two columns (2).
    """
    for place in part.iterfind(".//p:ph[@idx]", NAMESPACES):
        index = int(place.get("idx", "0"))
        if place.get("type") not in FOOT and index != BODY:
            place.set("idx", str(index + FAR))


def _bullets_as_letters(part: Element) -> None:
    """Take bullets from fonts of letters, and say of a text's own font and size what they are."""
    for font in part.iterfind(".//a:buFontTx", NAMESPACES):
        font.tag = font.tag.removesuffix("Tx")
        font.set("typeface", "+mn-lt")
    for size in part.iterfind(".//a:buSzTx", NAMESPACES):
        size.tag = size.tag.removesuffix("Tx") + "Pct"
        size.set("val", "100000")
    for bullet in part.iterfind(".//a:buChar", NAMESPACES):
        _as_letter(bullet, bullet.find("../a:buFont", NAMESPACES))


def _words_from_right_to_left(part: Element) -> None:
    """Isolate words with marks at their ends: rpptx sets a sign before a mark over a letter."""
    for words in part.iterfind(".//a:t", NAMESPACES):
        if words.text and RIGHT_TO_LEFT_MARK in words.text:
            words.text = f"{ISOLATE}{words.text.strip(RIGHT_TO_LEFT_MARK)}{POP}"


def _as_letter(bullet: Element, font: Element | None) -> None:
    """Take a bullet from a font of letters; signs of other fonts are at U+F000 and on, too."""
    if font is not None:
        sign = chr(ord(bullet.get("char", " ")[0]) & 0xFF)
        known = BULLETS.get((font.get("typeface", "").casefold(), sign))
        if known:
            bullet.set("char", known)
            font.set("typeface", "Arial")


def _plain(data: bytes) -> bytes:
    """Give a picture in eight bits for each of its colours: rpptx reads no others."""
    try:
        with Image.open(BytesIO(data)) as image:
            return _saved(image)
    except (OSError, ValueError, Image.DecompressionBombError):  # no picture, or a drawing (EMF)
        return data


def _saved(image: Pixels) -> bytes:
    """Write a picture in its own format, for rpptx goes by its part's name."""
    kind = "JPEG" if image.format in {"JPEG", "MPO"} else "PNG"
    plain = image.convert("RGBA" if image.has_transparency_data else "RGB")
    plain.thumbnail((LONGEST, LONGEST))
    buffer = BytesIO()
    plain.save(buffer, kind, quality=QUALITY)
    return buffer.getvalue()
