from __future__ import annotations

import errno
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

import pytest
from filelock import FileLock

from borderdeck.build.lock import locked

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import errno, os, sys
from pathlib import Path
from borderdeck.build.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


WITHOUT_LOCKS = """
import fcntl
def flock(handle, how):
    raise OSError(getattr(errno, sys.argv[2]), "no locks here")
fcntl.flock = flock
"""
KINDS = pytest.mark.parametrize("kind", ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "EINVAL"])


def holder(path: Path, no_locks: str = "") -> subprocess.Popen[bytes]:
    """Start a process that holds the lock until it is written to or killed.

    `no_locks` is what its system says of locks if it knows none.
    """
    script = HOLD.replace("from pathlib", f"{WITHOUT_LOCKS}from pathlib") if no_locks else HOLD
    process = subprocess.Popen(
        [sys.executable, "-c", script, path, no_locks],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_a_lock_that_is_free_is_had_without_a_word(tmp_path: Path) -> None:
    said: list[Path | None] = []
    with locked(tmp_path / ".lock", said.append):
        assert said == []


def test_waiting_is_told_once_and_ends_when_the_other_is_done(tmp_path: Path) -> None:
    said: list[Path | None] = []
    with holder(tmp_path / ".lock") as other:

        def let_go(held: Path | None) -> None:
            said.append(held)
            assert other.stdin is not None
            threading.Timer(0.2, other.stdin.close).start()

        with locked(tmp_path / ".lock", let_go):
            assert said == [None]


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    said: list[Path | None] = []
    with holder(tmp_path / ".lock") as other:
        other.kill()
        other.wait()
        with locked(tmp_path / ".lock", said.append):
            assert said == []


def test_a_lock_that_another_program_took_by_filelock_is_waited_for(tmp_path: Path) -> None:
    said: list[Path | None] = []
    other = FileLock(tmp_path / ".lock")
    other.acquire()

    def let_go(held: Path | None) -> None:
        said.append(held)
        other.release()

    with locked(tmp_path / ".lock", let_go):
        assert said == [None]


def without_locks(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Have this process's system know no locks, as some network drives do."""
    fcntl = pytest.importorskip("fcntl")

    def flock(handle: int, how: int) -> NoReturn:  # noqa: ARG001 - called as the system's
        raise OSError(getattr(errno, kind), "no locks here")

    monkeypatch.setattr(fcntl, "flock", flock)


@KINDS
def test_on_a_drive_without_locks_it_is_had_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    said: list[Path | None] = []
    without_locks(monkeypatch, kind)
    with locked(tmp_path / ".lock", said.append):
        assert said == []


def test_what_a_drive_with_locks_has_left_does_not_hold_up_one_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Path | None] = []
    (tmp_path / ".lock").touch()
    without_locks(monkeypatch, "ENOLCK")
    with locked(tmp_path / ".lock", said.append):
        assert said == []


def test_on_a_drive_without_locks_another_build_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Path | None] = []
    without_locks(monkeypatch, "ENOLCK")
    with holder(tmp_path / ".lock", "ENOLCK") as other:

        def let_go(held: Path | None) -> None:
            said.append(held)
            assert other.stdin is not None
            other.stdin.close()

        with locked(tmp_path / ".lock", let_go):
            assert said == [tmp_path / ".lock.held"]


def test_on_a_drive_without_locks_that_of_a_killed_process_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Path | None] = []
    without_locks(monkeypatch, "ENOLCK")
    with holder(tmp_path / ".lock", "ENOLCK") as other:
        other.kill()
        other.wait()
        with locked(tmp_path / ".lock", said.append):
            assert said == []


def test_on_a_drive_without_locks_no_file_says_who_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_locks(monkeypatch, "ENOLCK")
    with locked(tmp_path / ".lock"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]
