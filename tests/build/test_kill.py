"""Builds that are killed, or denied something by the system, at any of their steps."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from borderdeck.build import exchange
from borderdeck.build.files import PublishError
from tests.build.edition_folders import EDITION, build, generation, hidden, whole_generation, write
from tests.support.torture import KILLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from borderdeck.build.exchange import Swap

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals and fork")

WAYS = pytest.mark.parametrize("way", ["swap", "two_renames"])
STEPS = frozenset(
    ("open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "os.scandir")
)
FINISHED, REFUSED, COPED, FAULT = 0, 1, 2, 3


def publishing(output: Path, way: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.build.publishing_loop", str(output), way]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])


def kill_while_publishing(output: Path, way: str, seconds: float) -> None:
    with publishing(output, way) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()


def next_build_touches_nothing(output: Path) -> None:
    """Let a build come by that mends what it finds and has nothing to publish."""
    build(output, partial=True)


def at_step(number: int, do: Callable[[], None]) -> Iterator[int]:
    """Have something done before the given step of this process, counted from 1.

    For the rest of the process's life: audit hooks cannot be taken away. Gives the count of steps.
    """
    steps = count(1)

    def step(event: str, _: object) -> None:
        if event in STEPS and next(steps) == number:
            do()

    sys.addaudithook(step)
    return steps


def in_a_child(work: Callable[[], int]) -> int:
    """Run in a forked process, and give its exit code or the negative signal that ended it."""
    child = os.fork()
    if child == 0:
        code = FAULT
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def stopped_at_each_step(folder: Path, swap: Swap, do: Callable[[], None]) -> Iterator[Path]:
    """Replace generation 0 by 1 again and again, each time stopped one step later.

    Ends when a build has no such step any more.
    """
    for number in count(1):
        output = folder / str(number)
        build(output, *generation(0))
        code = in_a_child(lambda: stopped(output, swap, number, do))  # noqa: B023 - run at once
        if code == FINISHED:
            return
        assert code in {REFUSED, COPED, -signal.SIGKILL}
        yield output


def stopped(output: Path, swap: Swap, number: int, do: Callable[[], None]) -> int:
    steps = at_step(number, do)
    try:
        build(output, *generation(1), swap=swap)
    except PublishError:
        return REFUSED
    return FINISHED if next(steps) <= number else COPED


def with_files_cut_off(output: Path, size: int) -> int:
    """Publish while the system lets no file grow beyond so many bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return stopped(output, exchange.swap, 0, die)


def without_rights(folder: Path) -> int:
    """Publish below a folder that one may look into and no more."""
    folder.chmod(0o555)
    os.chdir(folder)
    if os.geteuid() == 0:
        os.setuid(65534)  # root may write anywhere
    return stopped(Path("output"), exchange.swap, 0, die)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def disk_is_full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_mixed_edition_would_be_noticed(tmp_path: Path) -> None:
    build(tmp_path, *generation(1))
    write(tmp_path, "decks/b.pptx", generation(2)[1].data or b"")
    assert whole_generation(tmp_path) is None


@WAYS
def test_a_build_killed_at_a_random_moment_leaves_an_edition_whole(
    tmp_path: Path, way: str
) -> None:
    moments = random.Random(7)  # noqa: S311 - chance, not secrecy
    broken = []
    for kill in range(KILLS):
        kill_while_publishing(tmp_path, way, moments.uniform(0, 0.03))
        if way == "two_renames":
            next_build_touches_nothing(tmp_path)
        if whole_generation(tmp_path) is None:
            broken.append(kill)
    assert broken == []


def test_a_build_killed_at_any_step_leaves_an_edition_whole(tmp_path: Path) -> None:
    outputs = list(stopped_at_each_step(tmp_path, exchange.swap, die))
    assert {whole_generation(output) for output in outputs} == {0, 1}


@WAYS
def test_a_build_killed_at_any_step_is_healed_by_the_next(tmp_path: Path, way: str) -> None:
    generations = set()
    for output in stopped_at_each_step(tmp_path, getattr(exchange, way), die):
        next_build_touches_nothing(output)
        generations.add((whole_generation(output), *hidden(output)))
    assert generations == {(0,), (1,)}


def test_the_planted_kill_really_catches_two_renames_between_the_two(tmp_path: Path) -> None:
    outputs = stopped_at_each_step(tmp_path, exchange.two_renames, die)
    assert [output for output in outputs if not (output / EDITION).exists()]


@WAYS
def test_a_disk_that_is_full_at_any_step_leaves_an_edition_whole(tmp_path: Path, way: str) -> None:
    generations = set()
    for output in stopped_at_each_step(tmp_path, getattr(exchange, way), disk_is_full):
        next_build_touches_nothing(output)
        generations.add((whole_generation(output), *hidden(output)))
    assert generations == {(0,), (1,)}


@pytest.mark.parametrize("size", [0, 1, 4096])
def test_a_write_that_is_cut_off_leaves_the_old_edition_whole(tmp_path: Path, size: int) -> None:
    build(tmp_path, *generation(0))
    code = in_a_child(lambda: with_files_cut_off(tmp_path, size))
    assert (code, whole_generation(tmp_path), hidden(tmp_path)) == (REFUSED, 0, [])


def test_a_folder_that_one_may_not_write_in_is_refused(tmp_path: Path) -> None:
    assert in_a_child(lambda: without_rights(tmp_path)) == REFUSED


@WAYS
def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path, way: str) -> None:
    with publishing(tmp_path, way) as other:
        kill_while_publishing(tmp_path, way, 0.3)
        failed = other.poll()
        other.kill()
    next_build_touches_nothing(tmp_path)
    assert (failed, whole_generation(tmp_path) is None) == (None, False)
