"""A deck's package as its parts by name, and small changes to what it shows."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

Members = dict[str, bytes]

SLIDE = re.compile(r"ppt/slides/[^/]+\.xml")

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def unpacked(deck: bytes) -> Members:
    """Give the members of a deck's archive."""
    with ZipFile(BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    """Write an archive that is read at once, and by this machine alone."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def parsed(xml: bytes) -> Element:
    """Parse a part; nothing outside it is read."""
    return etree.fromstring(xml, _PARSER)


def written(root: Element) -> bytes:
    """Write a part."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def with_all_slides_shown(deck: bytes) -> bytes:
    """Unhide all slides: those hidden would have no page."""
    members = unpacked(deck)
    for name in filter(SLIDE.fullmatch, members):
        if b' show="' in members[name]:
            slide = parsed(members[name])
            slide.attrib.pop("show", "")
            members[name] = written(slide)
    return packed(members)
