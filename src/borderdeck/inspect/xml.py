"""The vocabulary of decks, read with care: a file from anywhere may hold anything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}

TRUE = frozenset({"1", "true", "on"})


@cache
def name(prefixed: str) -> str:
    """Spell `p:sp` as lxml does, with its namespace in braces."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@cache
def _path(prefixed: str) -> str:
    return "/".join(name(step) for step in prefixed.split("/"))


def first(element: Element | None, path: str) -> Element | None:
    """Find the first element at a path of prefixed names; None below nothing."""
    return None if element is None else element.find(_path(path))


def every(element: Element | None, path: str) -> list[Element]:
    """Find all elements at a path of prefixed names, in the document's order."""
    return [] if element is None else element.findall(_path(path))


def local(element: Element) -> str:
    """Give an element's tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def flag(element: Element | None, key: str) -> bool | None:
    """Read an `xsd:boolean`; None where it is not given."""
    value = None if element is None else element.get(key)
    return None if value is None else value in TRUE


def integer(element: Element | None, key: str, otherwise: int = 0) -> int:
    """Read a whole number; `otherwise` where there is none that could be meant."""
    value = "" if element is None else element.get(key, "")
    digits = value.removeprefix("-")
    if digits.isascii() and digits.isdecimal() and len(digits) <= DIGITS:
        return int(value)
    return otherwise


DIGITS = 12
"""The most digits that a number in a deck can have: ids and coordinates need fewer."""


def share(value: str | None, otherwise: float = 1.0) -> float:
    """Read a percentage as a share: `50000`, and `50%` (ECMA-376 part 1, 22.9.2.9)."""
    try:
        given = float((value or "").removesuffix("%"))
    except ValueError:
        return otherwise
    read = given / 100 if value is not None and value.endswith("%") else given / 100_000
    return read if abs(read) <= MOST else otherwise


MOST = 100.0
"""The largest share that is taken for one; it also keeps `nan` and `inf` out."""


def children(element: Element) -> Iterator[Element]:
    """Give an element's children; of alternatives, those for the newest reader."""
    for child in element:
        if child.tag == name("mc:AlternateContent"):
            chosen = first(child, "mc:Choice")
            yield from children(chosen) if chosen is not None else ()
        else:
            yield child


def words(element: Element | None) -> str:
    """Give the words below an element; paragraphs and line breaks as spaces."""
    if element is None:
        return ""
    paragraphs = (_paragraph_words(each) for each in element.iter(name("a:p")))
    return " ".join(" ".join(paragraphs).split())


def _paragraph_words(paragraph: Element) -> str:
    return "".join(
        (piece.text or "") if piece.tag == name("a:t") else " "
        for piece in paragraph.iter(name("a:t"), name("a:br"))
    )


LONGEST = 48
"""The most characters of a deck's own words that a message repeats."""


def shortened(text: str) -> str:
    """Quote words of a deck, cut where they are long."""
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    return f'"{cut}"'
