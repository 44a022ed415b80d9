"""What WeasyPrint takes into a paper from where and when it was made, kept out of it.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.images import RasterImage
from weasyprint.urls import iri_to_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

DATES = ("CreationDate", "ModDate")


class Pictures(dict[str, Any]):
    """Where WeasyPrint keeps a paper's pictures; in PDFs it names them by their whole address.

    Here they are named by their order.
    """

    def __setitem__(self, address: str, kept: Any) -> None:
        if isinstance(kept, RasterImage):
            kept.id = len(self)
        super().__setitem__(address, kept)


def lead_from_the_paper(document: Any) -> None:
    """Have links to files begin where the paper lies, as they are written.

    WeasyPrint has them begin at the root of this machine's disk, which tells whose it is.
    """
    for page in document.pages:
        page.links[:] = _from_there(page.links)


def _from_there(links: list[tuple[str, str, Any, Any]]) -> Iterator[tuple[str, str, Any, Any]]:
    for kind, target, place, box in links:
        is_file = kind == "external" and target.startswith("file:")
        written = box.element.get("href") or target.rpartition("/")[2]
        yield kind, iri_to_uri(written.strip()) if is_file else target, place, box


def forget_when_attached(pdf: pydyf.PDF) -> None:
    """Leave out when files were attached: their dates may lack (ISO 32000-1, 7.11.4.1)."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and each.extra.get("Type") == "/EmbeddedFile":
            for date in DATES:
                each.extra["Params"].pop(date, None)
