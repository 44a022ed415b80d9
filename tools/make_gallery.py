"""Picture the gallery: every slide of its SAMPLE courses, as contact sheets to look at.

For each size and ratio there is one sheet in colour, and one in grey at the size of thumbnails.
Needs LibreOffice and poppler, which `make test` sets up. Run it as `make gallery`.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from tests.gallery.building import SIZES, TEMPLATES, rendered

from make_pictures import ROOT, pages, sheet, slides_as_pdf

if TYPE_CHECKING:
    from PIL import Image

GALLERY = ROOT / "output" / "gallery"
LARGE, SMALL = 640, 200
"""The width of a slide on a sheet, in pixels."""


def main() -> None:
    """Write every sheet to the folder named on the command line, else to `output/gallery`."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else GALLERY
    folder.mkdir(parents=True, exist_ok=True)
    for size, template in product(SIZES, TEMPLATES):
        name = f"{size}-{Path(template).stem}"
        slides = pictured(rendered(size, template))
        sheet(slides, columns=4).save(folder / f"{name}.png")
        sheet([small(slide) for slide in slides], columns=8).save(folder / f"{name}-small.png")
        print(f"{len(slides):>4} slides  {folder / name}.png")


def pictured(deck: bytes) -> list[Image.Image]:
    """Let LibreOffice draw a deck's slides."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "decks" / "gallery.pptx"
        path.parent.mkdir()
        path.write_bytes(deck)
        return pages(slides_as_pdf(path), LARGE)


def small(slide: Image.Image) -> Image.Image:
    """Give a slide as it is seen in a slide sorter, in grey."""
    return slide.convert("L").resize((SMALL, round(slide.height * SMALL / slide.width)))


if __name__ == "__main__":
    main()
