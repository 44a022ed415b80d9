"""Draw an SVG picture as pixels, by resvg, in a process of its own.

A few lines of SVG can ask for more time and memory than there is (patterns in patterns, masks in
masks), and no look at them tells so beforehand. A process can be stopped. It is this very module:

    python -m borderdeck.documents.drawing WIDTH HEIGHT FONT… < drawing.svg > drawing.png
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from borderdeck.course.faults import PictureError
from borderdeck.limits import limit_memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SECONDS = 20.0
"""How long a drawing may take; those of a course take a tenth of a second."""

MEMORY = 1 << 30
"""Bytes of address space that a drawing may take, on systems that can be told."""

FAMILY = "Borderdeck Grotesque Metric"
"""Stands in for each typeface that a drawing names: it is as wide as Arial."""


def draw(
    source: str, size: tuple[int, int], fonts: Sequence[Path], seconds: float = SECONDS
) -> bytes:
    """Draw an SVG as a PNG, as large as goes into `size` pixels, in its own proportions.

    `fonts` are all fonts that it is set with: the machine's own would give other pictures
    elsewhere. Raises `PictureError`.
    """
    if find_spec("resvg_py") is None:
        raise PictureError("needs resvg-py to be drawn", "install it: pip install resvg-py")
    command = [sys.executable, "-P", "-m", __name__, *map(str, (*size, *fonts))]
    hint = "simplify it in a drawing program, or export it as PNG"
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and paths that are arguments
            command, input=source.encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PictureError(f"takes more than {seconds:.0f} seconds to draw", hint) from error
    if done.returncode:
        raise PictureError("cannot be drawn", hint)
    return done.stdout


def main(width: str, height: str, *fonts: str) -> None:
    """Draw standard input on standard output."""
    from resvg_py import svg_to_bytes

    limit_memory(MEMORY)
    drawn = svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        width=int(width),
        height=int(height),
        skip_system_fonts=True,
        font_files=list(fonts),
        font_family=FAMILY,
        serif_family=FAMILY,
        sans_serif_family=FAMILY,
        monospace_family=FAMILY,
        cursive_family=FAMILY,
        fantasy_family=FAMILY,
    )
    sys.stdout.buffer.write(drawn)


if __name__ == "__main__":
    main(*sys.argv[1:])
