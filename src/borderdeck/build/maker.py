"""What makes the files: borderdeck itself, Python, and the libraries that render.

All of it is told by looking at names and sizes of files: nothing is imported for it.
"""

from __future__ import annotations

import os
import re
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from borderdeck import __version__
from borderdeck.build.places import path_of, without_home
from borderdeck.build.reasons import Cause, Reason
from borderdeck.stamps import files_below, noted_below, stamp_at
from borderdeck.workspace import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from borderdeck.build.state import State

LIBRARIES = frozenset(
    (
        *("babel", "brotli", "cffi", "cssselect2", "fonttools", "jinja2", "lxml"),
        *("markdown-it-py", "markupsafe", "mdurl", "msgspec", "pikepdf", "pillow", "pycparser"),
        *("pydyf", "pyphen", "python-pptx", "pyyaml", "resvg-py", "rpptx", "tinycss2"),
        *("tinyhtml5", "uharfbuzz", "uniseg", "weasyprint", "webencodings", "zopfli"),
    )
)
"""The distributions that what is built can depend on; a test holds them to what is required."""

INSTALLED = re.compile(r"([A-Za-z0-9_.]+)-([^-]+)(?:-.*)?\.(?:dist|egg)-info")
"""The folder that an installer leaves for a distribution: its name and version
(https://packaging.python.org/en/latest/specifications/recording-installed-packages/)."""

DRAWING = re.compile(r"lib(pango|harfbuzz|fontconfig|freetype|fribidi|graphite2|thai|z\.)")
"""How the system's libraries are named that lay out text or pack files."""

MAPS = "/proc/{}/maps"
"""What a process has in its memory, on Linux (proc_pid_maps(5)); told nowhere else as simply."""


class Maker(NamedTuple):
    """Who makes the files.

    `code` is a hash of borderdeck's own files. `system` tells of libraries outside Python, by path,
    what the system notes of each, nothing where it is not there.
    """

    version: str
    code: str
    libraries: Mapping[str, str]
    system: Mapping[str, str]

    def differences(self, before: Maker) -> tuple[Reason, ...]:
        """Say what another maker had that this one has not."""
        reasons = []
        if (self.version, self.code) != (before.version, before.code):
            reasons.append(Reason(Cause.TOOL))
        changed = _changed(self.libraries, before.libraries)
        changed += (Path(path).name for path in _changed(self.system, before.system))
        if changed:
            reasons.append(Reason(Cause.LIBRARY, tuple(changed)))
        return tuple(reasons)


def this_maker(code: str, system: Iterable[str]) -> Maker:
    """Tell who makes files now; `system` are the paths of libraries that are known to be used."""
    return Maker(__version__, code, installed(sys.path), {path: _noted(path) for path in system})


def maker_now(before: State | None) -> tuple[Maker, str]:
    """Tell who makes files now, and what the system notes of borderdeck's own files.

    Those are read only where that is another than it was.
    """
    noted = noted_below(str(PACKAGE))
    if before is not None and noted and noted == before.noted:
        return this_maker(before.maker.code, before.maker.system), noted
    return this_maker(content(), before.maker.system if before else ()), noted


def installed(folders: Iterable[str]) -> dict[str, str]:
    """Give Python's version and those of the libraries, as far as they are in these folders."""
    found = {"python": sys.version.split(maxsplit=1)[0]}
    for folder in folders:
        for name, version in _distributions(folder):
            if name in LIBRARIES:
                found.setdefault(name, version)
    return found


def known(system: Iterable[str], mapped: Iterable[str]) -> frozenset[str]:
    """Add what a build has loaded to what earlier ones had, as far as it is still there."""
    return frozenset(path for path in system if _noted(path)).union(mapped)


def mapped(process: int | str = "self") -> frozenset[str]:
    """Give the paths of the system's libraries that a process has loaded to draw or to pack."""
    try:
        maps = Path(MAPS.format(process)).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return frozenset()
    paths = {line.split(maxsplit=5)[-1] for line in maps.splitlines() if "/lib" in line}
    return frozenset(without_home(path) for path in paths if DRAWING.match(Path(path).name))


def content(root: Path = PACKAGE) -> str:
    """Hash the files of borderdeck, their names and their bytes; BLAKE2 takes half as long."""
    hashed = blake2b(digest_size=32)
    for path in sorted(path for path, _ in files_below(str(root))):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - twice as fast as a Path's
            digest = blake2b(file.read(), digest_size=32).hexdigest()
        name = path[len(str(root)) + 1 :].replace(os.sep, "/")
        hashed.update(f"{name}\0{digest}\n".encode())
    return hashed.hexdigest()


def _distributions(folder: str) -> Iterator[tuple[str, str]]:
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208 - ten times as fast as a Path's
    except OSError:
        return
    for name in names:
        if name.endswith("-info") and (found := INSTALLED.fullmatch(name)):
            yield re.sub(r"[_.]+", "-", found[1]).lower(), found[2]


def _noted(path: str) -> str:
    stamp = stamp_at(path_of(path, ""))
    return f"{stamp[0]}-{stamp[1]}" if stamp else ""


def _changed(now: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    return sorted(name for name in {*now, *before} if now.get(name) != before.get(name))
