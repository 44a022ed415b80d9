"""Start a process that renders, before anything is known but that there may be papers to render.

What it loads takes longer than all that is done here until then. So this module imports little.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    Pipe = tuple[BinaryIO, BinaryIO]
    """Where tasks are sent to, and where what is rendered comes from."""

FORKS = sys.platform == "linux"
"""Whether a process may copy itself once libraries are loaded; those of macOS do not allow it."""

START = "import sys; from borderdeck.build.pressing import main; main(sys.argv[1:])"

NONE_NEEDED = ("-h", "--help", "-n", "--dry-run", "-j", "--jobs")
"""How words begin that ask for no papers, or may have this process do all by itself."""


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Press:
    """A process that renders, and `copies` that it can make of itself where that is allowed.

    `pipe` leads to it, `others` to its copies. Raises `OSError` where none can be started.
    """

    def __init__(self, copies: int) -> None:
        inner, self.others = _pipes(copies)
        with _unheard_interrupts():
            self.process = subprocess.Popen(  # noqa: S603 - this very Python, words of our own
                [sys.executable, "-P", "-c", START, *map(str, inner)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=inner,
            )
        for descriptor in inner:
            os.close(descriptor)
        tasks, done = self.process.stdin, self.process.stdout
        self.pipe: Pipe = tasks, done  # type: ignore[assignment] # neither is None, being piped

    def end(self, *, at_once: bool = True) -> None:
        """End it, and its copies: at once, or when it has done what it was given."""
        for tasks, _ in (self.pipe, *self.others):
            with suppress(OSError):
                tasks.close()
        if at_once:
            self.process.kill()
        self.process.wait()


def press_for(arguments: Sequence[str]) -> Press | None:
    """Start one if papers may be asked for, in words that nobody has looked through yet.

    At worst that is wrong, and what it loads is of no use.
    """
    if cores() == 1 or not _may_ask_for_papers(list(arguments)):
        return None
    with suppress(OSError):
        return Press(cores() - 1 if FORKS else 0)
    return None


def _may_ask_for_papers(arguments: list[str]) -> bool:
    if arguments[:1] != ["build"] or any(word.startswith(NONE_NEEDED) for word in arguments):
        return False
    words = " ".join(arguments).replace("=", " ")
    return words.count("--only") != 1 or "--only decks" not in words


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """Have what is started inside the block not hear of Ctrl-C: it is for this process to act on.

    Where signals cannot be held back, it hears of it until it is up and says otherwise.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pipes(number: int) -> tuple[list[int], list[Pipe]]:
    """Make pipes: the descriptors of their inner ends, for another process, and the outer ends."""
    inner: list[int] = []
    outer: list[Pipe] = []
    for _ in range(number):
        (task_out, task_in), (done_out, done_in) = os.pipe(), os.pipe()
        inner += [task_out, done_in]
        outer.append((os.fdopen(task_in, "wb"), os.fdopen(done_out, "rb")))
    return inner, outer
