"""Importing WeasyPrint: quickly, and with a message that helps where its libraries are missing."""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import io
import re
import sys
import warnings
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import _cffi_backend

from borderdeck.diagnostics import MendableError
from borderdeck.render.pdf import definitions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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

RARE = ("fontTools.subset", "fontTools.varLib.instancer")
"""What WeasyPrint imports and we need for rare fonts at most: a quarter of its import's time."""

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
        for quickened in (_quick_look_ups, _rare_ones_later, _compiled_definitions):
            stack.enter_context(quickened())
        try:
            _import_weasyprint()
        except OSError as error:
            raise PdfLibrariesMissingError(f"{MISSING} ({error})", HELP) from error


def digest_of_definitions() -> str:
    """Give the SHA-256 of the module of WeasyPrint's that defines C functions; it is not run."""
    spec = find_spec("weasyprint")
    if spec is None or spec.origin is None:
        return ""
    return sha256(Path(spec.origin).with_name("text").joinpath("ffi.py").read_bytes()).hexdigest()


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


class _Later(ModuleType):
    """Stands for a module, and imports it when one of its functions is called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*given, **named)

        return call


@contextlib.contextmanager
def _rare_ones_later() -> Iterator[None]:
    """Let what is imported inside the block believe that it has the modules of `RARE`."""
    with _standing_in({name: _Later(name) for name in RARE if name not in sys.modules}):
        yield


class _Compiled(_cffi_backend.FFI):  # type: ignore[misc] # it tells nothing of its types
    """What cffi gives a module that was compiled, where WeasyPrint expects to define it first."""

    def cdef(self, _: str) -> None:
        """Do nothing: it has been defined."""


def _ready_made() -> _Compiled:
    return _Compiled("compiled", **definitions.COMPILED)


@contextlib.contextmanager
def _compiled_definitions() -> Iterator[None]:
    """Have C functions as they were defined when borderdeck was made, if they are the same.

    cffi takes 40 ms to read their definitions, and as long again for what is asked of them later.
    """
    if digest_of_definitions() != definitions.MADE_FROM:
        yield
        return
    cffi = ModuleType("cffi")
    cffi.FFI = _ready_made  # type: ignore[attr-defined] # this module is made up here
    with _standing_in({"cffi": cffi}):
        yield


@contextlib.contextmanager
def _standing_in(modules: Mapping[str, ModuleType]) -> Iterator[None]:
    """Let these be imported inside the block in place of those that have their names."""
    before = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name, module in before.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


def _stem(name: str) -> str:
    """Give a library's name without what other systems add: `libpango-1.0-0`, `fontconfig-1`."""
    return ENDING.sub("", name.removeprefix("lib"))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
