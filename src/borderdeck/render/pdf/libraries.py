"""Importing WeasyPrint: quickly, and with a message that helps where its libraries are missing."""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import io
import re
import sys
import warnings
from importlib import import_module
from typing import TYPE_CHECKING

from borderdeck.diagnostics import MendableError
from borderdeck.render.pdf.short_import import SHORTENED

if TYPE_CHECKING:
    from collections.abc import Iterator

SONAMES = {
    "gobject-2.0": "libgobject-2.0.so.0",
    "pango-1.0": "libpango-1.0.so.0",
    "pangoft2-1.0": "libpangoft2-1.0.so.0",
    "harfbuzz": "libharfbuzz.so.0",
    "harfbuzz-subset": "libharfbuzz-subset.so.0",
    "harfbuzz-vector": "libharfbuzz-vector.so.0",
    "fontconfig": "libfontconfig.so.1",
}
"""What WeasyPrint looks for, and the file that it is in on Linux."""

ENDING = re.compile(r"(-0(\.0)?|-1)?(\.so\.\d|(\.\d)?\.dylib|\.dll)?$")
"""What the names that WeasyPrint tries add to the library's own."""

MISSING = "papers need Pango, a library that lays out text, and it is not on this machine"

HELP = """\
install it (decks alone need none: borderdeck build --only decks):
Debian, Ubuntu   sudo apt install libpango-1.0-0 libpangoft2-1.0-0
Fedora           sudo dnf install pango
macOS            brew install pango
Windows          install MSYS2 (https://www.msys2.org), then in its shell:
                 pacman -S mingw-w64-ucrt-x86_64-pango"""


class PdfLibrariesMissingError(MendableError):
    """A library that papers are made with is not on this machine."""


def load_weasyprint() -> None:
    """Import WeasyPrint.

    Raises `PdfLibrariesMissingError` where a library that it rests on cannot be loaded.
    """
    # WeasyPrint prints its own advice before it gives up; ours is shown instead.
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        for shortened in (_quick_look_ups, *SHORTENED):
            stack.enter_context(shortened())
        try:
            _import_weasyprint()
        except OSError as error:
            raise PdfLibrariesMissingError(f"{MISSING} ({error})", HELP) from error


def _import_weasyprint() -> None:
    # It warns of a library that we do without.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import_module("weasyprint")


@contextlib.contextmanager
def _quick_look_ups() -> Iterator[None]:
    """Answer look-ups of known libraries at once on Linux, where the loader itself knows them.

    `find_library` starts ldconfig and a compiler for each of two dozen names: half of the time
    that the import takes (https://github.com/Kozea/WeasyPrint/issues/1125).
    """
    real = ctypes.util.find_library

    def quick(name: str) -> str | None:
        soname = SONAMES.get(_stem(name)) if sys.platform == "linux" else None
        if soname is None:
            return real(name)
        return soname if _loads(soname) else None

    ctypes.util.find_library = quick
    try:
        yield
    finally:
        ctypes.util.find_library = real


def _stem(name: str) -> str:
    """Give a library's name without what other systems add: `libpango-1.0-0`, `fontconfig-1`."""
    return ENDING.sub("", name.removeprefix("lib"))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
