"""The vocabulary of slides: PresentationML and DrawingML elements, under their schemas' names.

Parts are written from plain trees: to make and write one takes an eighth of the time that it takes
with lxml. What is read is asked for in the same prefixed names, whether lxml has read it, to be
changed, or the standard library, which is loaded in a third of the time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree import ElementTree

    from lxml import etree

    Read = TypeVar("Read", etree._Element, ElementTree.Element)  # noqa: SLF001 - it has no other name

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML document may hold (https://www.w3.org/TR/xml/#charsets)."""

SPECIAL = re.compile('[&<>"\t\n\r]')
"""What may have to be written otherwise in a text or in an attribute."""

PREFIXED = re.compile(r"\b([apr]):")
"""A prefix in a path."""

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTES = {**_IN_TEXT, **str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})}


class Written(str):
    """XML that is written already: what is the same on many slides is written once."""

    __slots__ = ()


class Element(Struct):
    """An element to be written: its tag and attributes as prefixed names, its children."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str]

    def append(self, child: Element) -> None:
        """Add a child as the last one."""
        self.children.append(child)


class Maker(Protocol):
    """Makes elements of one namespace: a method for each tag, taking attributes and children."""

    def __getattr__(self, tag: str) -> Callable[..., Element]:
        """Give what makes elements of a tag."""


class _Maker:
    """Remembers what makes the elements of each tag, as an attribute of its own."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __getattr__(self, tag: str) -> Callable[..., Element]:
        prefixed = f"{self._prefix}:{tag}" if self._prefix else tag

        def make(*content: Element | str | dict[str, str], **named: str) -> Element:
            children: list[Element | str] = []
            for part in content:
                if isinstance(part, dict):
                    named.update(part)
                else:
                    children.append(part)
            return Element(prefixed, named, children)

        setattr(self, tag, make)
        return make


def maker(prefix: str) -> Maker:
    """Give what makes the elements of a namespace; without a prefix, of the default one."""
    return cast("Maker", _Maker(prefix))


A = maker("a")
"""Makes DrawingML's elements."""

P = maker("p")
"""Makes PresentationML's elements."""

EMU_PER_POINT = 12700
"""English Metric Units in a point (ECMA-376 part 1, 20.1.2.1)."""


def name(prefixed: str) -> str:
    """Spell `p:sp` as lxml does, with its namespace in braces."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def emu(points: float) -> str:
    """Write a length given in points as an attribute's EMU."""
    return str(round(points * EMU_PER_POINT))


def relation(relationship_id: str, attribute: str = "r:id") -> dict[str, str]:
    """Give the attribute by which an element refers to a relationship of its part."""
    return {attribute: relationship_id}


def attributes(**values: str | None) -> dict[str, str]:
    """Give the attributes that have a value."""
    return {key: value for key, value in values.items() if value is not None}


def first(element: Read, path: str) -> Read | None:
    """Find the first element at a path of prefixed names."""
    return element.find(_spelt(path))


def needed(element: Read, path: str) -> Read:
    """Find the first element at a path where the schema demands one; else a `LookupError`."""
    found = first(element, path)
    if found is None:
        raise LookupError(f"{element.tag} has no {path}")
    return found


def every(element: Read, path: str) -> list[Read]:
    """Find all elements at a path of prefixed names, in the document's order."""
    return element.findall(_spelt(path))


@cache
def _spelt(path: str) -> str:
    """Spell the tags of a path with their namespaces, which libraries would do at each look-up."""
    return PREFIXED.sub(lambda found: f"{{{NAMESPACES[found[1]]}}}", path)


def part_xml(root: Element, namespaces: Mapping[str, str] = NAMESPACES) -> bytes:
    """Write an element as a part of a package, `namespaces` by prefix declared on it.

    Raises `ValueError` for a character that XML cannot hold.
    """
    declared = {f"xmlns:{key}" if key else "xmlns": uri for key, uri in namespaces.items()}
    whole = written(Element(root.tag, declared | root.attributes, root.children))
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{whole}".encode()


def written(element: Element) -> str:
    """Write an element. Raises `ValueError` for a character that XML cannot hold."""
    pieces: list[str] = []
    _write(element, pieces)
    whole = "".join(pieces)
    if (found := FORBIDDEN.search(whole)) is not None:
        raise ValueError(f"XML cannot hold the character {found[0]!r}")
    return whole


def fixed(element: Element) -> Written:
    """Write an element that stands in many places."""
    return Written(written(element))


def readable(element: Element) -> etree._Element:
    """Give an element as one that can be put among those that lxml has read."""
    from lxml.etree import fromstring

    return fromstring(part_xml(element))


def _write(element: Element, pieces: list[str]) -> None:
    pieces.append(f"<{element.tag}")
    for key, value in element.attributes.items():
        pieces.append(f' {key}="{_escaped(value, _IN_ATTRIBUTES)}"')
    if not element.children:
        pieces.append("/>")
        return
    pieces.append(">")
    for child in element.children:
        if isinstance(child, Element):
            _write(child, pieces)
        else:
            pieces.append(child if isinstance(child, Written) else _escaped(child, _IN_TEXT))
    pieces.append(f"</{element.tag}>")


def _escaped(text: str, table: Mapping[int, str]) -> str:
    return text.translate(table) if SPECIAL.search(text) else text
