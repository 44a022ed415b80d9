"""What is in a folder that is about to be removed, and is the facilitator's.

A program that saves a file by putting another in its place (office suites do) leaves it in the old
folder if that was exchanged a moment ago. It is brought over, by this build, or where that was
killed or failed, by the next.
"""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.build import exchange
from borderdeck.build.files import (
    AS_IT_STANDS,
    MANIFEST,
    NOTE_OF_LIBREOFFICE,
    NOTE_OF_POWERPOINT,
    REPLACED,
    key,
)
from borderdeck.build.manifest import encode, read
from borderdeck.build.merge import free
from borderdeck.build.staging import remove, write
from borderdeck.build.tree import scan

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from borderdeck.build.merge import Layout
    from borderdeck.build.tree import Tree


def rescue(layout: Layout, seen: Tree, old: Path, live: Path) -> dict[str, str]:
    """Bring what was saved in the old folder since it was looked at; say what is now where."""
    late = {path: stamp for path, stamp in scan(old).files.items() if seen.files.get(path) != stamp}
    late.pop(MANIFEST, None)
    own = layout.carried.keys() - layout.written.keys()
    return {path: _bring(path, old, live, own) for path in late if not _is_note(path)}


def clean_up(live: Path) -> dict[str, str]:
    """Remove what builds that were killed, or failed, have left; say what was in it, and is where.

    To be called by one process at a time.
    """
    moved: dict[str, str] = {}
    for left in exchange.heal(live):
        _catch_up(left, live)
        moved |= {path: _bring(path, left, live) for path in list(_strays(left, live))}
        remove(left)
    return moved


def _catch_up(left: Path, live: Path) -> None:
    """Have the manifest tell of files from a new folder that stand in the edition by now.

    So it is where a build was ended that put them in place one by one, and the manifest last.
    """
    standing = left / AS_IT_STANDS
    standing.unlink(missing_ok=True)
    new, _ = read(left)
    now, own = read(live)
    theirs = os.path.lexists(live / MANIFEST) and not own
    if new is None or theirs or not live.is_dir():
        return
    entries = {entry.path: entry for entry in now.files} if now else {}
    tree = scan(live)
    for entry in new.files:
        known = entries.get(entry.path)
        differs = known is None or known.sha256 != entry.sha256
        if differs and entry.path in tree.files and tree.digest(entry.path) == entry.sha256:
            entries[entry.path] = entry
    if now is None or tuple(entries.values()) != now.files:
        write(standing, encode(replace(new, files=tuple(entries.values()))))
        standing.replace(live / MANIFEST)


def _strays(left: Path, live: Path) -> Iterator[str]:
    """Name the files that borderdeck did not build, and that are not in the edition either.

    A folder without a manifest was not put together yet: what is in it is in the edition, too.
    """
    manifest, _ = read(left)
    if manifest is None:
        return
    there, tree = scan(live), scan(left)
    known = {entry.sha256 for entry in manifest.files}
    for path, stamp in tree.files.items():
        if path == MANIFEST or not stamp.is_file or _is_note(path):
            continue
        digest = tree.digest(path)
        if digest not in known and not _holds(there, digest, stamp.size):
            yield path


def _holds(there: Tree, digest: str, size: int) -> bool:
    alike = (path for path, stamp in there.files.items() if stamp.size == size)
    return any(there.digest(path) == digest for path in alike)


def _bring(path: str, old: Path, live: Path, own: Container[str] = ()) -> str:
    """Put a late file where it was if that is free, or is the facilitator's `own`.

    Else it goes into `replaced/`.
    """
    where = path
    if path not in own and os.path.lexists(live / path):
        where = free(f"{REPLACED}/{path}", {key(taken) for taken in scan(live).files})
    (live / where).parent.mkdir(parents=True, exist_ok=True)
    (old / path).replace(live / where)
    return where


def _is_note(path: str) -> bool:
    """Whether it is what office suites write beside a document that is open."""
    return PurePosixPath(path).name.startswith((NOTE_OF_POWERPOINT, NOTE_OF_LIBREOFFICE))
