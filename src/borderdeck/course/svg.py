"""SVG pictures: read without fetching anything, and refused where they are more than a drawing."""

from __future__ import annotations

import base64
import math
import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from borderdeck.course.faults import PictureError
from borderdeck.course.quoting import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

LIMIT = 4 << 20
"""Bytes of an SVG file, at most; a map with every village in it has two million."""

MOST_ELEMENTS = 100_000

DEEPEST = 100
"""Groups within groups, at most: each one may take a picture of its own to draw."""

FLATTEST = 100
"""How much longer one side may be than the other."""

NAMESPACE = "{http://www.w3.org/2000/svg}"
HREFS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
PLAIN = "export it from the drawing program as plain SVG, or as PNG"

ACTIVE = frozenset(
    {"script", "foreignobject", "iframe", "audio", "video", "object", "embed", "handler"}
)
"""Elements that run or play something, or hold another sort of document."""

EMBEDDED = re.compile(r"\s*data:image/(?:png|jpe?g)\s*;\s*base64\s*,", re.IGNORECASE)
FUNCTION = re.compile(r"""url\(\s*["']?\s*([^"')\s]*)""", re.IGNORECASE)
IMPORT = re.compile(r"@import\b", re.IGNORECASE)
LENGTH = re.compile(r"\s*([0-9.]+(?:e[-+]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)

PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}
PIXELS["q"] = PIXELS["mm"] / 4
"""Units in CSS pixels (https://www.w3.org/TR/css-values-3/#absolute-lengths)."""


class Svg(Struct, frozen=True):
    """A drawing that was found harmless.

    `source` is its XML, `words` all text in it, `embedded` the PNG and JPEG files that it holds,
    still to be examined. `width` and `height` are its own size in CSS pixels.
    """

    source: str
    words: str
    embedded: tuple[bytes, ...]
    width: float
    height: float


def looks_like_svg(data: bytes) -> bool:
    """Whether a file may be an SVG picture: XML, with an `svg` in it."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and b"svg" in head


def read_svg(data: bytes) -> Svg:
    """Read a drawing. Raises `PictureError` where it is damaged, too large, or not harmless."""
    if len(data) > LIMIT:
        raise PictureError(f"is larger than {LIMIT >> 20} MiB", "simplify it, or export it as PNG")
    root = _parsed(_text(data))
    elements = list(_elements(root))
    embedded = tuple(picture for element in elements for picture in _checked(element))
    width, height = _size(root)
    words = "".join(map(_words, root.iter(f"{NAMESPACE}text")))
    return Svg(etree.tostring(root, encoding="unicode"), words, embedded, width, height)


def _text(data: bytes) -> bytes:
    """Give the bytes of a drawing in UTF-8, which no declaration makes anything else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PictureError("is in another encoding than UTF-8", PLAIN) from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        hint = "remove the line that begins with <!DOCTYPE, or export it as plain SVG or PNG"
        raise PictureError("declares a document type, which may hide things", hint)
    if "<?xml-stylesheet" in text:
        raise _outside("a style sheet")
    return text.encode()


def _parsed(data: bytes) -> Element:
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PictureError("is damaged: its XML cannot be read", PLAIN) from error
    if root.tag != f"{NAMESPACE}svg":
        raise PictureError("is XML, but no SVG picture", PLAIN)
    return root


def _elements(root: Element) -> Iterator[Element]:
    """Give the elements of a drawing, as long as they are within bounds."""
    depth = 0
    count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise PictureError("is more intricate than can be drawn", "export it as PNG")
        if event == "start":
            yield element


def _checked(element: Element) -> Iterator[bytes]:
    """Check what an element does and refers to; give the pictures that it holds."""
    name = _local(element.tag)
    if name in ACTIVE:
        raise PictureError(f"holds a <{name}>, and is more than a drawing", PLAIN)
    if name == "style":
        _refuse_outside(_words(element))
    for attribute, value in element.attrib.items():
        if _local(attribute).startswith("on"):
            raise PictureError(f'holds a script in "{_local(attribute)}"', PLAIN)
        _refuse_outside(str(value))
        if attribute in HREFS:
            yield from _referred(name, str(value))


def _referred(name: str, address: str) -> Iterator[bytes]:
    if address.lstrip().startswith("#") or not address.strip():
        return
    match = EMBEDDED.match(address)
    if not match or name not in {"image", "feimage"}:
        raise _outside(f'"{shortened(address)}"')
    try:
        yield base64.b64decode("".join(address[match.end() :].split()), validate=True)
    except ValueError as error:  # letters beyond ASCII are one, too
        raise PictureError("holds a picture that is damaged", PLAIN) from error


def _refuse_outside(words: str) -> None:
    for address in FUNCTION.findall(words):
        if not address.startswith("#"):
            raise _outside(f'"{shortened(address)}"')
    if IMPORT.search(words):
        raise _outside("a style sheet")


def _outside(what: str) -> PictureError:
    return PictureError(f"refers to {what}, which is not part of it", PLAIN)


def _size(root: Element) -> tuple[float, float]:
    box = [_number(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    inner = (box[2], box[3]) if len(box) == 4 else (0.0, 0.0)  # noqa: PLR2004 - x, y, width, height
    width = _pixels(root.get("width", "")) or inner[0]
    height = _pixels(root.get("height", "")) or inner[1]
    if not (width > 0 and height > 0 and math.isfinite(width / height)):
        raise PictureError("does not say how large it is", 'give its <svg> a "viewBox"')
    if not 1 / FLATTEST <= width / height <= FLATTEST:
        raise PictureError("is a line rather than a picture", PLAIN)
    return width, height


def _pixels(words: str) -> float:
    match = LENGTH.fullmatch(words)
    return _number(match[1]) * PIXELS[(match[2] or "").lower()] if match else 0.0


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return 0.0


def _words(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def _local(name: object) -> str:
    """Give a name without its namespace, in lower case; nothing for a comment's."""
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""
