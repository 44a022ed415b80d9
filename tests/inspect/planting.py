"""Faults planted into a built deck, part by part, and what the gate says of them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, cast

from lxml import etree

from borderdeck.inspect import inspect_deck
from borderdeck.inspect.xml import NAMESPACES, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from borderdeck.diagnostics import Code, Diagnostic

TITLE = "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]"
BODY = "//p:sp[p:nvSpPr/p:cNvPr[@name='Body']]"
FOOTER = "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='ftr']]"
PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"


def parts(deck: bytes) -> dict[str, bytes]:
    """Unpack a deck."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(given: dict[str, bytes]) -> bytes:
    """Pack a deck."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in given.items():
            archive.writestr(name, data)
    return target.getvalue()


def elements(root: Element, path: str) -> list[Element]:
    """Find the elements at an XPath."""
    return cast("list[Element]", root.xpath(path, namespaces=NAMESPACES))


def slide_part(deck: bytes, title: str) -> str:
    """Find the part of the slide with this title."""
    for name, data in parts(deck).items():
        if name.startswith("ppt/slides/slide"):
            (shape,) = elements(etree.fromstring(data), TITLE)
            if words(shape) == title:
                return name
    raise LookupError(title)


def layout_part(deck: bytes, called: str) -> str:
    """Find the part of the layout with this name."""
    for name, data in parts(deck).items():
        if name.startswith("ppt/slideLayouts/slideLayout"):
            common = etree.fromstring(data).find("p:cSld", NAMESPACES)
            if common is not None and common.get("name") == called:
                return name
    raise LookupError(called)


def changed(deck: bytes, part: str, path: str, change: Callable[[Element], object]) -> bytes:
    """Change every element at an XPath of a part; there has to be one."""
    given = parts(deck)
    root = etree.fromstring(given[part])
    found = elements(root, path)
    assert found, path
    for element in found:
        change(element)
    return packed({**given, part: etree.tostring(root)})


def on_slide(deck: bytes, title: str, path: str, change: Callable[[Element], object]) -> bytes:
    """Change the elements at an XPath of the slide with this title."""
    return changed(deck, slide_part(deck, title), path, change)


def added(deck: bytes, part: str, shape: str, index: int | None = None) -> bytes:
    """Add a shape to a part, as XML with the usual prefixes; last, or at a place from 0."""

    def put(tree: Element) -> None:
        tree.insert(len(tree) if index is None else 2 + index, xml(shape))

    return changed(deck, part, "/*/p:cSld/p:spTree", put)


def xml(text: str) -> Element:
    """Read an element written with the usual prefixes."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<root {declared}>{text}</root>")[0]


def removed(element: Element) -> None:
    """Take an element out."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def with_attribute(key: str, value: str) -> Callable[[Element], None]:
    """Give what sets an attribute."""

    def change(element: Element) -> None:
        element.set(key, value)

    return change


def with_text(text: str) -> Callable[[Element], None]:
    """Give what sets an element's text."""

    def change(element: Element) -> None:
        element.text = text

    return change


def box(text: str, place: tuple[float, float, float, float], properties: str = "") -> str:
    """Write a text box at inches (left, top, width, height), all its text in 24 pt."""
    left, top, width, height = (round(value * 914400) for value in place)
    return f"""
      <p:sp><p:nvSpPr><p:cNvPr id="90" name="Text box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>
      <p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
      <a:prstGeom prst="rect"/>{properties}</p:spPr>
      <p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en" sz="2400"/><a:t>{text}</a:t></a:r></a:p>
      </p:txBody></p:sp>"""


def panel(place: tuple[float, float, float, float], fill: str, outline: str = "rect") -> str:
    """Write a decorative shape at inches, with a fill of its own."""
    left, top, width, height = (round(value * 914400) for value in place)
    return f"""
      <p:sp><p:nvSpPr><p:cNvPr id="91" name="Panel"><a:extLst><a:ext uri="x">
      <adec:decorative val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>
      <p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
      <a:prstGeom prst="{outline}"/>{fill}</p:spPr></p:sp>"""


def solid(colour: str) -> str:
    """Write a fill of one colour, such as `A0B1C2`."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def said(deck: bytes, code: Code) -> list[str]:
    """Give the gate's messages of one code, without the deck's name."""
    found = (each for each in inspected(deck) if each.code is code)
    return [each.message.removeprefix("deck.pptx, ") for each in found]


def inspected(deck: bytes) -> tuple[Diagnostic, ...]:
    """Let the gate inspect a deck."""
    return inspect_deck(deck, "deck.pptx")
