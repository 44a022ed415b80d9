"""Each call by which a build writes is made to fail in turn; nothing may be lost or left mixed."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from borderdeck.build import staging
from borderdeck.build.files import PublishError
from tests.build.edition_folders import EDITION, generation
from tests.build.failing_calls import Fault
from tests.build.trials import Situation, Trial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.build.exchange import Swap

pytestmark = pytest.mark.skipif(os.name != "posix", reason="watches calls that are POSIX's")

FAULTS = (
    Fault("ENOSPC", errno.ENOSPC),
    Fault("EACCES", errno.EACCES),
    Fault("EIO", errno.EIO),
    Fault("Ctrl-C"),
    Fault("Ctrl-C after it", after=True),
)
EDITED = Situation("edited")
SITUATIONS = (
    Situation("fresh", edited=False),
    EDITED,
    Situation("overwrite", overwrite=True),
    Situation("saved late", saved_late=True),
    Situation("without links", links=False),
    Situation("saved late, without links", links=False, saved_late=True),
)


SHM = Path("/dev/shm")  # noqa: S108 - in memory, where each of thousands of builds is quicker


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=SHM if SHM.is_dir() else None) as name:
        yield Path(name)


def in_place(output: Path, overwrite: bool, swap: Swap) -> None:  # noqa: ARG001 - as others are called
    """Publish as nobody should: each file over the old one."""
    try:
        for file in generation(1):
            target = output / EDITION / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.open("wb").write(file.data or b"")
    except OSError as error:
        raise PublishError("It failed.", "Try again.") from error


@pytest.mark.parametrize("way", ["swap", "two_renames"])
@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda s: s.name)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name)
def test_whatever_call_fails_nothing_is_lost_or_mixed(
    folder: Path, way: str, situation: Situation, fault: Fault
) -> None:
    assert list(Trial(folder, situation, way).broken(fault)) == []


def test_a_publisher_that_writes_in_place_would_be_caught(folder: Path) -> None:
    found = list(Trial(folder, EDITED, "swap", in_place).broken(FAULTS[0]))
    assert {what.rpartition(": ")[2] for what in found} >= {"the edition is mixed"}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda s: s.name)
@pytest.mark.parametrize("way", ["swap", "two_renames"])
def test_all_is_on_the_disk_before_it_is_put_in_place(
    folder: Path, way: str, situation: Situation
) -> None:
    assert Trial(folder, situation, way).clean().at_exchange == []


@pytest.mark.parametrize(
    "call", ["open", "write", "flush", "fsync", "close", "mkdir", "link", "exchange", "chmod"]
)
def test_such_calls_are_made_to_fail(folder: Path, call: str) -> None:
    assert call in Trial(folder, EDITED, "swap").clean().log


@pytest.mark.parametrize("call", ["sendfile", "utime"])
def test_such_calls_are_made_to_fail_where_files_are_copied(folder: Path, call: str) -> None:
    situation = Situation("without links", links=False)
    assert call in Trial(folder, situation, "swap").clean().log


@pytest.mark.parametrize("call", ["rename", "unlink", "rmdir", "os.open"])
def test_such_calls_are_made_to_fail_where_there_is_no_exchange(folder: Path, call: str) -> None:
    assert call in Trial(folder, EDITED, "two_renames").clean().log


@pytest.mark.parametrize(
    ("forgetful", "missed"),
    [("write", "b.pptx"), ("fsync_folder", "decks")],
)
def test_what_is_not_seen_on_the_disk_would_be_noticed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, forgetful: str, missed: str
) -> None:
    def without_fsync(path: Path, data: bytes | None = None) -> None:
        if data is not None:
            path.write_bytes(data)

    monkeypatch.setattr(staging, forgetful, without_fsync)
    found = Trial(folder, EDITED, "swap").clean().at_exchange
    assert missed in {path.rpartition("/")[2] for path in found}
