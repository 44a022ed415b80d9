"""The fonts of papers: those that ship with borderdeck, and none of the machine's."""

from __future__ import annotations

import contextlib
import ctypes
import os
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from borderdeck.render.pdf.libraries import SONAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <selectfont><rejectfont><glob>*Metric-*</glob></rejectfont></selectfont>
</fontconfig>
"""
"""Fontconfig's settings; the fonts named Metric measure slides and are not meant to be seen."""


@contextlib.contextmanager
def only_fonts_in(fonts: Path) -> Iterator[None]:
    """Let Fontconfig, wherever it starts inside the block, know the fonts of one folder alone.

    On Linux it is started here: else Pango starts it in a thread, which may go on after the block.
    """
    with tempfile.TemporaryDirectory(prefix="borderdeck-fonts-") as folder:
        settings = Path(folder, "fonts.conf")
        words = CONFIGURATION.format(fonts=escape(str(fonts)), cache=escape(folder))
        settings.write_text(words, encoding="utf-8")
        with _environment_variable("FONTCONFIG_FILE", str(settings)):
            with contextlib.suppress(OSError):  # other systems have it under other names
                ctypes.CDLL(SONAMES["fontconfig"]).FcInit()
            yield


@contextlib.contextmanager
def _environment_variable(name: str, value: str) -> Iterator[None]:
    """Set a variable for the C libraries of this process, and put back what was there."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
