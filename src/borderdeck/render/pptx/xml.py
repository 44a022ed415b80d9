"""The vocabulary of slides: PresentationML and DrawingML elements, under their schemas' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # - lxml-stubs lacks it

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


class Maker(Protocol):
    """Makes elements of one namespace: a method for each tag, taking attributes and children."""

    def __getattr__(self, tag: str) -> Callable[..., Element]:
        """Give what makes elements of a tag."""


def maker(namespace: str, nsmap: Mapping[str | None, str]) -> Maker:
    """Give what makes a namespace's elements; `nsmap` has the prefixes to write."""
    return cast("Maker", ElementMaker(namespace=namespace, nsmap=nsmap))


_PREFIXES: dict[str | None, str] = dict(NAMESPACES.items())

A = maker(NAMESPACES["a"], _PREFIXES)
"""Makes DrawingML's elements."""

P = maker(NAMESPACES["p"], _PREFIXES)
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
    return {name(attribute): relationship_id}


def attributes(**values: str | None) -> dict[str, str]:
    """Give the attributes that have a value."""
    return {key: value for key, value in values.items() if value is not None}


def first(element: Element, path: str) -> Element | None:
    """Find the first element at a path of prefixed names."""
    return element.find(path, NAMESPACES)


def every(element: Element, path: str) -> list[Element]:
    """Find all elements at a path of prefixed names, in the document's order."""
    return element.findall(path, NAMESPACES)


def part_xml(root: Element) -> bytes:
    """Write an element as a part of a package."""
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written
