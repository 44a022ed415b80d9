"""The new folder, put together beside the old one, down to the disk."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderdeck.build.merge import Layout
    from borderdeck.build.tree import Tree


def stage(layout: Layout, old: Tree, new: Path) -> None:
    """Make the folder `new` of a layout and see it safely on the disk."""
    new.mkdir()
    for folder in sorted(_folders(layout, old)):
        (new / folder).mkdir(parents=True, exist_ok=True)
    for path, source in layout.carried.items():
        carry(old.root / source, new / path)
    for path, data in layout.written.items():
        write(new / path, data)
    _finish_folders(old, new)


def remove(folder: Path) -> None:
    """Remove a folder as far as it can be; what is left is tried again by the next build.

    No file's mode is touched: its other name may be in the folder that was just published.
    """
    for path, _, _ in os.walk(folder):
        with suppress(OSError):
            Path(path).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def fsync_folder(folder: Path) -> None:
    """See a folder's list of names on the disk, where the system can do that for folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def _folders(layout: Layout, old: Tree) -> set[str]:
    paths = (*layout.carried, *layout.written)
    return {str(PurePosixPath(path).parent) for path in paths} | set(old.empty)


def carry(source: Path, target: Path) -> None:
    """Give a file a second name, so that a program which has it open goes on saving into it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)
        _fsync(target)


def write(target: Path, data: bytes) -> None:
    """Write a new file, and see it on the disk."""
    with target.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _fsync(path: Path) -> None:
    if path.is_symlink() or os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _finish_folders(old: Tree, new: Path) -> None:
    """Give folders the modes that their owner gave them, the deepest first, and fsync them."""
    for path, _, _ in os.walk(new, topdown=False):
        folder = Path(path)
        before = old.root / folder.relative_to(new)
        fsync_folder(folder)
        if before.is_dir() and not before.is_symlink():
            shutil.copymode(before, folder)
