"""One build of an edition at a time."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from filelock import BaseFileLock

    Waiting = Callable[[Path | None], None]

MODE = 0o666
"""The permissions of its file, as `filelock` gives them: less what the user withholds (umask)."""

PATIENCE = 1.0
"""Seconds of waiting after which a person is told what is being waited for."""

NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})
"""What network drives say that know no locks."""


class _NoLocksError(Exception):
    """The drive knows no locks."""


@contextmanager
def locked(path: Path, waiting: Waiting | None = None) -> Iterator[None]:
    """Hold the lock until the block ends; call `waiting` once if another process has it for long.

    On a drive without locks, a second file says who builds, while that lasts; `waiting` is given
    this file then, as nobody else removes it where that process has died on another machine.

    The system lets go of it when a process dies. The hidden file stays: to remove it is safe only
    while every process looks, once it has the lock, whether its file is still there under that
    name, and `filelock` promises that nowhere.
    """
    release = _taken(path, waiting)
    try:
        yield
    finally:
        release()


def _taken(path: Path, waiting: Waiting | None) -> Callable[[], None]:
    """Take the lock, and give what lets go of it."""
    try:
        handle = _had_at_once(path)
    except _NoLocksError:
        return _waited_for(lock := _said_by_a_file(path), waiting, Path(lock.lock_file))
    if handle is not None:
        return lambda: os.close(handle)

    from filelock import FileLock

    return _waited_for(FileLock(path), waiting)


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
    except OSError as error:
        os.close(handle)
        if error.errno in NO_LOCKS:
            raise _NoLocksError from error
        return None  # somebody has it
    return handle


def _said_by_a_file(path: Path) -> BaseFileLock:
    """Give a lock that is had by whoever made its file; of one killed here it is free."""
    from filelock import SoftFileLock

    return SoftFileLock(path.with_name(f"{path.name}.held"))


def _waited_for(
    lock: BaseFileLock, waiting: Waiting | None, file: Path | None = None
) -> Callable[[], None]:
    from filelock import Timeout

    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout:
        if waiting is not None:
            waiting(file)
        lock.acquire(timeout=-1)
    return lock.release
