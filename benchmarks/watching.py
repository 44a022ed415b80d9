"""How long it takes from a saved file to its report, in a build that watches."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from measuring import FailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

IDLE = 0.3
"""Seconds that it is left alone before each save, as somebody who writes would."""


@contextmanager
def watching(
    command: Sequence[str], folder: Path
) -> Iterator[Callable[[Callable[[], None]], float]]:
    """Run a build that watches; give what has something saved and measures the time to its report.

    The report comes, a line of JSON, when the edition has been published.
    """
    words = (*command, "--watch", "--json", "--quiet")
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE) as process:
        try:
            _report(process)
            yield lambda save: _measured(process, save)
        finally:
            process.terminate()


def _measured(process: subprocess.Popen[bytes], save: Callable[[], None]) -> float:
    time.sleep(IDLE)
    started = time.perf_counter()
    save()
    _report(process)
    return time.perf_counter() - started


def _report(process: subprocess.Popen[bytes]) -> None:
    if process.stdout is None or b'"status": "built"' not in process.stdout.readline():
        raise FailedError("borderdeck build --watch built nothing")
