"""Publishing an edition's folder in one step.

The new folder is put together beside the old one, seen on the disk, and exchanged with it. Killed
at any moment, the old edition or the new one stands there, whole; what a killed build leaves behind
is removed, or put back, by the next one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.build import exchange
from borderdeck.build.faults import explained, require_folder
from borderdeck.build.files import (
    MANIFEST,
    LackingError,
    PublishedFile,
    PublishError,
    Run,
    is_plain,
)
from borderdeck.build.lock import locked
from borderdeck.build.manifest import Manifest, decode, encode
from borderdeck.build.merge import Layout, Past, merge
from borderdeck.build.staging import fsync_folder, remove, rescue, stage
from borderdeck.build.tree import Tree, scan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from borderdeck.build.exchange import Swap
    from borderdeck.build.files import BuiltFile


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
    waiting: Callable[[], None] | None = None,
) -> tuple[PublishedFile, ...]:
    """Publish what was built and say what became of each file, in the order given.

    `waiting` is called once if another build of the edition holds this one up.
    Edited files of a former build that the edition no longer has are reported at the end. Raises
    `PublishError`, and `LackingError` where files have to be rendered first; what was there before
    is there still, then.
    """
    folder = EditionFolder(output, edition)
    with explained(folder.live):
        require_folder(output)
        output.mkdir(parents=True, exist_ok=True)
        with locked(folder.lock, waiting):
            _clean_up(folder)
            return _publish(folder, files, run)


def preview(output: Path, edition: str, files: Sequence[BuiltFile], run: Run) -> Layout:
    """Say what publishing these files would do, as things stand; nothing is written."""
    folder = EditionFolder(output, edition)
    with explained(folder.live):
        return merge(_past(folder), files, run)


def previous(output: Path, edition: str) -> Manifest | None:
    """Give what the last build says that it made; None where there is no such word."""
    live = EditionFolder(output, edition).live
    with explained(live):
        return _manifest(live)[0]


def _publish(
    folder: EditionFolder, files: Sequence[BuiltFile], run: Run
) -> tuple[PublishedFile, ...]:
    past = _past(folder)
    layout = merge(past, files, run)
    if layout.lacking:
        raise LackingError(*layout.lacking)
    manifest = encode(Manifest(folder.edition, run.version, layout.entries))
    if _stands_already(layout, past, manifest, folder.live):
        return layout.published
    layout.written[MANIFEST] = manifest
    moved = _put_in_place(folder, layout, past.tree, run.swap)
    return tuple(
        replace(file, moved_to=moved.get(file.path, file.moved_to)) for file in layout.published
    )


def _put_in_place(folder: EditionFolder, layout: Layout, old: Tree, swap: Swap) -> dict[str, str]:
    new = folder.beside()
    try:
        stage(layout, old, new)
        if not folder.live.exists():
            new.rename(folder.live)
            left = None
        else:
            left = swap(new, folder.live)
    except BaseException:
        remove(new)
        raise
    fsync_folder(folder.output)
    if left is None:
        return {}
    moved = rescue(layout, old, left, folder.live)
    remove(left)
    return moved


def _clean_up(folder: EditionFolder) -> None:
    for left in exchange.heal(folder.live):
        remove(left)


def _past(folder: EditionFolder) -> Past:
    if folder.live.is_symlink() or (folder.live.exists() and not folder.live.is_dir()):
        raise PublishError(
            f"{folder.live.as_posix()} is a link or a file, but the edition's folder goes there.",
            "Rename it or move it elsewhere, or choose another folder with -o.",
        )
    tree = scan(folder.live)
    manifest, own = _manifest(folder.live)
    return Past(tree, manifest.files if manifest else (), own)


def _manifest(live: Path) -> tuple[Manifest | None, bool]:
    """Read an edition's manifest, and whether it is to the letter as borderdeck wrote it."""
    path = live / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None, False
    data = path.read_bytes()
    manifest = decode(data)
    return manifest, manifest is not None and encode(manifest) == data


def _stands_already(layout: Layout, past: Past, manifest: bytes, live: Path) -> bool:
    if layout.written or not past.own_manifest:
        return False
    untouched = {path: path for path in past.tree.files if path != MANIFEST}
    return layout.carried == untouched and (live / MANIFEST).read_bytes() == manifest
