"""Folders that builds left which were killed, and what a facilitator had saved in them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from borderdeck.build import tree
from tests.build.edition_folders import DECK, EDITION, build_deck, contents, hidden, write

if TYPE_CHECKING:
    import os
    from pathlib import Path

LEFT = f".{EDITION}.old-0123abcd"


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """An edition, and beside it the one before that, which a killed build did not remove."""
    build_deck(tmp_path, b"one")
    shutil.copytree(tmp_path / EDITION, tmp_path / LEFT)
    build_without_cleaning(tmp_path)
    return tmp_path / LEFT


def as_windows_lists_it(entry: os.DirEntry[str]) -> tree.Stamp:
    """Give the stamp of a file as a folder's list has it there, where every inode is 0.

    https://docs.python.org/3/library/os.html#os.DirEntry.stat
    """
    found = entry.stat(follow_symlinks=False)
    return tree.Stamp(0, found.st_size, found.st_mtime_ns, is_file=True)


def build_without_cleaning(output: Path) -> None:
    (output / LEFT).rename(output / "apart")
    build_deck(output, b"two")
    (output / "apart").rename(output / LEFT)


def test_a_deck_saved_in_a_folder_that_was_left_is_brought_over(left: Path) -> None:
    (left / DECK).write_bytes(b"saved at the last moment")
    build_deck(left.parent, b"two")
    assert contents(left.parent)[f"replaced/{DECK}"] == b"saved at the last moment"


def test_it_is_brought_over_where_folders_do_not_tell_which_file_is_which(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "_stamp", as_windows_lists_it)
    (left / DECK).write_bytes(b"saved at the last moment")
    build_deck(left.parent, b"two")
    assert contents(left.parent)[f"replaced/{DECK}"] == b"saved at the last moment"


def test_it_is_told_where_it_is_now(left: Path) -> None:
    (left / DECK).write_bytes(b"saved at the last moment")
    assert build_deck(left.parent, b"two").moved_to == f"replaced/{DECK}"


def test_a_file_of_ones_own_is_brought_to_where_it_was(left: Path) -> None:
    (left / "mine.txt").write_bytes(b"mine")
    build_deck(left.parent, b"two")
    assert contents(left.parent)["mine.txt"] == b"mine"


def test_what_borderdeck_built_is_not_brought_over(left: Path) -> None:
    build_deck(left.parent, b"two")
    assert (contents(left.parent), hidden(left.parent)) == ({DECK: b"two"}, [])


def test_what_is_in_the_edition_anyway_is_not_brought_over(left: Path) -> None:
    write(left.parent, "mine.txt", b"mine")
    (left / "copy.txt").write_bytes(b"mine")
    build_deck(left.parent, b"two")
    assert contents(left.parent) == {DECK: b"two", "mine.txt": b"mine"}


def test_what_an_office_suite_notes_beside_an_open_deck_is_not_brought_over(left: Path) -> None:
    (left / "decks/~$session-1.pptx").write_bytes(b"who has it open")
    build_deck(left.parent, b"two")
    assert contents(left.parent) == {DECK: b"two"}


def test_a_folder_that_was_not_yet_put_together_holds_nothing_to_bring(left: Path) -> None:
    (left / "manifest.json").unlink()
    (left / DECK).write_bytes(b"half of a d")
    build_deck(left.parent, b"two")
    assert contents(left.parent) == {DECK: b"two"}
