"""WeasyPrint's import, without what papers seldom need or can have ready-made: half of its time.

Each of these holds while it is imported, and is undone after it.
"""

from __future__ import annotations

import mimetypes
import sys
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar

import _cffi_backend
import tinycss2

from borderdeck.render.pdf import definitions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RARE = (
    *("fontTools.subset", "fontTools.ttLib", "fontTools.varLib.instancer"),
    *("PIL.EpsImagePlugin", "PIL.Image", "PIL.ImageCms", "PIL.ImageFile", "PIL.ImageOps"),
)
"""What WeasyPrint imports, and few papers need: for other fonts, or for pictures."""


def digest_of_definitions() -> str:
    """Give the SHA-256 of the module of WeasyPrint's that defines C functions; it is not run."""
    return sha256(_file_of_weasyprint("text", "ffi.py")).hexdigest()


def _file_of_weasyprint(*path: str) -> bytes:
    """Read a file of WeasyPrint's; nothing is imported for it."""
    spec = find_spec("weasyprint")
    if spec is None or spec.origin is None:
        return b""
    return Path(spec.origin).parent.joinpath(*path).read_bytes()


class _Name:
    """Stands for what a module gives by that name, and imports it when it is used."""

    def __init__(self, module: str, name: str) -> None:
        self._where = (module, name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self._meant(*given, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._meant, name)

    @property
    def _meant(self) -> Any:
        _Later.set_what_was_set()
        module, name = self._where
        owner = import_module(module)
        if not hasattr(owner, name):
            import_module(f"{module}.{name}")
        return getattr(owner, name)


class _Later(ModuleType):
    """Stands for a module, which is imported when something of it is used.

    What is set here is set on the module before that.
    """

    _to_set: ClassVar[list[tuple[str, str, object]]] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # Only a class can be caught: whatever error it may be.
        return Exception if name.endswith("Error") else _Name(self.__name__, name)

    def __setattr__(self, name: str, value: object) -> None:
        self._to_set.append((self.__name__, name, value))

    @classmethod
    def set_what_was_set(cls) -> None:
        """Set on the modules themselves what has been set on those that stand for them."""
        while cls._to_set:
            module, name, value = cls._to_set.pop(0)
            setattr(import_module(module), name, value)


@contextmanager
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


@contextmanager
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


@contextmanager
def _no_hints() -> Iterator[None]:
    """Leave empty the style sheet of what attributes such as `bgcolor` mean: 12 ms to parse.

    Papers are not asked to heed them.
    """
    hints = _file_of_weasyprint("css", "html5_ph.css").decode()
    real = tinycss2.parse_stylesheet

    def parse(css: str) -> Any:
        return [] if css == hints else real(css)

    tinycss2.parse_stylesheet = parse
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = real


@contextmanager
def _no_types_of_the_machine() -> Iterator[None]:
    """Have attached files be of the types that Python knows, not of those a machine adds."""
    before = mimetypes.inited
    mimetypes.inited = True
    try:
        yield
    finally:
        mimetypes.inited = before


@contextmanager
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


SHORTENED = (_rare_ones_later, _compiled_definitions, _no_hints, _no_types_of_the_machine)
"""All of them."""
