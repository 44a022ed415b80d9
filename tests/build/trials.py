"""Builds of which one call fails, again and again, each time a later one."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct

from borderdeck.build import exchange
from borderdeck.build.files import REPLACED, PublishError
from tests.build.edition_folders import EDITION, build, generation, hidden, write
from tests.build.failing_calls import Calls, Fault, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from borderdeck.build.exchange import Swap

    Publisher = Callable[[Path, bool, Swap], object]
    Files = dict[str, bytes]

EDIT = b"what a facilitator made of it"
NOTES = b"a file of one's own"
LATE = b"what a facilitator saved at the last moment"


class Situation(Struct, frozen=True):
    """Whether an edition stands there, edited by hand, and what is done about edits.

    `saved_late`: a deck is saved anew when the new folder is about to be put in place. Without
    `links` a file cannot have two names, as on a memory stick.
    """

    name: str
    edited: bool = True
    overwrite: bool = False
    saved_late: bool = False
    links: bool = True

    def prepare(self, output: Path) -> None:
        if self.edited:
            build(output, *generation(0))
            write(output, "decks/a.pptx", EDIT)
            write(output, "mine/notes.txt", NOTES)
            (output / EDITION / "empty").mkdir()


def publishing(output: Path, overwrite: bool, swap: Swap) -> None:
    build(output, *generation(1), overwrite=overwrite, swap=swap)


@contextmanager
def links_allowed(allowed: bool) -> Iterator[None]:
    """Say whether files can have two names, until the block ends."""
    real = os.link

    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    os.link = real if allowed else refused
    try:
        yield
    finally:
        os.link = real


class Trial(Struct, dict=True):
    """A situation, the way in which folders are exchanged, and who publishes, below a folder."""

    folder: Path
    situation: Situation
    way: str
    publisher: Publisher = publishing

    def broken(self, fault: Fault) -> Iterator[str]:
        """Have each call meet the fault in turn, and tell of all that went wrong."""
        model = self.folder / "model"
        model.mkdir()
        self.situation.prepare(model / "output")
        self.whole = [self._everything(model / "output"), self._after()]
        for number in count(1):
            calls = Calls(fault, number)
            found = list(self._found(self._copied("faulty"), calls))
            if len(calls.log) < number:
                assert number > 1
                return
            where = f"{self.situation.name}, {fault.name} at {number}, {calls.log[number - 1]}"
            yield from (f"{where}: {what}" for what in found)
            shutil.rmtree(self.folder / "faulty")

    def clean(self) -> Calls:
        """Publish without any fault, and give the calls."""
        self.situation.prepare(self.folder / "output")
        calls = Calls()
        self._publish(self.folder / "output", calls)
        return calls

    def _after(self) -> Files:
        output = self._copied("after")
        self._publish(output, Calls())
        return self._everything(output)

    def _copied(self, name: str) -> Path:
        shutil.copytree(self.folder / "model", self.folder / name)
        return self.folder / name / "output"

    def _found(self, output: Path, calls: Calls) -> Iterator[str]:
        yield from self._told(output, calls)
        if not self._is_whole(self._everything(output)):
            yield "the edition is mixed"
        self._next_build(output)
        files = self._everything(output)
        if not self._is_whole(files):
            yield "the edition is mixed after the next build"
        if hidden(output):
            yield f"left after the next build: {hidden(output)}"
        yield from (f"lost: {lost!r}" for lost in self._treasures(calls) - set(files.values()))

    def _next_build(self, output: Path) -> None:
        """Let a build come by that mends what it finds and has nothing new to publish."""
        partial = (output / EDITION).exists()
        build(output, *(() if partial else generation(1)), partial=partial)

    def _told(self, output: Path, calls: Calls) -> Iterator[str]:
        try:
            self._publish(output, calls)
        except PublishError as error:
            if not (error.message and error.hint):
                yield f"a message that does not help: {error.message!r}, {error.hint!r}"
        except KeyboardInterrupt:
            if calls.fault is None or calls.fault.errno is not None:
                yield "interrupted by nobody"
        except OSError as error:
            yield f"not explained: {error!r}"

    def _publish(self, output: Path, calls: Calls) -> None:
        real: Swap = getattr(exchange, self.way)

        def swap(new: Path, live: Path) -> Path:
            if self.situation.saved_late:
                calls.paused = True
                (live / "saving").write_bytes(LATE)
                (live / "saving").replace(live / "decks/b.pptx")
                calls.paused, calls.saved_late = False, True
            return real(new, live)

        with links_allowed(self.situation.links), watched(calls):
            self.publisher(output, self.situation.overwrite, swap)

    def _treasures(self, calls: Calls) -> set[bytes]:
        kept = {EDIT, NOTES} if self.situation.edited else set()
        return kept | ({LATE} if calls.saved_late else set())

    def _is_whole(self, found: Files) -> bool:
        """Whether these are the files of before or after, what was saved late or moved left out."""
        late = {path for path, data in found.items() if data == LATE}
        return any(_without(late, found) == _without(late, whole) for whole in self.whole)

    def _everything(self, output: Path) -> Files:
        """Give every file of the edition, and an empty text for every folder."""
        live = output / EDITION
        return {
            path.relative_to(live).as_posix(): b"" if path.is_dir() else path.read_bytes()
            for path in sorted(live.rglob("*"))
        }


def _without(late: set[str], files: Files) -> Files:
    return {p: d for p, d in files.items() if p not in late and not p.startswith(REPLACED)}
