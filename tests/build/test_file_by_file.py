"""An edition of which a deck is open in PowerPoint, on Windows: the rest is built all the same."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from borderdeck.build import exchange
from borderdeck.build.faults import still_open
from borderdeck.build.files import PublishedFile, PublishError, Status
from borderdeck.build.publish import previous
from borderdeck.build.request import Nobody, Request
from borderdeck.build.watching import Watched
from borderdeck.build.workshop import Workshop
from borderdeck.diagnostics import Code, ExitCode, Severity
from borderdeck.workspace import Workspace
from tests.build.builds import DETENTION, RESCUE, Course
from tests.build.edition_folders import (
    BESIDE,
    DECK,
    EDITION,
    build,
    build_deck,
    built,
    contents,
    generation,
    hidden,
    write,
)
from tests.build.failing_calls import Calls, Fault, watched
from tests.build.test_kill import in_a_child

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.build.files import BuiltFile

OTHER = "handouts/a.pdf"
EDIT = b"what a facilitator made of it"


def sharing_violation() -> PermissionError:
    """The error that Windows gives for a file which another program has open."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    vars(error)["winerror"] = 32
    return error


def refused(new: Path, live: Path) -> NoReturn:  # noqa: ARG001 - as folders are exchanged
    """Find that the folder cannot be renamed, as a file in it is open."""
    raise sharing_violation()


class Windows:
    """A system on which files that are open cannot be moved, nor their folder."""

    def __init__(self) -> None:
        self.open: set[str] = set()
        self.edition = EDITION
        self.real = os.replace

    def replace(self, source: str | Path, target: str | Path) -> None:
        for path in (Path(source), Path(target)):
            inside = path.as_posix().partition(f"/{self.edition}/")[2]
            if inside in self.open and os.path.lexists(path):
                raise sharing_violation()
        self.real(source, target)

    def exchange(self, new: Path, live: Path) -> bool:
        if self.open:
            refused(new, live)
        new.rename(live.with_name("aside"))
        live.rename(new)
        live.with_name("aside").rename(live)
        return True

    def build(
        self, output: Path, *files: BuiltFile, overwrite: bool = False
    ) -> tuple[PublishedFile, ...]:
        swap = refused if self.open else exchange.swap
        return build(output, *files, overwrite=overwrite, swap=swap)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    windows = Windows()
    monkeypatch.setattr(os, "replace", windows.replace)
    monkeypatch.setattr(os, "rename", windows.replace)
    monkeypatch.setattr(exchange, "_PAUSES", ())
    return windows


@pytest.fixture
def half(tmp_path: Path, windows: Windows) -> tuple[PublishedFile, ...]:
    """What is said of a build whose deck could not be replaced, and whose paper could."""
    build(tmp_path, built(b"one"), built(b"old", OTHER), built(b"gone", "gone/b.pdf"))
    windows.open = {DECK}
    return windows.build(tmp_path, built(b"two"), built(b"new", OTHER), built(b"more", "c.pdf"))


@pytest.mark.usefixtures("half")
def test_all_but_the_open_deck_is_built(tmp_path: Path) -> None:
    assert contents(tmp_path) == {"c.pdf": b"more", DECK: b"one", OTHER: b"new"}


@pytest.mark.usefixtures("half")
def test_a_folder_that_has_nothing_left_in_it_goes(tmp_path: Path) -> None:
    assert not (tmp_path / EDITION / "gone").exists()


@pytest.mark.usefixtures("half")
def test_nothing_temporary_is_left(tmp_path: Path) -> None:
    assert hidden(tmp_path) == []


def test_the_open_deck_is_told_of_as_in_use(half: tuple[PublishedFile, ...]) -> None:
    assert [file.status for file in half] == [Status.IN_USE, Status.BUILT, Status.BUILT]


def test_the_message_names_the_deck_to_close(half: tuple[PublishedFile, ...]) -> None:
    hints = [found.hint for found in still_open(half)]
    assert hints == ["Close session-1.pptx in PowerPoint, then build again."]


@pytest.mark.usefixtures("half")
def test_the_manifest_says_what_stands_there(tmp_path: Path) -> None:
    manifest = previous(tmp_path, EDITION)
    found = {name: built(data).sha256 for name, data in contents(tmp_path).items()}
    assert manifest is not None
    assert {entry.path: entry.sha256 for entry in manifest.files} == found


