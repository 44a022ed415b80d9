"""Processes that render beside this one.

The first is started before it is known what there will be to render, and may be before it is known
of which course: it loads what papers need while the course is loaded here. On Linux it makes copies
of itself, which share what it has loaded; elsewhere further ones are started where there is enough
to do.
"""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING

from borderdeck.build.maker import mapped
from borderdeck.build.press import FORKS, Press

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from tempfile import TemporaryDirectory
    from typing import BinaryIO

    from borderdeck.build.drawing import Rendered, Task
    from borderdeck.build.press import Pipe

WORTH_A_START = 8
"""How many tasks make up for one more process that has to load all that they need."""

Done = tuple[str, "Rendered | None"]
"""A task's name, and what was rendered; None where that failed."""


class Crew:
    """Processes that render documents of the course in a folder, at most `most` at once.

    `here` is the folder that messages are relative to, `ahead` a process that has been started
    already. As a context, it ends them all in the end, and removes what they have left in the
    system's folder for temporary files.
    """

    def __init__(
        self,
        here: Path,
        course: Path,
        most: int,
        *,
        ahead: Press | None = None,
        forks: bool = FORKS,
    ) -> None:
        self._course = (here, course)
        self._most = most
        self._ahead = ahead
        self._forks = forks
        self._presses: list[Press] = []
        self._free: list[Pipe] = []
        self._hands: list[Pipe] = []
        self._at_work = 0
        self._scraps: TemporaryDirectory[str] | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """End them; what has had nothing to do may still be loading, and is not waited for."""
        done = kind is None and self._at_work > 0 and self._at_work == len(self._hands)
        for press in self._presses:
            press.end(at_once=not done)
        if self._scraps is not None:
            self._scraps.cleanup()

    @property
    def alone(self) -> bool:
        """Whether there is no other process, and is not to be."""
        return self._most == 1

    def get_ready(self) -> None:
        """Start the first process, which loads what papers need; without it, all is done here."""
        if self._most > 1 and not self._hands:
            with suppress(OSError):
                self._start(self._most - 1 if self._forks else 0)

    def share(self, tasks: Mapping[str, Task]) -> Round:
        """Have tasks done, the first ones first; for none nobody is called."""
        if not tasks:
            return Round(tasks, [])
        self.get_ready()
        if self._hands:
            with suppress(OSError):
                self._hire(len(tasks))
            self._at_work = len(self._hands)
        return Round(tasks, self._hands)

    def libraries(self) -> frozenset[str]:
        """Give the libraries outside Python that were loaded to render."""
        return frozenset().union(*(mapped(press.process.pid) for press in self._presses))

    def _start(self, copies: int) -> None:
        """Have one process more at work, which may make so many copies of itself."""
        from tempfile import TemporaryDirectory

        self._scraps = self._scraps or TemporaryDirectory(prefix="borderdeck-")
        press, self._ahead = self._ahead or Press(copies), None
        self._presses.append(press)
        self._hands.append(press.pipe)
        self._free = press.others[:copies]
        _send(press.pipe[0], (self._scraps.name, *self._course))

    def _hire(self, tasks: int) -> None:
        """Have as many at work as there is enough to do for.

        Copies are made before the first task, which may start threads, and so never after it: at
        least one, which a later build may need.
        """
        if not self._forks:
            while len(self._hands) < min(self._most, 1 + tasks // WORTH_A_START):
                self._start(0)
        elif self._free:
            hired = self._free[: max(tasks - 1, 1)]
            _send(self._hands[0][0], len(hired))
            self._hands += hired
            self._free = []


class Round:
    """Tasks that are being done; the first ones are begun first.

    Each hand has a thread here, which waits for it. A task that a hand could not do comes back with
    None, and so does every one that is left when there is no hand any more.
    """

    def __init__(self, tasks: Mapping[str, Task], hands: list[Pipe]) -> None:
        self._left = deque(tasks.items())
        self._done: SimpleQueue[Done] = SimpleQueue()
        self._given = len(tasks)
        self._hands = hands
        self._lock = threading.Lock()
        if not hands:
            self._give_up()
        for hand in tuple(hands):
            threading.Thread(target=self._keep_busy, args=(hand,), daemon=True).start()

    def take_back(self, ending: str) -> Iterator[str]:
        """Give the last tasks, as long as nobody has begun them and their names have this ending.

        One after the other: while one is done here, others are begun elsewhere.
        """
        with suppress(IndexError):
            while self._left[-1][0].endswith(ending):
                name, _ = self._left.pop()
                self._given -= 1
                yield name

    def results(self) -> Iterator[Done]:
        """Give what is rendered, as it is."""
        for _ in range(self._given):
            yield self._done.get()

    def _keep_busy(self, hand: Pipe) -> None:
        with suppress(IndexError):
            while hand in self._hands:
                name, task = self._left.popleft()
                self._done.put((name, self._ask(hand, task)))

    def _ask(self, hand: Pipe, task: Task) -> Rendered | None:
        import pickle

        try:
            _send(hand[0], task)
            rendered: Rendered | None = pickle.load(hand[1])  # noqa: S301 - a process of our own
        except Exception:  # a hand that died, or a task that cannot be sent: it is done here
            self._dismiss(hand)
            return None
        return rendered

    def _dismiss(self, hand: Pipe) -> None:
        with self._lock:
            self._hands.remove(hand)
            if not self._hands:
                self._give_up()

    def _give_up(self) -> None:
        with suppress(IndexError):
            while True:
                self._done.put((self._left.popleft()[0], None))


def _send(pipe: BinaryIO, what: object) -> None:
    import pickle

    pipe.write(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))
    pipe.flush()
