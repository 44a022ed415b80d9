"""Putting a new edition in place file by file, where one of the old one's is open in a program.

Windows lets nobody rename a folder while a file in it is open, and the file itself neither. So each
other file is put in place by a rename of its own, from the new folder that stands beside; the open
one stays as it is, and the manifest, which goes last, says so: then the next build does not take it
for an edit. Killed on the way, it leaves the new folder with its manifest, by which `clean_up`
tells what stands in the edition by then.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.build.exchange import denied, old_beside, patiently
from borderdeck.build.files import AS_IT_STANDS, MANIFEST, PublishedFile, Status, key
from borderdeck.build.manifest import Entry, Manifest, encode
from borderdeck.build.merge import described
from borderdeck.build.staging import carry, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.build.merge import Layout, Past


class Change(Struct, frozen=True):
    """What is put in place: `layout`, all in the folder `new`, over the `past`, in `live`."""

    layout: Layout
    past: Past
    new: Path
    live: Path


class FileByFile(Struct):
    """A change that is put in place file by file.

    `in_use` are the files, by their old paths, that could not be moved; `placed` says whether any
    was.
    """

    change: Change
    in_use: set[str] = field(default_factory=set)
    placed: bool = False

    @property
    def old(self) -> Path:
        """Give the folder for what makes room."""
        return old_beside(self.change.live, self.change.new)

    def put_in_place(self) -> None:
        """Place all that can be; raises `OSError` where the system refuses for other reasons."""
        self.old.mkdir()
        if MANIFEST in self.change.past.tree.files:
            carry(self.change.live / MANIFEST, self.old / MANIFEST)
        for target, source in self.change.layout.carried.items():
            if source != target:
                self._free(source, self.change.live / target)
        for path in sorted(self.change.layout.written.keys() - {MANIFEST}):
            self._place(path)
        for path in sorted(self._gone()):
            self._free(path, self.old / path)
        self._remove_empty_folders()

    def finish(self, manifest: Manifest) -> None:
        """Put the manifest in place, changed to what stands there now."""
        standing = self.change.new / AS_IT_STANDS
        write(standing, encode(replace(manifest, files=self._entries())))
        _move(standing, self.change.live / MANIFEST)

    def published(self) -> Iterator[PublishedFile]:
        """Tell what became of each file; those that are open at the end where they have gone."""
        still = {key(path): path for path in sorted(self.in_use)}
        for file in self.change.layout.published:
            path = still.pop(key(file.path), None)
            yield file if path is None else self._as_it_was(file, path)
        for path in still.values():
            entry = self._standing(path)
            if entry is not None:
                yield described(entry, Status.IN_USE, self.change.past.tree.digest(path))

    def _place(self, path: str) -> None:
        found = self.change.past.tree.find(path)
        if found in self.in_use:
            return
        makes_room = found is not None and found not in self.change.layout.carried.values()
        if found is not None and makes_room and not self._free(found, self.old / found):
            return
        try:
            _move(self.change.new / path, self.change.live / path)
        except BaseException:
            if found is not None and makes_room:
                _move(self.old / found, self.change.live / found)
            raise
        self.placed = True

    def _free(self, path: str, target: Path) -> bool:
        """Move a file away, and say whether that could be done."""
        try:
            _move(self.change.live / path, target)
        except OSError as error:
            if not denied(error):
                raise
            self.in_use.add(path)
            return False
        self.placed = True
        return True

    def _gone(self) -> set[str]:
        """Name the old files that the new edition does not have."""
        staying = {*self.change.layout.carried.values(), MANIFEST}
        placed = {self.change.past.tree.find(path) for path in self.change.layout.written}
        return self.change.past.tree.files.keys() - staying - placed

    def _remove_empty_folders(self) -> None:
        left = {
            parent for path in self.change.past.tree.files for parent in PurePosixPath(path).parents
        }
        for folder in sorted(left - {PurePosixPath()}, reverse=True):
            with suppress(OSError):  # it is not empty
                (self.change.live / folder).rmdir()

    def _entries(self) -> tuple[Entry, ...]:
        """Say what borderdeck built of what stands there: of open files what it built earlier."""
        still = {key(path) for path in self.in_use}
        new = [entry for entry in self.change.layout.entries if key(entry.path) not in still]
        old = [self._standing(path) for path in sorted(self.in_use)]
        return (*new, *(entry for entry in old if entry is not None))

    def _standing(self, path: str) -> Entry | None:
        """Give the entry of the bytes that an open file has, else of what it was made from."""
        digest = self.change.past.tree.digest(path)
        under = [e for e in self.change.past.entries if key(e.path) == key(path)]
        beside = [e for e in self.change.past.entries if e.stands_beside == path]
        copied = [replace(e, path=path, stands_beside=None) for e in beside]
        same = (entry for entry in (*under, *copied) if entry.sha256 == digest)
        return next(same, under[0] if under else None)

    def _as_it_was(self, file: PublishedFile, path: str) -> PublishedFile:
        return replace(
            file,
            status=Status.IN_USE,
            sha256=self.change.past.tree.digest(path),
            kept_beside=None,
            moved_to=None,
        )


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    patiently(partial(os.replace, source, target))
