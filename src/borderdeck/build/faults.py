"""What the system refused, in the words of a facilitator."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from borderdeck.build.exchange import denied
from borderdeck.build.files import (
    NOTE_OF_LIBREOFFICE,
    NOTE_OF_POWERPOINT,
    PublishError,
    Status,
)
from borderdeck.build.tree import scan
from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from borderdeck.build.files import PublishedFile

_ELSEWHERE = "choose another folder with -o"

_WORDS = {
    errno.ENOSPC: ("The disk with {0} is full.", f"Make room on it, or {_ELSEWHERE}."),
    errno.EDQUOT: ("Your share of the disk with {0} is full.", f"Make room, or {_ELSEWHERE}."),
    errno.EFBIG: ("A file is larger than {0} allows.", f"Please {_ELSEWHERE}."),
    errno.EACCES: ("borderdeck may not write in {0}.", f"Allow it, or {_ELSEWHERE}."),
    errno.EPERM: ("borderdeck may not write in {0}.", f"Allow it, or {_ELSEWHERE}."),
    errno.EROFS: ("{0} is on a disk that cannot be written to.", f"Please {_ELSEWHERE}."),
    errno.ENOTDIR: ("{0} is not a folder.", f"Rename what has this name, or {_ELSEWHERE}."),
    errno.ENAMETOOLONG: (
        "A path in {0} is longer than the system allows.",
        "Choose a folder with a shorter path with -o, or a shorter name for the edition.",
    ),
}


def require_folder(path: Path) -> None:
    """Raise `PublishError` where this folder is not there and cannot be made."""
    there = next(folder for folder in (path, *path.parents) if os.path.lexists(folder))
    if not there.is_dir():
        raise PublishError(
            f"{there.as_posix()} is not a folder.", f"Rename or remove it, or {_ELSEWHERE}."
        )


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn an `OSError` into a `PublishError` about this edition's folder."""
    try:
        yield
    except OSError as error:
        raise explain(error, folder) from error


def explain(error: OSError, folder: Path) -> PublishError:
    """Say what an error means for this edition's folder, and what to do."""
    if denied(error):
        return _in_use(folder)
    otherwise = (f"{{0}} could not be written: {error.strerror}.", f"Try again, or {_ELSEWHERE}.")
    message, hint = _WORDS.get(error.errno or 0, otherwise)
    return PublishError(message.format(folder.as_posix()), hint)


def still_open(files: Iterable[PublishedFile]) -> Iterator[Diagnostic]:
    """Tell of files that could not be replaced because a program has them open."""
    for file in files:
        if file.status is Status.IN_USE:
            name = file.path.rpartition("/")[2]
            yield Diagnostic(
                Code.FILE_IN_USE,
                f"{file.path} is open in another program, and still as it was; "
                "all other files are up to date.",
                f"Close {name} in {_program(name)}, then build again.",
                severity=Severity.WARNING,
            )


def _program(name: str) -> str:
    return "PowerPoint" if name.endswith(".pptx") else "the program that shows it"


def open_documents(folder: Path) -> tuple[str, ...]:
    """Name the documents that are open in an office suite, by the notes it leaves beside them."""
    names = (path.rpartition("/")[2] for path in scan(folder).files)
    documents = (_document(name) for name in names)
    return tuple(sorted(name for name in documents if name))


def _document(note: str) -> str:
    if note.startswith(NOTE_OF_POWERPOINT):
        return note.removeprefix(NOTE_OF_POWERPOINT)
    if note.startswith(NOTE_OF_LIBREOFFICE):
        return note.removeprefix(NOTE_OF_LIBREOFFICE).removesuffix("#")
    return ""


def _in_use(folder: Path) -> PublishError:
    documents = " and ".join(open_documents(folder)) or "every file of this edition"
    return PublishError(
        f"A file in {folder.as_posix()} is open in another program.",
        f"Close {documents} in PowerPoint or whatever shows it, then build again.",
    )
