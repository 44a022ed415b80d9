"""Run whole processes, as a user would, and say what each of them took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""The bytes that `ru_maxrss` counts in (getrusage(2))."""

MEBIBYTE = 1 << 20

COMPILES_ANEW = "PYTHONDONTWRITEBYTECODE"


class FailedError(Exception):
    """A program that is measured did not do its work."""


class Usage(Struct, frozen=True):
    """What a process took, and those that it started: seconds by the clock, of CPU; peak MiB.

    A process's peak is never less than that of the one that started it, which therefore has to
    stay small: it is that of the greatest process, not of all together.
    """

    wall: float
    cpu: float
    peak: float


def measured(command: Sequence[str], folder: Path) -> Usage:
    """Run a program in a folder, its output kept in `program.log`. Raises `FailedError`.

    Where this environment lets no Python keep what it compiles, it may here: pip compiles what a
    user installs.
    """
    log = folder / "program.log"
    environ = {name: value for name, value in os.environ.items() if name != COMPILES_ANEW}
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environ, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        told = log.read_text(encoding="utf-8", errors="replace")
        raise FailedError(f"{command[0]} ended with {process.returncode}:\n{told}")
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * MAXRSS_UNIT / MEBIBYTE)


def interleaved(
    commands: Mapping[str, Sequence[str]], folder: Path, rounds: int, clean: Callable[[], None]
) -> dict[str, Usage]:
    """Run each program once in every round, and give each one's medians, by its name.

    In rounds, what else the machine does meanwhile falls on all of them alike. `clean` is called
    before each round, to remove what the one before has made.
    """
    found: dict[str, list[Usage]] = {name: [] for name in commands}
    for _ in range(rounds):
        clean()
        for name, command in commands.items():
            found[name].append(measured(command, folder))
    return {name: medians(usages) for name, usages in found.items()}


def medians(usages: Iterable[Usage]) -> Usage:
    """Give the median of each figure by itself."""
    known = tuple(usages)
    return Usage(
        wall=median(usage.wall for usage in known),
        cpu=median(usage.cpu for usage in known),
        peak=median(usage.peak for usage in known),
    )
