"""One build of an edition at a time."""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MODE = 0o666
"""The permissions of its file, as `filelock` gives them: less what the user withholds (umask)."""

PATIENCE = 1.0
"""Seconds of waiting after which a person is told what is being waited for."""


@contextmanager
def locked(path: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the lock until the block ends; call `waiting` once if another process has it for long.

    The system lets go of it when a process dies. The hidden file stays: to remove it is safe only
    while every process looks, once it has the lock, whether its file is still there under that
    name, and `filelock` promises that nowhere.
    """
    handle = _had_at_once(path)
    if handle is not None:
        try:
            yield
        finally:
            os.close(handle)
        return
    with _waited_for(path, waiting):
        yield


def _had_at_once(path: Path) -> int | None:
    """Take the lock as `filelock` does, if nobody has it; None where that is to be tried.

    To load `filelock` takes as long as to make ten slides.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, MODE)
    except OSError:
        return None  # which it explains
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # somebody has it, or the drive knows no locks
        os.close(handle)
        return None
    return handle


@contextmanager
def _waited_for(path: Path, waiting: Callable[[], None] | None) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    with warnings.catch_warnings():
        # Drives without locks get a file that says who builds; nothing for a facilitator to do.
        warnings.filterwarnings("ignore", message="flock not supported")
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            if waiting is not None:
                waiting()
            lock.acquire(timeout=-1)
    try:
        yield
    finally:
        lock.release()
