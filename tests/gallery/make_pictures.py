"""Make the gallery's SAMPLE pictures: frames with a cross, so that size and middle can be seen.

Run by hand, as `python tests/gallery/make_pictures.py`; the pictures are committed.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

COURSES = Path(__file__).parent / "courses"
PAPER, INK = "#F4EFE6", "#45505B"
PICTURES = {
    "minimum/pictures/small.png": (48, 36),
    "typical/pictures/usual.png": (960, 640),
    "overfull/pictures/wide.png": (1600, 200),
    "overfull/pictures/tall.png": (200, 1600),
}
"""Each picture's file, and its size in pixels."""


def main() -> None:
    """Write every picture."""
    for name, size in PICTURES.items():
        path = COURSES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn(*size).save(path, optimize=True)


def drawn(width: int, height: int) -> Image.Image:
    """Draw a frame with a cross in it."""
    picture = Image.new("RGB", (width, height), PAPER)
    pen = ImageDraw.Draw(picture)
    stroke = max(2, max(width, height) // 240)
    right, bottom = width - 1, height - 1
    pen.line([(0, 0), (right, bottom)], INK, stroke)
    pen.line([(0, bottom), (right, 0)], INK, stroke)
    pen.rectangle([0, 0, right, bottom], outline=INK, width=stroke)
    return picture.quantize(16)


if __name__ == "__main__":
    main()
