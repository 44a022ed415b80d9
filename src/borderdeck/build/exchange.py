"""Putting a folder in another's place in one step, as far as the system can.

Linux and macOS exchange two names at once: renameat2(2) with RENAME_EXCHANGE, renamex_np(2) with
RENAME_SWAP. Python reaches neither, and no maintained package does for both, so it is done through
ctypes here and nowhere else. Where the system or the file system cannot (Windows, FAT on a memory
stick, some network drives), two renames do it, and `heal` mends what a kill between them leaves.
"""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Swap = Callable[[Path, Path], Path]

CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
"""What systems say to a kind of rename that they do not know; EPERM comes from older containers."""

WINDOWS_DENIED = frozenset({5, 32, 33})
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: a program has a file open."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS sys/stdio.h
_PAUSES = (0.05, 0.1, 0.2, 0.4)  # seconds; virus scanners let go of new files after such a while


def swap(new: Path, live: Path) -> Path:
    """Put the folder `new` where the folder `live` is, and say where the latter is now.

    Raises `OSError` as the system gives it; then both are where they were.
    """
    return new if exchange(new, live) else two_renames(new, live)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step, or say that it cannot be done here."""
    call = _native_exchange()
    if call is None:
        return False
    code = call(os.fsencode(one), os.fsencode(other))
    if code and code not in CANNOT:
        raise OSError(code, os.strerror(code), str(one), None, str(other))
    return not code


def two_renames(new: Path, live: Path) -> Path:
    """Do what `swap` does by moving `live` away first; `heal` undoes that after a kill."""
    old = old_beside(live, new)
    try:
        patiently(partial(live.rename, old))
        patiently(partial(new.rename, live))
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(live):
            old.rename(live)
        raise
    return old


def old_beside(live: Path, new: Path) -> Path:
    """Name the folder for what makes room in `live` for what is in `new`."""
    return live.with_name(f".{live.name}.old-{new.name[-8:]}")


def patiently(rename: Callable[[], object]) -> None:
    """Try a rename again for a while where a program has the file open."""
    for pause in _PAUSES:
        try:
            rename()
        except PermissionError as error:
            if not denied(error):
                raise
            time.sleep(pause)
        else:
            return
    rename()


def denied(error: OSError) -> bool:
    """Whether Windows refused because a program has the file, or one in the folder, open."""
    return getattr(error, "winerror", None) in WINDOWS_DENIED


def in_use(path: Path) -> bool:
    """Whether Windows would refuse to replace a file: it does not rename it to its own name then.

    Elsewhere a file can be replaced whoever has it open.
    """
    try:
        os.rename(path, path)  # noqa: PTH104 - as the system takes it
    except OSError as error:
        return denied(error)
    return False


def heal(live: Path) -> list[Path]:
    """Put back a folder that a kill has left moved away; list what else such builds left.

    To be called by one process at a time.
    """
    left = left_beside(live)
    moved_away = [folder for folder in left if folder.name.startswith(f".{live.name}.old-")]
    if moved_away and not os.path.lexists(live):
        moved_away[0].rename(live)
        left.remove(moved_away[0])
    return left


def left_beside(live: Path) -> list[Path]:
    """List what builds that were killed have left beside a folder."""
    left = re.compile(rf"\.{re.escape(live.name)}\.(new|old)-[0-9a-f]{{8}}")
    return sorted(beside for beside in live.parent.iterdir() if left.fullmatch(beside.name))


def _native_exchange() -> Callable[[bytes, bytes], int] | None:
    """Find the system's call; it gives an errno, 0 for success."""
    import ctypes  # not needed where nothing has changed

    libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None

    def called(name: str, *arguments: object) -> int:
        return ctypes.get_errno() if getattr(libc, name)(*arguments) else 0

    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        return lambda one, other: called(
            "renameat2", _AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE
        )
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return lambda one, other: called("renamex_np", one, other, _RENAME_SWAP)
    return None
