"""Make the README's pictures: build the bundled course, and picture what came out.

Needs LibreOffice and poppler, which `make test` sets up. Run it as `make pictures`.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
BACKGROUND = "#E4E1DA"
FRAME = "#C9C5BC"
GAP = 18


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        edition = built(Path(scratch))
        deck = pages(slides_as_pdf(next(edition.glob("decks/session-7-*.pptx"))), 480)
        handout = pages(edition / "handouts" / "key-messages-session-3.pdf", 640)
        worksheet = pages(edition / "worksheets" / "reflection-worksheet.pdf", 640)
        save(sheet(deck, columns=4), "deck-session-7.png")
        save(sheet([handout[0], *worksheet[:2]], columns=3), "papers.png")


def built(folder: Path) -> Path:
    """Build the bundled course for a sample place and dates, and give the edition's folder."""
    options = ["--place", "Geneva", "--date", "2026-11-23..2026-11-27", "--quiet"]
    run("borderdeck", "build", ROOT / "course", "-o", folder, *options)
    (edition,) = (path for path in folder.iterdir() if (path / "manifest.json").exists())
    return edition


def slides_as_pdf(deck: Path) -> Path:
    """Let LibreOffice draw a deck."""
    folder = deck.parent.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, deck)
    return folder / f"{deck.stem}.pdf"


def pages(pdf: Path, width: int) -> list[Image.Image]:
    """Draw each page of a PDF, so many pixels wide."""
    stem = pdf.with_suffix("")
    run("pdftoppm", "-png", "-scale-to-x", width, "-scale-to-y", -1, pdf, stem)
    drawn = sorted(stem.parent.glob(f"{stem.name}-*.png"))
    return [ImageOps.expand(Image.open(path).convert("RGB"), 1, FRAME) for path in drawn]


def run(*command: object) -> None:
    """Run a program, and say nothing unless it fails."""
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


def sheet(pictures: Sequence[Image.Image], columns: int) -> Image.Image:
    """Lay pictures of one size out in rows."""
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    size = (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    page = Image.new("RGB", size, BACKGROUND)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        page.paste(picture, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return page


def save(picture: Image.Image, name: str) -> None:
    """Write a picture with few colours, which is enough for text."""
    picture.quantize(128).save(PICTURES / name, optimize=True)


if __name__ == "__main__":
    main()
