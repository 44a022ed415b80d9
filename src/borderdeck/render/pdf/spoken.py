"""Telling in a paper's tags which words are in another language: WeasyPrint 70 tells of none.

A screen reader chooses its voice by them (ISO 14289-1, 7.2; ISO 32000-1, 14.9.2).

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.pdf import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = {"html", "body"}
"""Elements that are no part of a paper; the language of them all stands in its catalogue."""

_build = tags._build_box_tree  # noqa: SLF001 - it gives no other way to what an element becomes


def tell_languages() -> None:
    """Let WeasyPrint's tags tell the language of every element that says its own."""
    tags._build_box_tree = _build_and_tell  # noqa: SLF001 - as above


def _build_and_tell(box: Any, *where: Any) -> Iterator[pydyf.Dictionary]:
    language = _language_of(box.element)
    for element in _build(box, *where):
        if language:
            element["Lang"] = pydyf.String(language)
        yield element


def _language_of(element: Any) -> str | None:
    return None if element is None or element.tag in WHOLE else element.get("lang")
