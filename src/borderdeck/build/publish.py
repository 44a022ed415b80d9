"""Publishing an edition's folder in one step.

The new folder is put together beside the old one, seen on the disk, and exchanged with it. Killed
at any moment, the old edition or the new one stands there, whole; what a killed build leaves behind
is removed, or put back, by the next one. Only where Windows lets nobody exchange it, as a file
in it is open, are the files put in place one by one.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.build.exchange import denied, patiently
from borderdeck.build.faults import explained, require_folder
from borderdeck.build.file_by_file import Change, FileByFile
from borderdeck.build.files import (
    MANIFEST,
    LackingError,
    PublishedFile,
    PublishError,
    Run,
    is_plain,
)
from borderdeck.build.lock import locked
from borderdeck.build.manifest import Manifest, encode, read
from borderdeck.build.merge import Layout, Past, merge
from borderdeck.build.rescuing import clean_up, rescue
from borderdeck.build.staging import fsync_folder, remove, stage
from borderdeck.build.tree import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from borderdeck.build.exchange import Swap
    from borderdeck.build.files import BuiltFile
    from borderdeck.build.lock import Waiting


class EditionFolder(Struct, frozen=True):
    """Where an edition is published: the folder `edition` in the folder `output`.

    Raises `ValueError` for a name that leads elsewhere or is hidden.
    """

    output: Path
    edition: str

    def __post_init__(self) -> None:
        if not is_plain(self.edition) or "/" in self.edition or self.edition.startswith("."):
            raise ValueError(f"{self.edition!r} cannot be the name of an edition's folder")

    @property
    def live(self) -> Path:
        """Give the folder that a facilitator opens."""
        return self.output / self.edition

    @property
    def lock(self) -> Path:
        """Give the file that says that somebody builds this edition."""
        return self.output / f".{self.edition}.lock"

    def beside(self) -> Path:
        """Give a new name for a folder that is being put together."""
        return self.output / f".{self.edition}.new-{os.urandom(4).hex()}"


def publish(
    output: Path,
    edition: str,
    files: Sequence[BuiltFile],
    run: Run,
    waiting: Waiting | None = None,
) -> tuple[PublishedFile, ...]:
    """Publish what was built and say what became of each file, in the order given.

    `waiting` is called once if another build of the edition holds this one up, as `locked` says.
    Edited files of a former build that the edition no longer has are reported at the end. Raises
    `PublishError`, and `LackingError` where files have to be rendered first; what was there before
    is there still, then.
    """
    folder = EditionFolder(output, edition)
    with explained(folder.live):
        require_folder(output)
        output.mkdir(parents=True, exist_ok=True)
        with locked(folder.lock, waiting):
            moved = clean_up(folder.live)
            return tuple(_moved(_publish(folder, files, run), moved))


def preview(output: Path, edition: str, files: Sequence[BuiltFile], run: Run) -> Layout:
    """Say what publishing these files would do, as things stand; nothing is written."""
    folder = EditionFolder(output, edition)
    with explained(folder.live):
        require_folder(output)
        return merge(_past(folder), files, run)


def previous(output: Path, edition: str) -> Manifest | None:
    """Give what the last build says that it made; None where there is no such word."""
    live = EditionFolder(output, edition).live
    with explained(live):
        return read(live)[0]


def _publish(
    folder: EditionFolder, files: Sequence[BuiltFile], run: Run
) -> tuple[PublishedFile, ...]:
    past = _past(folder)
    layout = merge(past, files, run)
    if layout.lacking:
        raise LackingError(*layout.lacking)
    manifest = Manifest(folder.edition, run.version, layout.entries)
    if _stands_already(layout, past, encode(manifest), folder.live):
        return layout.published
    layout.written[MANIFEST] = encode(manifest)
    new = folder.beside()
    try:
        stage(layout, past.tree, new)
        change = Change(layout, past, new, folder.live)
        return _put_in_place(change, manifest, run.swap)
    except BaseException:
        with suppress(OSError):  # the next build tries again
            clean_up(folder.live)
        raise


def _put_in_place(change: Change, manifest: Manifest, swap: Swap) -> tuple[PublishedFile, ...]:
    if not change.live.exists():
        patiently(partial(change.new.rename, change.live))
        fsync_folder(change.live.parent)
        return change.layout.published
    try:
        left = swap(change.new, change.live)
    except OSError as error:
        if not denied(error):
            raise
        return _one_by_one(FileByFile(change), manifest, error)
    fsync_folder(change.live.parent)
    moved = _rescued(change, left)
    return tuple(_moved(change.layout.published, moved))


def _one_by_one(files: FileByFile, manifest: Manifest, error: OSError) -> tuple[PublishedFile, ...]:
    """Put all in place that is not open; raise the error where that is nothing at all."""
    files.put_in_place()
    if files.in_use and not files.placed:
        raise error
    files.finish(manifest)
    remove(files.change.new)
    moved = _rescued(files.change, files.old)
    return tuple(_moved(files.published(), moved))


def _rescued(change: Change, left: Path) -> dict[str, str]:
    moved = rescue(change.layout, change.past.tree, left, change.live)
    remove(left)
    return moved


def _moved(files: Iterable[PublishedFile], moved: dict[str, str]) -> Iterator[PublishedFile]:
    """Tell of files what was found to be saved at the last moment."""
    return (replace(file, moved_to=moved.get(file.path, file.moved_to)) for file in files)


def _past(folder: EditionFolder) -> Past:
    if folder.live.is_symlink() or (folder.live.exists() and not folder.live.is_dir()):
        raise PublishError(
            f"{folder.live.as_posix()} is a link or a file, but the edition's folder goes there.",
            "Rename it or move it elsewhere, or choose another folder with -o.",
        )
    tree = scan(folder.live)
    manifest, own = read(folder.live)
    return Past(tree, manifest.files if manifest else (), own)


def _stands_already(layout: Layout, past: Past, manifest: bytes, live: Path) -> bool:
    if layout.written or not past.own_manifest:
        return False
    untouched = {path: path for path in past.tree.files if path != MANIFEST}
    return layout.carried == untouched and (live / MANIFEST).read_bytes() == manifest
