"""The same question asked again, answered at once while nothing that the answer rests on changed.

`borderdeck build`, typed as before and in the same folder, has to say the same as before if every
file that was read is as it was, every file that was looked for and not there still is not, and so
are what was built, borderdeck itself and the libraries that it uses. To find that out takes less
time than to import what parses the command line; so this module imports next to nothing, and knows
no `Workspace`.

An answer lies beside the editions, and its paths start there. It may be lost or damaged.
"""

from __future__ import annotations

import json
import os
import sys
import time
from binascii import crc32

from borderdeck import __version__
from borderdeck.build.places import PACKAGE, name_of, path_of
from borderdeck.stamps import is_settled, noted_below, settled, stamp_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

FOLDER = ".borderdeck"
"""The folder, in the output folder, for what builds remember."""

MOST = 50
"""How many answers are kept, a few kilobytes each."""

HEAD = f"borderdeck {__version__} answer "
"""How an answer begins; what vouches for the rest of it follows on the same line."""


def answered(arguments: Sequence[str]) -> bool:
    """Print what this question was answered last, if it still holds; say whether it does."""
    if "build" not in arguments:
        return False
    for output in _outputs(arguments):
        path = _path(output, arguments)
        kept = _read(path)
        if kept is not None and kept["question"] == _question(output, os.getcwd(), arguments):
            if not _holds(kept, output, path):
                return False
            sys.stderr.write(_unveiled(kept["err"], output))
            sys.stdout.write(_unveiled(kept["out"], output))
            return True
    return False


class Told:
    """What was printed, on stdout and on stderr, and what it rests on.

    `files` are all that were looked for, by the names that `name_of` gives, each with its SHA-256
    and its stamp, `folders` the names in folders that were looked through; `system` are the paths
    of libraries outside Python.
    """

    def __init__(
        self,
        said: tuple[str, str],
        edition: str,
        files: dict[str, Any],
        folders: dict[str, list[str]],
        system: Iterable[str],
    ) -> None:
        self.out, self.err = said
        self.edition = edition
        self.files = files
        self.folders = folders
        self.system = system


def keep(arguments: Sequence[str], here: str, output: str, told: Told) -> None:
    """Keep an answer for the next time that the question is asked in the folder `here`.

    That one may be gone by now, if it was the edition's. Nothing is kept while borderdeck itself
    has just been changed.
    """
    by = makers(told.system)
    if by is None:
        return
    kept = {
        "question": _question(output, here, arguments),
        "by": by,
        "edition": told.edition,
        "files": told.files,
        "folders": told.folders,
        "out": _veiled(told.out, output),
        "err": _veiled(told.err, output),
    }
    _write(_path(output, arguments), kept)
    _prune(os.path.join(output, FOLDER))


def makers(system: Iterable[str]) -> dict[str, Any] | None:
    """Tell who makes files, by stamps alone; None where a change would not show.

    Where Python looks for packages, a folder's time tells whether one was put there or removed.
    """
    noted = noted_below(PACKAGE)
    folders = {path: _folder_time(path) for path in sys.path[1:]}
    if not noted or not is_settled(max(folders.values()), time.time_ns()):
        return None
    return {
        "borderdeck": noted,
        "python": sys.version,
        "folders": f"{crc32(repr(folders).encode()):08x} {sum(folders.values())}",
        "system": {path: _stamp(path) for path in system},
    }


def _holds(kept: dict[str, Any], output: str, path: str) -> bool:
    if kept["by"] != makers(kept["by"]["system"]) or _left_over(output, kept["edition"]):
        return False
    if any(_names(path_of(f, output)) != names for f, names in kept["folders"].items()):
        return False
    now = {}
    for name, known in kept["files"].items():
        now[name] = still(path_of(name, output), known)
        if now[name] is None:
            return False
    if now != kept["files"]:
        _write(path, {**kept, "files": now})
    return True


