"""A process that renders what another one sends it; `borderdeck.build.press` starts it.

Tasks come in on stdin, pickled, and what is rendered goes out on stdout: pipes to the process that
started this one, whose end is the end of this one, too. What goes wrong is not told here: the task
is given back, and is done again where it can be told.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from msgspec import Struct, field

from borderdeck.build.drawing import Papers, Rendered, Task
from borderdeck.workspace import Workspace, stand_aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderdeck.build.renderers import Renderers

FEW_CYCLES = 50_000
"""After how many new values Python looks for cycles: some that a page has been made of, not all."""

CUT_OFF = (EOFError, BrokenPipeError, pickle.UnpicklingError)
"""What is raised where the process above ends: between tasks, before an answer, in mid-task."""

Pipe = tuple[BinaryIO, BinaryIO]
"""Where tasks come from, and where what is rendered goes."""


class Hand(Struct, dict=True):
    """What renders the documents of one course."""

    here: Path
    course: Path
    _renderers: dict[Any, Renderers] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.workspace = Workspace(here=self.here)
        self.papers = Papers(self.workspace, self.course)

    def get_ready(self) -> None:
        """Make ready what draws papers, before there are any; where that fails, tasks will tell."""
        with suppress(Exception):
            self.papers.engine.get_ready()

    def do(self, task: Task) -> Rendered | None:
        """Render; None where that failed."""
        try:
            if task.is_paper:
                return self.papers.render(task.document, task.template, task.drawings)
            return self._for_decks(task).render(task.document, task.template)
        except Exception:  # whatever it is: it happens once more where it can be told
            return None

    def _for_decks(self, task: Task) -> Renderers:
        from borderdeck.build.renderers import Renderers

        asked = (task.slides, task.own_template)
        if asked not in self._renderers:
            self._renderers[asked] = Renderers(self.workspace, self.course, *asked)
        return self._renderers[asked]


class Bench(Struct):
    """The pipes of this process, and those that are still free for copies of it."""

    pipe: Pipe
    free: list[Pipe]
    children: list[int] = field(default_factory=list)

    def serve(self, hand: Hand) -> None:
        """Do what comes, until nothing more can come; a number asks for so many more to do it."""
        receive, send = self.pipe
        with suppress(*CUT_OFF):
            while True:
                task = pickle.load(receive)  # noqa: S301 - it comes from the process above alone
                if isinstance(task, int):
                    self._multiply(task, hand)
                else:
                    pickle.dump(hand.do(task), send)
                    send.flush()
        for child in self.children:
            os.waitpid(child, 0)

    def _multiply(self, number: int, hand: Hand) -> None:
        """Have copies of this process work, too: what is loaded is shared, and loaded once.

        A copy would lack any thread but this one, and might wait for it for ever: where a library
        has started one, there are none (https://docs.python.org/3/library/os.html#os.fork).
        """
        for pipe in self.free[:number] if _threads() == 1 else ():
            child = os.fork()
            if child == 0:
                for other in (self.pipe, *self.free):
                    if other is not pipe:
                        _close(other)
                Bench(pipe, []).serve(hand)
                os._exit(0)
            self.children.append(child)
        for pipe in self.free:
            _close(pipe)
        self.free = []


def main(arguments: Sequence[str]) -> None:
    """Serve; `arguments` are descriptors of further pipes, two for each copy of this process.

    First come a folder for temporary files, and those of a `Hand`.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process above is asked to stop, and does
    gc.set_threshold(FEW_CYCLES)
    numbers = list(map(int, arguments))
    free = [_pipe(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
    pipe = _pipe(os.dup(0), os.dup(1))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # else copies would keep the pipe for tasks open
    os.dup2(2, 1)  # what a library may print is no answer
    load()
    stand_aside()
    with suppress(*CUT_OFF):
        tempfile.tempdir, *folders = pickle.load(pipe[0])  # noqa: S301 - from the process above
        hand = Hand(*folders)
        hand.get_ready()
        Bench(pipe, free).serve(hand)
    sys.stderr.flush()
    os._exit(0)  # to tidy up would take longer than a page; whoever started it does


def load() -> None:
    """Load what every paper needs, of whichever course; where it is missing, tasks will tell."""
    import borderdeck.documents.kinds  # noqa: F401 - the plans' own classes

    with suppress(Exception):
        from borderdeck.render.pdf import engine

        engine.load()


def _threads() -> int:
    """Count the threads of this process, those of libraries too (Linux's proc(5))."""
    return sum(1 for _ in Path("/proc/self/task").iterdir())


def _pipe(receive: int, send: int) -> Pipe:
    return os.fdopen(receive, "rb"), os.fdopen(send, "wb")


def _close(pipe: Pipe) -> None:
    for end in pipe:
        end.close()
