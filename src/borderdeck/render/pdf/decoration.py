"""Pictures that say nothing, `alt=""`: artefacts of the page, which nobody hears.

WeasyPrint takes them for figures that lack a description (ISO 14289-1, 7.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import pydyf

NOTHING = "\N{WORD JOINER}"
"""What stands for the empty description until tags are mended; no course can write it."""


def mark_decoration(page: Element, html: str) -> None:
    """Mark the pictures of a page, made of this HTML, whose description is empty."""
    if "<img" in html:
        for image in page.iter("img"):
            if image.get("alt") == "":
                image.set("alt", NOTHING)


def is_decoration(element: pydyf.Dictionary) -> bool:
    """Whether an element of the structure tree is a picture that was marked."""
    described = element.get("Alt") if element["S"] == "/Figure" else None
    return described is not None and described.string == NOTHING