@pytest.mark.usefixtures("half")
def test_a_deck_that_was_closed_is_built_the_next_time(tmp_path: Path, windows: Windows) -> None:
    windows.open = set()
    windows.build(tmp_path, built(b"two"), built(b"new", OTHER))
    assert contents(tmp_path) == {DECK: b"two", OTHER: b"new"}


@pytest.mark.usefixtures("half")
def test_a_deck_that_was_edited_while_it_was_open_is_kept(tmp_path: Path, windows: Windows) -> None:
    write(tmp_path, DECK, EDIT)
    windows.open = set()
    windows.build(tmp_path, built(b"two"))
    assert contents(tmp_path) == {DECK: EDIT, BESIDE: b"two"}


def test_where_nothing_else_is_to_be_built_it_is_an_error(tmp_path: Path, windows: Windows) -> None:
    build_deck(tmp_path, b"one")
    windows.open = {DECK}
    with pytest.raises(PublishError, match="is open in another program"):
        windows.build(tmp_path, built(b"two"))
    assert (contents(tmp_path), hidden(tmp_path)) == ({DECK: b"one"}, [])


def test_a_paper_that_the_edition_lost_goes_when_it_is_closed(
    tmp_path: Path, windows: Windows
) -> None:
    build(tmp_path, built(b"one"), built(b"gone", OTHER))
    windows.open = {OTHER}
    told = windows.build(tmp_path, built(b"two"))[-1]
    windows.open = set()
    windows.build(tmp_path, built(b"two"))
    assert (told.path, told.status, contents(tmp_path)) == (OTHER, Status.IN_USE, {DECK: b"two"})


def test_an_edit_that_is_open_makes_room_only_when_it_is_closed(
    tmp_path: Path, windows: Windows
) -> None:
    build_deck(tmp_path, b"one")
    write(tmp_path, DECK, EDIT)
    windows.open = {DECK}
    windows.build(tmp_path, built(b"two"), built(b"a", OTHER), overwrite=True)
    assert contents(tmp_path) == {DECK: EDIT, OTHER: b"a"}
    windows.open = set()
    windows.build(tmp_path, built(b"two"), built(b"a", OTHER), overwrite=True)
    assert contents(tmp_path) == {DECK: b"two", OTHER: b"a", f"replaced/{DECK}": EDIT}


def test_an_edit_is_moved_aside_while_another_file_is_open(
    tmp_path: Path, windows: Windows
) -> None:
    build(tmp_path, built(b"one"), built(b"a", OTHER))
    write(tmp_path, DECK, EDIT)
    windows.open = {OTHER}
    windows.build(tmp_path, built(b"two"), built(b"a", OTHER), overwrite=True)
    assert contents(tmp_path) == {DECK: b"two", OTHER: b"a", f"replaced/{DECK}": EDIT}


def test_the_copy_beside_an_edit_can_be_open_too(tmp_path: Path, windows: Windows) -> None:
    build_deck(tmp_path, b"one")
    write(tmp_path, DECK, EDIT)
    build_deck(tmp_path, b"two")
    windows.open = {BESIDE}
    windows.build(tmp_path, built(b"three"), built(b"a", OTHER))
    windows.open = set()
    windows.build(tmp_path, built(b"four"))
    assert contents(tmp_path) == {DECK: EDIT, BESIDE: b"four"}


def test_a_new_build_that_was_taken_over_an_edit_and_is_open_is_no_edit(
    tmp_path: Path, windows: Windows
) -> None:
    build_deck(tmp_path, b"one")
    write(tmp_path, DECK, EDIT)
    build_deck(tmp_path, b"two")
    write(tmp_path, DECK, b"two")
    windows.open = {DECK}
    windows.build(tmp_path, built(b"three"), built(b"a", OTHER))
    windows.open = set()
    windows.build(tmp_path, built(b"four"))
    assert contents(tmp_path) == {DECK: b"four"}


# The same, seen from a whole build.


