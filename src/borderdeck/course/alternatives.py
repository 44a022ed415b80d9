"""What stands in for a picture, to those who cannot see it."""

from __future__ import annotations

from pathlib import PurePosixPath

from borderdeck.course.faults import Fault
from borderdeck.diagnostics import Code

ENDINGS = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".heic", ".bmp", ".tif", ".tiff")


def check_alternative(words: str, name: str) -> Fault | None:
    """Find an alternative text that tells a picture's file rather than what it shows."""
    if not _names_a_file(words.strip().casefold(), PurePosixPath(name.casefold())):
        return None
    message = "this alternative text is the name of a file"
    hint = "say in a sentence what the picture shows, as you would on the telephone"
    return Fault(Code.BAD_VALUE, message, hint)


def _names_a_file(words: str, path: PurePosixPath) -> bool:
    if words in {str(path), path.name}:
        return True
    if " " not in words and words.endswith(ENDINGS):
        return True
    return words == path.stem and not words.isalpha()
