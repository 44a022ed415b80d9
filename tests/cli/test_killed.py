"""`borderdeck build`, killed at random moments."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.build.builds import Course, hashes
from tests.support.built import borderdeck
from tests.support.torture import WHOLE_KILLS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")

BUILD = ("build", "-q", "--only", "decks", "--only", "handouts")
WORDS = ("**vital**", "**of the essence**")
"""What the course says, in turn, of planning; no edition may hold both."""


class Killed:
    """A course whose editions are known by their hashes, and builds of it that are killed."""

    def __init__(self, folder: Path) -> None:
        self.course = Course(folder)
        self.moments = random.Random(5)  # noqa: S311 - chance, not secrecy
        self.says = 0
        self.seconds = 0.0
        self.whole = [self._built(), self._other()]
        self.seen: list[int | None] = []

    def _built(self) -> dict[str, str]:
        started = time.monotonic()
        done = borderdeck(*BUILD, here=self.course.folder)
        assert done.code == 0, done.err
        self.seconds = time.monotonic() - started
        return hashes(self.course.edition)

    def _other(self) -> dict[str, str]:
        self._say(1)
        return self._built()

    def _say(self, number: int) -> None:
        if number != self.says:
            self.course.change("sessions/1.yaml", WORDS[self.says], WORDS[number])
            self.says = number

    def standing(self) -> int | None:
        """Tell which edition stands there whole; None where none does."""
        found = hashes(self.course.edition)
        return self.whole.index(found) if found in self.whole else None

    def kill(self, *, publishing: bool) -> None:
        """Start to build what does not stand there, and kill that; note what stands there then."""
        self._say(1 - (self.standing() or 0))
        command = [sys.executable, "-m", "borderdeck", *BUILD]
        with subprocess.Popen(command, cwd=self.course.folder) as process:
            if publishing:
                self._wait_for_new_folder(process)
            longest = 0.02 if publishing else self.seconds
            time.sleep(self.moments.uniform(0, longest))
            process.kill()
        self.seen.append(self.standing())

    def _wait_for_new_folder(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None and not self.leftovers():
            time.sleep(0.0005)

    def leftovers(self) -> list[str]:
        output = self.course.folder / "output"
        paths = (*output.iterdir(), *(output / ".borderdeck").iterdir())
        return [path.name for path in paths if ".new" in path.name or ".old" in path.name]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    killed = Killed(tmp_path_factory.mktemp("killed"))
    for number in range(WHOLE_KILLS):
        killed.kill(publishing=bool(number % 2))
    return killed


def test_a_build_killed_at_any_moment_leaves_an_edition_whole(killed: Killed) -> None:
    assert None not in killed.seen


def test_an_edition_that_is_mixed_would_be_noticed(killed: Killed) -> None:
    manifest = killed.course.built("manifest.json")
    before = manifest.read_bytes()
    manifest.write_bytes(before + b"\n")
    noticed = killed.standing() is None
    manifest.write_bytes(before)
    assert noticed


def test_a_build_after_those_that_were_killed_is_as_one_in_a_new_folder(killed: Killed) -> None:
    borderdeck(*BUILD, here=killed.course.folder)
    assert killed.standing() == killed.says


def test_nothing_is_left_by_those_that_were_killed(killed: Killed) -> None:
    borderdeck(*BUILD, here=killed.course.folder)
    assert killed.leftovers() == []
