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
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from msgspec import Struct, field

from borderdeck.stamps import Stamp, settled, stamp_at, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from io import BufferedReader

T = TypeVar("T")

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


class Seen(NamedTuple):
    """A file as it was when it was looked for; both are None where there was no such file.

    The stamp was taken before the bytes were read: a change after it shows in the next one. It is
    None where the file had been written so shortly before that a change in the same tick of its
    disk's clock would not show.
    """

    sha256: str | None = None
    stamp: Stamp | None = None


ABSENT = Seen()

TOO_LARGE = "too large"
"""Stands for the hash of a file that was not read to its end."""


class Reads(Struct):
    """The files that were looked for while it was being recorded, as they were then.

    By the path that was asked for, links not followed, so that a link which leads elsewhere now is
    noticed. What was only looked for, and is there, is taken to have been read as well. `listed`
    are the names in folders that were looked through, by the folders' paths. `unsteady` are the
    files that were others from one look to the next: what was made rests on both.
    """

    seen: dict[Path, Seen] = field(default_factory=dict)
    listed: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    unsteady: set[Path] = field(default_factory=set)

    def note(self, path: Path, seen: Seen) -> None:
        """Note how a file is now, and whether it was another a moment ago."""
        digests = {self.seen.get(path, seen).sha256, seen.sha256}
        if len(digests - {TOO_LARGE}) > 1:
            self.unsteady.add(path)
        self.seen[path] = seen

    @property
    def digests(self) -> dict[Path, str]:
        """The SHA-256 of those that were there."""
        return {path: seen.sha256 for path, seen in self.seen.items() if seen.sha256}

    def hold(self) -> bool:
        """Whether all is as it was."""
        return not any(self.changed())

    def changed(self) -> Iterator[Path]:
        """Give the files and folders that are others now; nobody is recorded as a reader."""
        for path, seen in self.seen.items():
            if path in self.unsteady:
                yield path
            elif seen.stamp is None or seen.stamp != stamp_at(str(path)):
                now = _look(path)
                if now.sha256 != seen.sha256:
                    yield path
                else:
                    self.seen[path] = now
        yield from (folder for folder, names in self.listed.items() if _names(folder) != names)


class Workspace(Struct, dict=True):
    """Files as seen from `here`, the folder that messages are relative to."""

    here: Path = field(default_factory=Path.cwd)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    _recorders: list[Reads] = field(default_factory=list)

    def read(self, path: Path, limit: int | None = None) -> bytes:
        """Read a file whole.

        Raises `TooLargeError` past `limit` bytes, and `OSError` as the system gives it; a device,
        a pipe or a folder is an `OSError`, too.
        """
        return self._read(path, path, limit)

    def read_inside(self, folder: Path, name: str, limit: int | None = None) -> bytes:
        """Read `name` below `folder`; links are followed first.

        Raises `OutsideError` where it is not below it, and what `read` raises.
        """
        asked = folder / name
        path = real(asked)
        if not path.is_relative_to(real(folder)):
            raise OutsideError(name)
        return self._read(path, asked, limit)

    def has(self, path: Path) -> bool:
        """Whether a file is there, to be read; that none is there is recorded."""
        there = path.is_file()
        if not there:
            self._record(path, ABSENT)
        return there

    def look(self, path: Path) -> Seen:
        """Hash a file, however large, or find that there is none."""
        seen = _look(path)
        self._record(path, seen)
        return seen

    def names_in(self, folder: Path) -> tuple[str, ...]:
        """List the names in a folder, sorted; none where there is no such folder to be read."""
        names = _names(folder)
        for reads in self._recorders:
            reads.listed[absolute(folder)] = names
        return names

    @contextmanager
    def recording(self) -> Iterator[Reads]:
        """Record what is read from here on, until the block ends."""
        reads = Reads()
        self._recorders.append(reads)
        try:
            yield reads
        finally:
            self._recorders.remove(reads)

    def replay(self, reads: Reads) -> None:
        """Record once more what was read to make a thing that is now used again."""
        for path, seen in reads.seen.items():
            self._record(path, seen)
        for recorder in self._recorders:
            recorder.listed.update(reads.listed)
            recorder.unsteady.update(reads.unsteady)

    def shown(self, path: Path) -> str:
        """Name a path as a person standing `here` would, with forward slashes."""
        try:
            return real(path).relative_to(real(self.here)).as_posix()
        except ValueError:
            return path.as_posix()

    def _read(self, path: Path, asked: Path, limit: int | None) -> bytes:
        try:
            data, found = _content(path, limit)
        except OSError:
            self._record(asked, ABSENT)
            raise
        if limit is not None and len(data) > limit:
            self._record(asked, Seen(TOO_LARGE, stamp_of(found)))
            raise TooLargeError(path)
        self._record(asked, Seen(hashlib.sha256(data).hexdigest(), _settled(found)))
        return data

    def _record(self, path: Path, seen: Seen) -> None:
        for reads in self._recorders:
            reads.note(absolute(path), seen)

    def seconds(self) -> float:
        """Read a clock that only runs forwards, in seconds."""
        return time.monotonic()

    @cached_property
    def platform(self) -> str:
        """Give the kind of system, as `sys.platform` names it."""
        return sys.platform


class Kept(Generic[T]):
    """Something that is made from files when it is first asked for, and kept while they stay.

    Whoever asks for it is recorded as a reader of these files.
    """

    def __init__(self, workspace: Workspace, make: Callable[[], T]) -> None:
        self._workspace = workspace
        self._make = make
        self._made: tuple[T, Reads] | None = None

    def __call__(self) -> T:
        """Give it, made anew if one of its files is another now."""
        if self._made is not None and self._made[1].hold():
            self._workspace.replay(self._made[1])
        else:
            with self._workspace.recording() as reads:
                self._made = self._make(), reads
        return self._made[0]


def _look(path: Path) -> Seen:
    try:
        with _opened(path) as file:
            stamp = _settled(os.fstat(file.fileno()))
            return Seen(hashlib.file_digest(file, "sha256").hexdigest(), stamp)
    except OSError:
        return ABSENT


def _settled(found: os.stat_result) -> Stamp | None:
    return settled(stamp_of(found), time.time_ns())


def _names(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir()))
    except OSError:
        return ()


def _opened(path: Path) -> BufferedReader:
    if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would be to wait for a writer
        raise OSError(f"{path} is not a file")
    return path.open("rb")


def _content(path: Path, limit: int | None) -> tuple[bytes, os.stat_result]:
    with _opened(path) as file:
        found = os.fstat(file.fileno())
        return (file.read() if limit is None else file.read(limit + 1)), found


def stand_aside() -> None:
    """Have this process stand in no folder that a build puts another in place of.

    Libraries fail in one that is gone, be it only that they ask for its path. Whatever was named as
    seen from a workspace is found all the same: `Workspace.here` is absolute.
    """
    os.chdir(os.sep)


def real(path: Path) -> Path:
    """Follow links, as far as they lead: until Python 3.13, `Path.resolve` raises for a circle."""
    return Path(os.path.realpath(path))


def absolute(path: Path) -> Path:
    """Make a path absolute, without following links but those on the way to a `..` in it."""
    whole = path.absolute()
    if ".." not in whole.parts:
        return whole
    last = len(whole.parts) - whole.parts[::-1].index("..")
    return real(Path(*whole.parts[:last])).joinpath(*whole.parts[last:])