@pytest.fixture
def course(tmp_path: Path, windows: Windows, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course that was built; its first deck is open now, and its second session has changed."""
    course = Course(tmp_path, {"kinds": ("decks",)})
    course.build()
    course.change("sessions/1.yaml", "vital", "needed")
    course.change("sessions/2.yaml", "last resort", "last step")
    monkeypatch.setattr(windows, "edition", course.edition.name)
    monkeypatch.setattr(exchange, "exchange", windows.exchange)
    windows.open = {RESCUE}
    return course


def test_a_report_says_what_to_close_and_that_the_rest_is_built(course: Course) -> None:
    report = course.build()
    told = [(d.severity, d.hint) for d in report.diagnostics if d.code is Code.FILE_IN_USE]
    hint = "Close session-1-rescue-at-sea.pptx in PowerPoint, then build again."
    assert told == [(Severity.WARNING, hint)]


def test_such_a_build_ends_as_one_that_kept_an_edit(course: Course) -> None:
    assert course.build().exit_code is ExitCode.BUILT


def test_such_a_build_is_not_taken_for_one_with_nothing_to_do(course: Course) -> None:
    assert course.build().basis is None


def test_the_deck_is_built_once_it_is_closed(course: Course, windows: Windows) -> None:
    course.build()
    windows.open = set()
    files = {file.path: str(file.status) for file in course.build().files}
    assert files == {RESCUE: "built", DETENTION: "unchanged"}


def looked_at(course: Course) -> tuple[Workshop, Watched]:
    """Build as `--watch` does, and give what it waits for after that."""
    workshop = Workshop(Request(jobs=1, kinds=("decks",)), Workspace(here=course.folder))
    workshop.build(Nobody())
    return workshop, Watched(workshop.reads, workshop.in_use)


def test_nothing_wakes_a_build_that_watches_while_the_deck_is_open(course: Course) -> None:
    _, watched = looked_at(course)
    assert watched.changes() == ()


def test_it_is_woken_when_the_deck_is_closed(course: Course, windows: Windows) -> None:
    _, watched = looked_at(course)
    windows.open = set()
    assert watched.wait() == (course.edition / RESCUE,)


def test_it_then_builds_the_deck(course: Course, windows: Windows) -> None:
    workshop, _ = looked_at(course)
    windows.open = set()
    assert "built" in {str(file.status) for file in workshop.build(Nobody()).files}


def test_there_is_nothing_to_wait_for_after_that(course: Course, windows: Windows) -> None:
    workshop, _ = looked_at(course)
    windows.open = set()
    workshop.build(Nobody())
    assert workshop.in_use == ()


# A build that is killed, interrupted or refused on the way from one file to the next.


class Kill(Fault, frozen=True):
    def strike(self) -> None:
        os._exit(9)


FAULTS = (
    Fault("ENOSPC", errno.ENOSPC),
    Fault("Ctrl-C"),
    Fault("Ctrl-C after it", after=True),
    Kill("SIGKILL"),
)


def in_turn(folder: Path, windows: Windows, fault: Fault) -> Iterator[tuple[int, Path]]:
    """Have each call of such a build meet the fault, and give the output as it is then."""
    build(folder / "model", *generation(0))
    write(folder / "model", "decks/a.pptx", EDIT)
    for number in count(1):
        output = folder / str(number)
        shutil.copytree(folder / "model", output)
        windows.open = {"decks/b.pptx"}
        code = in_a_child(partial(met, output, windows, Calls(fault, number)))
        windows.open = set()
        if code == 0:
            return
        yield number, output


def met(output: Path, windows: Windows, calls: Calls) -> int:
    with watched(calls):
        try:
            windows.build(output, *generation(1), overwrite=True)
        except (PublishError, KeyboardInterrupt):
            return 1
    return 1 if len(calls.log) >= calls.at else 0


@pytest.fixture
def memory() -> Iterator[Path]:
    shm = Path("/dev/shm")  # noqa: S108 - quicker than a disk
    with tempfile.TemporaryDirectory(dir=shm if shm.is_dir() else None) as name:
        yield Path(name)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name)
def test_wherever_it_ends_the_next_build_heals_it_and_takes_nothing_for_an_edit(
    memory: Path, windows: Windows, fault: Fault
) -> None:
    expected = {f.path: f.data for f in generation(2)} | {"replaced/decks/a.pptx": EDIT}
    wrong = []
    for number, output in in_turn(memory, windows, fault):
        windows.build(output, *generation(2), overwrite=True)
        if contents(output) != expected or hidden(output):
            wrong.append((number, sorted(contents(output)), hidden(output)))
    assert wrong == []


def test_a_build_that_forgets_what_it_placed_would_be_noticed(
    memory: Path, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("borderdeck.build.rescuing._catch_up", lambda *_: None)
    taken = []
    for _, output in in_turn(memory, windows, FAULTS[-1]):
        windows.build(output, *generation(2), overwrite=True)
        taken += [path for path in contents(output) if path == "replaced/decks/a (2).pptx"]
    assert taken
