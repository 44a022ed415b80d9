"""Wait until something that a build looked for is another, or a file that it wants is closed.

What the system tells of changes only wakes this up: whether a file is another is found by looking
at it, as everywhere in borderdeck. So nothing is missed that changed while nobody listened, on a
drive that tells nothing, or in a folder that came later; it is only found a little later.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.build.exchange import in_use
from borderdeck.build.maker import installed
from borderdeck.stamps import files_below
from borderdeck.workspace import PACKAGE, real

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderdeck.workspace import Reads

QUIET_MS = 20
"""How long nothing may be saved until a burst of saves is over, in milliseconds."""

LONGEST_BURST_MS = 500
"""How long a burst may last before it is looked at, in milliseconds."""

LOOK_MS = 1000
"""How often files are looked at though nobody told of a change, in milliseconds."""


class Watched(Struct, frozen=True):
    """What a build looked for, as it was then, and files that a program kept it from replacing."""

    reads: Reads
    in_use: tuple[Path, ...] = ()

    def wait(self) -> tuple[Path, ...]:
        """Wait until there are `changes`, and give them."""
        changed = self.changes()
        while not changed:
            with suppress(OSError):  # a folder that is gone since, or more than the system watches
                looks = (self.changes() for _ in self._woken())
                changed = next(filter(None, looks), ())
        return changed

    def changes(self) -> tuple[Path, ...]:
        """Give files and folders whose words or names are others now, and files that are free."""
        return (*self.reads.changed(), *(path for path in self.in_use if not in_use(path)))

    def _woken(self) -> Iterator[object]:
        """Wake up after each burst of changes in the folders, and every now and then."""
        from watchfiles import watch

        return watch(
            *self.folders(),
            watch_filter=None,
            debounce=LONGEST_BURST_MS,
            step=QUIET_MS,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )

    def folders(self) -> tuple[Path, ...]:
        """Give the folders in which a change would show, as far as they are there."""
        return tuple(dict.fromkeys(map(_there, self._where())))

    def _where(self) -> Iterator[Path]:
        """Give where a change is told: in the file's folder, and in that a link leads to."""
        for path in self.reads.seen:
            yield path.parent
            yield real(path).parent
        for folder in self.reads.listed:
            yield folder
            yield folder.parent


def _there(folder: Path) -> Path:
    """Give a folder, or the nearest one above it that is there."""
    return next(f for f in (folder, *folder.parents) if f.is_dir())


def program() -> frozenset[object]:
    """Tell what runs here: borderdeck's own files as the system notes them, and the libraries."""
    return frozenset((*files_below(str(PACKAGE)), *installed(sys.path).items()))
