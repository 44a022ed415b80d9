"""The door to files, and what it records."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from borderdeck.workspace import ABSENT, Kept, Reads, TooLargeError, Workspace, absolute

if TYPE_CHECKING:
    from pathlib import Path

HASH = sha256(b"words").hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file and a link to it."""
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "link").symlink_to("file")
    return tmp_path


def recorded(folder: Path, name: str) -> Reads:
    workspace = Workspace(here=folder)
    with workspace.recording() as reads, suppress(OSError):
        workspace.read_inside(folder, name)
    return reads


def test_what_is_read_is_recorded_with_its_hash(folder: Path) -> None:
    assert recorded(folder, "file").digests == {folder / "file": HASH}


def test_a_link_to_itself_is_shown_by_its_own_name(folder: Path) -> None:
    (folder / "circle").symlink_to("circle")
    assert Workspace(here=folder).shown(folder / "circle") == "circle"


def test_a_link_to_itself_is_recorded_as_no_file(folder: Path) -> None:
    (folder / "circle").symlink_to("circle")
    assert recorded(folder, "circle").seen == {folder / "circle": ABSENT}


def test_a_link_is_recorded_by_its_own_name(folder: Path) -> None:
    assert recorded(folder, "link").digests == {folder / "link": HASH}


def test_a_file_that_is_not_there_is_recorded(folder: Path) -> None:
    assert recorded(folder, "nowhere").seen == {folder / "nowhere": ABSENT}


def test_a_folder_is_recorded_as_no_file(folder: Path) -> None:
    (folder / "inner").mkdir()
    assert recorded(folder, "inner").seen == {folder / "inner": ABSENT}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_found_to_be_no_file_without_waiting_for_a_writer(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert Workspace(here=folder).look(folder / "pipe") == ABSENT


def test_a_file_that_was_looked_for_in_vain_is_recorded(folder: Path) -> None:
    workspace = Workspace(here=folder)
    with workspace.recording() as reads:
        workspace.has(folder / "nowhere")
    assert reads.seen == {folder / "nowhere": ABSENT}


def test_a_folder_that_was_looked_through_is_recorded_with_its_names(folder: Path) -> None:
    workspace = Workspace(here=folder)
    with workspace.recording() as reads:
        workspace.names_in(folder)
    assert reads.listed == {folder: ("file", "link")}


def test_a_folder_that_is_not_there_is_recorded_without_names(folder: Path) -> None:
    workspace = Workspace(here=folder)
    with workspace.recording() as reads:
        workspace.names_in(folder / "nowhere")
    assert reads.listed == {folder / "nowhere": ()}


def test_what_was_read_before_is_not_recorded(folder: Path) -> None:
    workspace = Workspace(here=folder)
    workspace.read(folder / "file")
    with workspace.recording() as reads:
        pass
    assert reads.seen == {}


def test_recordings_lie_within_each_other(folder: Path) -> None:
    workspace = Workspace(here=folder)
    with workspace.recording() as outer, workspace.recording() as inner:
        workspace.read(folder / "file")
    assert outer.seen == inner.seen


def test_a_file_that_was_written_just_now_has_no_stamp(folder: Path) -> None:
    assert Workspace(here=folder).look(folder / "file") == (HASH, None)


def test_what_is_kept_is_recorded_for_each_that_asks(folder: Path) -> None:
    workspace = Workspace(here=folder)
    kept = Kept(workspace, lambda: workspace.read(folder / "file"))
    kept()
    with workspace.recording() as reads:
        kept()
    assert reads.digests == {folder / "file": HASH}


def test_what_is_kept_is_made_once(folder: Path) -> None:
    kept = Kept(Workspace(here=folder), object)
    assert kept() is kept()


def test_what_is_kept_is_made_anew_when_its_file_has_changed(folder: Path) -> None:
    workspace = Workspace(here=folder)
    kept = Kept(workspace, lambda: workspace.read(folder / "file"))
    kept()
    (folder / "file").write_bytes(b"other")
    assert kept() == b"other"


def test_what_is_kept_is_made_anew_when_a_file_appears_that_was_looked_for(folder: Path) -> None:
    workspace = Workspace(here=folder)
    kept = Kept(workspace, lambda: workspace.has(folder / "new"))
    kept()
    (folder / "new").write_bytes(b"new")
    assert kept()


def test_what_could_not_be_made_is_tried_again(folder: Path) -> None:
    workspace = Workspace(here=folder)
    kept = Kept(workspace, lambda: workspace.read(folder / "new"))
    with pytest.raises(FileNotFoundError):
        kept()
    (folder / "new").write_bytes(b"new")
    assert kept() == b"new"


def test_a_file_of_too_many_bytes_is_refused(folder: Path) -> None:
    with pytest.raises(TooLargeError):
        Workspace(here=folder).read(folder / "file", 4)


def test_a_path_without_dots_follows_no_link(folder: Path) -> None:
    assert absolute(folder / "link") == folder / "link"


def test_a_path_with_dots_follows_those_before_them_alone(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "way").symlink_to("inner")
    assert absolute(folder / "way" / ".." / "link") == folder / "link"
