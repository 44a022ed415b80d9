from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from filelock import FileLock

from borderdeck.build.lock import locked

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from borderdeck.build.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def holder(path: Path) -> subprocess.Popen[bytes]:
    """Start a process that holds the lock until it is written to or killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_a_lock_that_is_free_is_had_without_a_word(tmp_path: Path) -> None:
    said: list[str] = []
    with locked(tmp_path / ".lock", lambda: said.append("waiting")):
        assert said == []


def test_waiting_is_told_once_and_ends_when_the_other_is_done(tmp_path: Path) -> None:
    said: list[str] = []
    with holder(tmp_path / ".lock") as other:

        def let_go() -> None:
            said.append("waiting")
            assert other.stdin is not None
            threading.Timer(0.2, other.stdin.close).start()

        with locked(tmp_path / ".lock", let_go):
            assert said == ["waiting"]


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    said: list[str] = []
    with holder(tmp_path / ".lock") as other:
        other.kill()
        other.wait()
        with locked(tmp_path / ".lock", lambda: said.append("waiting")):
            assert said == []


def test_a_lock_that_another_program_took_by_filelock_is_waited_for(tmp_path: Path) -> None:
    said: list[str] = []
    other = FileLock(tmp_path / ".lock")
    other.acquire()

    def let_go() -> None:
        said.append("waiting")
        other.release()

    with locked(tmp_path / ".lock", let_go):
        assert said == ["waiting"]
