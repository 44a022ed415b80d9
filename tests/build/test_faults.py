from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from borderdeck.build.faults import explain, open_documents
from tests.build.edition_folders import EDITION, write

if TYPE_CHECKING:
    from pathlib import Path


def sharing_violation() -> OSError:
    """The error that Windows gives for a file which another program has open."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    vars(error)["winerror"] = 32
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "may not write in"),
        (errno.EROFS, "on a disk that cannot be written to"),
        (errno.ENOTDIR, "is not a folder"),
        (errno.ENAMETOOLONG, "longer than the system allows"),
        (errno.EIO, "could not be written: trouble"),
    ],
)
def test_an_error_is_told_in_plain_words(tmp_path: Path, code: int, words: str) -> None:
    assert words in explain(OSError(code, "trouble"), tmp_path).message


def test_an_open_deck_is_named(tmp_path: Path) -> None:
    write(tmp_path, "decks/~$session-1.pptx", b"")
    hint = explain(sharing_violation(), tmp_path / EDITION).hint
    assert hint.startswith("Close session-1.pptx in PowerPoint")


def test_a_document_that_leaves_no_note_can_only_be_meant(tmp_path: Path) -> None:
    hint = explain(sharing_violation(), tmp_path).hint
    assert hint.startswith("Close every file of this edition in PowerPoint")


def test_documents_open_in_libreoffice_are_seen_too(tmp_path: Path) -> None:
    write(tmp_path, "decks/.~lock.session-1.pptx#", b"")
    assert open_documents(tmp_path) == ("session-1.pptx",)
