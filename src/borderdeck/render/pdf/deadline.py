"""A limit on how long a stretch of Python may take: on any thread, and on every system."""

from __future__ import annotations

import ctypes
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

AGAIN = 0.5
"""Seconds until it is tried again, where the first call to stop was swallowed."""


class _Stop(BaseException):
    """Ends the stretch; no `except Exception` on the way takes it for a fault of its own."""


class TooSlowError(Exception):
    """A stretch of Python took longer than it may."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """End the block after so many seconds. Raises `TooSlowError` from it.

    CPython raises between two instructions (`PyThreadState_SetAsyncExc`); a single call into C is
    waited for, so what such calls may be given has to be bounded by its own means.
    """
    watch = _Watch(threading.get_ident(), seconds)
    try:
        try:
            watch.start()
            yield
        finally:
            watch.end()
    except _Stop:
        raise TooSlowError(f"it takes longer than {seconds:g} seconds") from None


class _Watch:
    """Calls on a thread to stop, once its time is over, until the block has ended."""

    def __init__(self, thread: int, seconds: float) -> None:
        self._thread = ctypes.c_ulong(thread)
        self._seconds = seconds
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        self._watcher.start()

    def _watch(self) -> None:
        pause = self._seconds
        while not self._ended.wait(pause):
            pause = AGAIN
            with self._lock:
                if not self._ended.is_set():
                    _raise_in(self._thread, ctypes.py_object(_Stop))

    def end(self) -> None:
        """Stop watching; whatever was called but not yet raised is taken back."""
        with self._lock:
            self._ended.set()
            _raise_in(self._thread, None)
        self._watcher.join()


def _raise_in(thread: ctypes.c_ulong, error: ctypes.py_object[type[_Stop]] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, error)
