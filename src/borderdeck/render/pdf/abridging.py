"""Pages that are alike but for a few words: the HTML in which the rest stands but once.

Certificates differ by a name alone, and laying out the rest a thousand times takes most of the
time. A template marks each page, and what is its own, by remarks:

    <!-- each --><section>... <!-- own --><div>...</div><!-- /own --> ...</section><!-- /each -->

The remarks promise nothing: where the rest differs, or what is its own is not found again in the
same place, everything is laid out in full (`borderdeck.render.pdf.restoring`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

EACH = re.compile(r"<!-- each -->(.*?)<!-- /each -->", re.DOTALL)
OWN = re.compile(r"<!-- own -->(.*?)<!-- /own -->", re.DOTALL)
SECTION = re.compile(r"\s*(<section\b[^>]*>).*</section>\s*", re.DOTALL)

COUNTERS = ('<span class="page">', '<span class="pages">')
"""What differs from page to page though its HTML does not."""

FEWEST = 4
"""Pages from which on it is worth it."""

AT_ONCE = 50
"""Pages that are laid out as one document: WeasyPrint compares each page with all others."""


class Abridged(Struct, frozen=True):
    """Documents that follow each other, in which but the first of many pages stands in full.

    There are `count` pages, the others with what is their own alone. Two more at the end bear what
    is the first one's own, and what all share.
    """

    documents: tuple[str, ...]
    count: int


def abridge(html: str) -> Abridged | None:
    """Leave out what pages share; None where they are too few, or not as alike as it takes."""
    pages = EACH.findall(html)
    shared = {OWN.sub("", page) for page in pages}
    section = SECTION.fullmatch(pages[0]) if pages else None
    if section is None or len(pages) < FEWEST or len(shared) != 1 or not _is_fit(pages):
        return None
    own = [f"{section[1]}{OWN.findall(page)[0]}</section>" for page in pages]
    before, *_, after = EACH.split(html)
    shorter = ("".join(some) for some in _at_once([pages[0], *own[1:], own[0], *shared]))
    return Abridged(tuple(f"{before}{some}{after}" for some in shorter), len(pages))


def _is_fit(pages: list[str]) -> bool:
    counted = any(counter in pages[0] for counter in COUNTERS)
    return not counted and all(len(OWN.findall(page)) == 1 for page in pages)


def _at_once(pages: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(pages), AT_ONCE):
        yield pages[start : start + AT_ONCE]
