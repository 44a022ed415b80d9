"""One build of an edition at a time."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 1.0
"""Seconds of waiting after which a person is told what is being waited for."""


@contextmanager
def locked(path: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the lock until the block ends; call `waiting` once if another process has it for long.

    The system lets go of it when a process dies. The hidden file stays: to remove it is safe only
    while every process looks, once it has the lock, whether its file is still there under that
    name, and `filelock` promises that nowhere.
    """
    from filelock import FileLock, Timeout  # takes longer than a small build

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
