"""What the system notes of a file whenever it is written, renamed or replaced.

It takes the place of reading the file again, as in git, where that is safe. This module, like
`borderdeck.build.answers`, is to be ready at once: it imports only what Python has loaded anyway.
"""

from __future__ import annotations

import os
import stat
import time
from binascii import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Stamp = tuple[int, int, int, int]
"""Size, last change of the bytes, last change of the inode, inode; times in nanoseconds.

No program can set the inode's time back. On Windows it is the file's creation.
"""

SETTLED_NS = 2_000_000_000
"""How long a file has not been written to, in nanoseconds, when its stamp tells of each change: a
tick of the coarsest clock, that of FAT."""


def stamp_of(found: os.stat_result) -> Stamp:
    """Take the stamp from what the system says of a file."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_settled(last_ns: int, now_ns: int) -> bool:
    """Whether what was last changed then would show each change that is made from now on."""
    return last_ns + SETTLED_NS <= now_ns


def settled(stamp: Stamp, now_ns: int) -> Stamp | None:
    """Give a stamp that was taken just now, if it would show each change from now on."""
    return stamp if is_settled(max(stamp[1:3]), now_ns) else None


def stamp_at(path: str) -> Stamp | None:
    """Give the stamp of a file, links followed; None where there is none, or something else."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return stamp_of(found) if stat.S_ISREG(found.st_mode) else None


def noted_below(folder: str) -> str:
    """Sum up the stamps of all files below a folder, Python's own caches left out.

    Empty where one of them was changed so shortly before that another change would not show.
    """
    found = sorted((path[len(folder) :], stamp) for path, stamp in files_below(folder))
    if not is_settled(max(max(stamp[1:3]) for _, stamp in found), time.time_ns()):
        return ""
    sums = [sum(stamp[part] for _, stamp in found) for part in range(4)]
    return f"{crc32(repr(found).encode(errors='surrogateescape')):08x} {sums}"


def files_below(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Give the files below a folder, Python's own caches left out."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry.path, stamp_of(entry.stat())
            elif entry.name != "__pycache__":
                yield from files_below(entry.path)
