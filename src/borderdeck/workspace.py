"""The one door to files, to the clock and to the environment.

What a build reads, it reads here; so each target can tell afterwards what it was made from, and a
test can stand in for the world by pointing a workspace at a folder.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parents[1]


class TooLargeError(Exception):
    """A file holds more bytes than its reader allows."""


class OutsideError(Exception):
    """A path leads out of the folder that it has to stay in."""


def bundled(name: str) -> Path:
    """Give the path of something that ships with borderdeck: `templates`, `course` or `fonts`.

    A wheel carries all of them under `data/`; in a checkout, what facilitators edit stands at the
    top of the repository.
    """
    shipped = PACKAGE / "data" / name
    return shipped if shipped.exists() else CHECKOUT / name


@dataclass(slots=True)
class Reads:
    """The files that were read while it was being recorded: their SHA-256, by resolved path."""

    digests: dict[Path, str] = field(default_factory=dict)


@dataclass
class Workspace:
    """Files as seen from `here`, the folder that messages are relative to."""

    here: Path = field(default_factory=Path.cwd)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    _recorders: list[Reads] = field(default_factory=list)

    def read(self, path: Path, limit: int | None = None) -> bytes:
        """Read a file whole.

        Raises `TooLargeError` past `limit` bytes, and `OSError` as the system gives it; a device,
        a pipe or a folder is an `OSError`, too.
        """
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(f"{path} is not a file")
        with path.open("rb") as file:
            data = file.read() if limit is None else file.read(limit + 1)
        if limit is not None and len(data) > limit:
            raise TooLargeError(path)
        digest = hashlib.sha256(data).hexdigest()
        for reads in self._recorders:
            reads.digests[path.resolve()] = digest
        return data

    def read_inside(self, folder: Path, name: str, limit: int | None = None) -> bytes:
        """Read `name` below `folder`; links are followed first.

        Raises `OutsideError` where it is not below it, and what `read` raises.
        """
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise OutsideError(name)
        return self.read(path, limit)

    def names_in(self, folder: Path) -> tuple[str, ...]:
        """List the names in a folder, sorted; none where there is no such folder to be read."""
        try:
            return tuple(sorted(entry.name for entry in folder.iterdir()))
        except OSError:
            return ()

    @contextmanager
    def recording(self) -> Iterator[Reads]:
        """Record what is read from here on, until the block ends."""
        reads = Reads()
        self._recorders.append(reads)
        try:
            yield reads
        finally:
            self._recorders.remove(reads)

    def shown(self, path: Path) -> str:
        """Name a path as a person standing `here` would, with forward slashes."""
        try:
            return path.resolve().relative_to(self.here.resolve()).as_posix()
        except ValueError:
            return path.as_posix()

    def seconds(self) -> float:
        """Read a clock that only runs forwards, in seconds."""
        return time.monotonic()

    @cached_property
    def platform(self) -> str:
        """Give the kind of system, as `sys.platform` names it."""
        return sys.platform
