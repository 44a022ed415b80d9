"""Have any of the calls by which a build writes fail, and see what was on the disk before which.

Every call that changes a disk goes through one wrapper here: it is counted, and the one whose turn
it is fails, as the system would let it fail, or is interrupted.
"""

from __future__ import annotations

import builtins
import io
import os
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from borderdeck.build import exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHANGING = (
    *("mkdir", "rename", "replace", "link", "symlink", "chmod", "utime", "sendfile"),
    *("unlink", "remove", "rmdir", "fsync", "truncate", "ftruncate"),
)
"""The functions of `os` that change what is on a disk, or see it there."""

TAKING_A_NAME = frozenset({"mkdir", "link", "rename", "replace", "symlink"})
"""Those that put a name into a folder; it is their last path."""


class Fault(Struct, frozen=True):
    """What happens at a call: it fails with this `errno`, or Ctrl-C is pressed.

    That is before it is made, or `after`.
    """

    name: str
    errno: int | None = None
    after: bool = False

    def strike(self) -> None:
        if self.errno is None:
            raise KeyboardInterrupt
        raise OSError(self.errno, os.strerror(self.errno))


class Calls(Struct):
    """The calls so far, of which number `at` (from 1) meets the fault.

    `log` has the name of each; `dirty` the inodes that were written to and not yet seen on the disk
    since, with the path of each. `at_exchange` holds what was dirty below the new folder when it
    was put in place. While `paused`, somebody else writes.
    """

    fault: Fault | None = None
    at: int = 0
    paused: bool = False
    saved_late: bool = False
    log: list[str] = field(default_factory=list)
    dirty: dict[int, str] = field(default_factory=dict)
    at_exchange: list[str] = field(default_factory=list)

    def step(self, name: str, do: Callable[[], Any], halfway: Callable[[], object] = int) -> Any:
        """Count a call and make it; `halfway` is what is done of it where it fails."""
        if self.paused:
            return do()
        self.log.append(name)
        struck = self.fault is not None and len(self.log) == self.at
        if struck and self.fault is not None and not self.fault.after:
            halfway()
            self.fault.strike()
        done = do()
        if struck and self.fault is not None:
            self.fault.strike()
        return done

    def os_call(self, name: str, real: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Make a call of `os` by its name, and note what it leaves to be seen on the disk."""
        if name in {"rename", "replace"} and ".new-" in str(args[0]) and Path(args[0]).is_dir():
            self.look_below(Path(args[0]))
        do = partial(real, *args, **options)
        if name == "fsync":  # made in name alone: to wait for the disk shows nothing here
            return self.step(name, partial(self.dirty.pop, os.fstat(args[0]).st_ino, None))
        done = self.step(name, do)
        if name in TAKING_A_NAME:
            paths = [arg for arg in args if isinstance(arg, (str, os.PathLike))]
            self.soil(Path(paths[-1]).parent)
        return done

    def soil(self, path: Path) -> None:
        self.dirty[path.stat().st_ino] = str(path)

    def look_below(self, new: Path) -> None:
        below = {path.lstat().st_ino for path in (new, *new.rglob("*"))}
        self.at_exchange += [path for inode, path in self.dirty.items() if inode in below]

    def opened(
        self, real: Callable[..., Any], path: Any, mode: str = "r", *more: Any, **options: Any
    ) -> Any:
        do = partial(real, path, mode, *more, **options)
        if self.paused or not set(mode) & set("wxa+"):
            return do()
        file = self.step("open", do)
        self.soil(Path(path).parent)
        self.soil(Path(path))
        return Written(self, file)

    def low_opened(
        self, real: Callable[..., Any], path: Any, flags: int, *more: Any, **options: Any
    ) -> Any:
        do = partial(real, path, flags, *more, **options)
        return self.step("os.open", do) if flags & os.O_CREAT else do()

    def exchanging(self, real: Callable[[], Any]) -> Any:
        """Wrap the system's exchange, which gives an errno where others raise."""
        call = real()

        def made(one: bytes, other: bytes) -> int:
            self.look_below(Path(os.fsdecode(one)))
            try:
                return int(self.step("exchange", lambda: call(one, other)))
            except OSError as error:
                return error.errno or 0

        return call and made


class Written:
    """A file that is being written, each of whose calls can fail."""

    def __init__(self, calls: Calls, file: Any) -> None:
        self.calls, self.file = calls, file

    def write(self, data: bytes) -> int:
        half = partial(self.file.write, data[: len(data) // 2])
        return int(self.calls.step("write", partial(self.file.write, data), half))

    def flush(self) -> None:
        self.calls.step("flush", self.file.flush)

    def close(self) -> None:
        self.calls.step("close", self.file.close, self.file.close)

    def __enter__(self) -> Written:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


@contextmanager
def watched(calls: Calls) -> Iterator[None]:
    """Lead all that writes through these calls, until the block ends."""
    wrappers: list[tuple[Any, str, Callable[..., Any]]]
    wrappers = [(os, name, partial(calls.os_call, name)) for name in CHANGING]
    wrappers += [(os, "open", calls.low_opened), (exchange, "_native_exchange", calls.exchanging)]
    wrappers += [(module, "open", calls.opened) for module in (io, builtins)]
    real = [(module, name, getattr(module, name)) for module, name, _ in wrappers]
    for (module, name, wrapper), (*_, call) in zip(wrappers, real, strict=True):
        setattr(module, name, partial(wrapper, call))
    try:
        yield
    finally:
        for module, name, call in real:
            setattr(module, name, call)
