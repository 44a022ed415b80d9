"""What stands in an edition's folder, without following any link."""

from __future__ import annotations

import hashlib
import os
import stat
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.build.files import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Stamp(Struct, frozen=True):
    """What changes when a program saves a file, in place or by putting another there."""

    inode: int
    size: int
    modified_ns: int
    is_file: bool


class Tree(Struct, frozen=True, dict=True):
    """The files (links and devices, too) and folders below `root`, by their relative paths."""

    root: Path
    files: dict[str, Stamp] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {key(path): path for path in self.files}

    def find(self, path: str) -> str | None:
        """Give the path of the file that stands under this one, perhaps in other case."""
        return path if path in self.files else self._by_key.get(key(path))

    def obstacle(self, path: str) -> str | None:
        """Give what keeps a file from standing here: a folder of its name, a file above it."""
        if key(path) in {key(folder) for folder in self.folders}:
            return path
        above = [str(parent) for parent in PurePosixPath(path).parents][:-1]
        return next((found for p in above if (found := self.find(p)) is not None), None)

    def digest(self, path: str) -> str:
        """Hash a file's bytes; a link or a device has an empty hash, which equals no file's."""
        if not self.files[path].is_file:
            return ""
        with (self.root / path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def empty(self) -> frozenset[str]:
        """The folders that hold nothing at all: borderdeck makes none of these."""
        inhabited = {path.rpartition("/")[0] for path in (*self.files, *self.folders)}
        return self.folders - inhabited


def scan(root: Path) -> Tree:
    """List what stands below a folder; nothing for a folder that is not there."""
    files: dict[str, Stamp] = {}
    folders: set[str] = set()
    for path, entry in _walk(root, ""):
        if entry.is_dir(follow_symlinks=False):
            folders.add(path)
        else:
            files[path] = _stamp(entry)
    return Tree(root, files, frozenset(folders))


def _walk(root: Path, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    pending = [below]
    while pending:
        folder = pending.pop()
        for entry in _listed(root / folder):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            yield path, entry


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    found = entry.stat(follow_symlinks=False)
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns, stat.S_ISREG(found.st_mode))