def still(path: str, known: list[Any]) -> list[Any] | None:
    """Give what is now known of a file that is as it was, None if it is not."""
    digest, before = known
    stamp = stamp_at(path)
    if digest is None or stamp is None:
        return known if digest is None and stamp is None else None
    if before == list(stamp):
        return known
    now = settled(stamp, time.time_ns())
    return [digest, now and list(now)] if _sha256(path) == digest else None


def _sha256(path: str) -> str | None:
    from hashlib import file_digest  # takes longer to import than all the rest

    try:
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _outputs(arguments: Sequence[str]) -> Iterator[str]:
    """Give the folders that may be the output folder, whichever of the words names it."""
    for word in arguments:
        path = os.path.realpath(word.removeprefix("--output=").removeprefix("-o"))
        yield path
        yield os.path.join(path, "output")
        yield os.path.join(os.path.dirname(path), "output")
    folder = os.getcwd()
    while True:
        yield os.path.join(folder, "output")
        folder, last = os.path.split(folder)
        if not last:
            return


def _path(output: str, arguments: Sequence[str]) -> str:
    return os.path.join(output, FOLDER, f"answer-{crc32(repr(arguments).encode()):08x}.json")


def _question(output: str, here: str, arguments: Sequence[str]) -> str:
    """Hash what was asked, from where, and what the environment has to do with the answer.

    That is how a terminal is written to, and where programs and the user's files are looked for. It
    is hashed because output folders are passed on.
    """
    from _blake2 import blake2b  # hashlib, which has it from there, takes long to import

    variables = [os.environ.get(name) for name in ("NO_COLOR", "TERM", "PATH", "HOME")]
    looked_at = [sys.stdout.isatty(), sys.stderr.isatty()]
    asked = (list(arguments), name_of(here, output), variables, looked_at)
    return blake2b(repr(asked).encode(), digest_size=16).hexdigest()


def _veiled(text: str, output: str) -> str:
    """Leave out of a message where on this machine files are."""
    for mark, path in _veils(output):
        text = text.replace(path, mark)
    return text


def _unveiled(text: str, output: str) -> str:
    for mark, path in reversed(_veils(output)):
        text = text.replace(mark, path)
    return text


def _veils(output: str) -> list[tuple[str, str]]:
    """Give the paths that no message may keep, the longest first, each with what stands for it."""
    folders = [("output", output), ("beside", os.path.dirname(output))]
    folders += [("home", os.path.expanduser("~"))]
    return [(f"\0{name}\0", path.replace(os.sep, "/")) for name, path in folders if path[1:]]


def _prune(folder: str) -> None:
    """Forget the oldest answers, and what a build that was killed had begun to write."""
    try:
        with os.scandir(folder) as found:
            answers = [entry for entry in found if entry.name.startswith("answer-")]
            answers.sort(key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
        whole = [entry for entry in answers if entry.name.endswith(".json")]
        for entry in {*answers} - {*whole[:MOST]}:
            os.remove(entry.path)
    except OSError:
        return


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _left_over(output: str, edition: str) -> bool:
    """Whether a build that was killed has left something behind, which the next one removes."""
    marks = (f".{edition}.new-", f".{edition}.old-")
    return any(name.startswith(marks) for name in os.listdir(output))


def _stamp(path: str) -> list[int]:
    return list(stamp_at(path_of(path, "")) or ())


def _folder_time(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def _read(path: str) -> dict[str, Any] | None:
    try:
        with open(path, "rb") as file:
            head, _, body = file.read().partition(b"\n")
    except (OSError, ValueError):
        return None
    if head != _head(body):
        return None
    document: dict[str, Any] = json.loads(body)
    return document


def _write(path: str, document: dict[str, Any]) -> None:
    """Put an answer in place; where that cannot be done, the next build takes longer."""
    body = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.new", "wb") as file:
            file.write(_head(body) + b"\n" + body)
        os.replace(f"{path}.new", path)
    except OSError:
        return


def _head(body: bytes) -> bytes:
    return f"{HEAD}{crc32(body):08x}".encode()
