"""Where a file cannot have two names (memory sticks, some network drives), it is copied."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from borderdeck.build.merge import Layout
from borderdeck.build.staging import stage
from borderdeck.build.tree import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

SHM = Path("/dev/shm")  # noqa: S108 - another file system than the tests' own, where there is one


@pytest.fixture
def staged(tmp_path: Path) -> Iterator[Path]:
    """A folder put together from files of another file system, which cannot be linked to."""
    if not SHM.is_dir() or SHM.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("needs a second file system")
    with tempfile.TemporaryDirectory(dir=SHM) as name:
        old = Path(name)
        (old / "mine.txt").write_bytes(b"mine")
        os.utime(old / "mine.txt", ns=(10**18, 10**18))
        (old / "link").symlink_to("mine.txt")
        carried = {"mine.txt": "mine.txt", "link": "link"}
        stage(Layout(carried, {}, (), (), ()), scan(old), tmp_path / "new")
        yield tmp_path / "new"


def test_a_copied_file_has_the_same_bytes(staged: Path) -> None:
    assert (staged / "mine.txt").read_bytes() == b"mine"


def test_a_copied_file_keeps_its_time(staged: Path) -> None:
    assert (staged / "mine.txt").stat().st_mtime_ns == 10**18


def test_a_copied_link_stays_a_link(staged: Path) -> None:
    assert (staged / "link").is_symlink()
