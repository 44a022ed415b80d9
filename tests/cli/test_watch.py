"""`borderdeck build --watch`, as a facilitator has it running while the course is written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from queue import Queue
from typing import TYPE_CHECKING, Any

import pytest

from borderdeck.terminal import Terminal
from tests.build.builds import SECOND, Course, hashes
from tests.support.built import borderdeck
from tests.support.courses import SESSION
from tests.support.interrupts import heeding_interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LONG = 120
"""Seconds after which a build that does not come is given up."""

ONLY = ("--only", "decks", "--only", "handouts", "--only", "slide-handouts")


class Watching:
    """A process that watches the course in a folder; its reports come as lines of JSON."""

    def __init__(self, folder: Path) -> None:
        self.reports: Queue[dict[str, Any]] = Queue()
        self.errors = folder / "errors.txt"
        command = [sys.executable, "-m", "borderdeck", "build", "--watch", "--json", *ONLY]
        with self.errors.open("wb") as errors, heeding_interrupts():
            self.process = subprocess.Popen(
                command, cwd=folder, stdout=subprocess.PIPE, stderr=errors
            )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.reports.put(json.loads(line))

    def report(self) -> dict[str, Any]:
        return self.reports.get(timeout=LONG)

    def interrupted(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(tmp_path_factory.mktemp("watched"))


@pytest.fixture(scope="module")
def watching(course: Course) -> Iterator[Watching]:
    watching = Watching(course.folder)
    try:
        assert watching.report()["files"]
        yield watching
    finally:
        watching.process.kill()
        watching.process.wait()


def renamed_over(course: Course) -> None:
    """Save as many editors do: a new file takes the place of the old one."""
    path = course.folder / "course" / "sessions" / "1.yaml"
    new = path.with_suffix(".new")
    new.write_text(SESSION.replace("vital", "saved by a rename"), encoding="utf-8")
    new.replace(path)


EDITS: dict[str, Callable[[Course], None]] = {
    "a word": lambda course: course.change("sessions/1.yaml", "vital", "*changed*"),
    "a file renamed over another": renamed_over,
    "a style sheet of one's own": lambda course: course.write(
        "templates/paper.css", 'html { font: 11pt "Noto Sans" }'
    ),
    "its style sheet changed": lambda course: course.write(
        "templates/paper.css", 'html { font: 12pt "Noto Sans" }'
    ),
    "that style sheet gone": lambda course: (
        course.folder / "course" / "templates" / "paper.css"
    ).unlink(),
    "another title": lambda course: course.change("course.yaml", "A course", "Another course"),
    "back as it was": lambda course: course.write("sessions/2.yaml", SECOND + "\n# once more\n"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_edition_is_that_of_a_clean_build(
    course: Course, watching: Watching, edit: str
) -> None:
    EDITS[edit](course)
    watching.report()
    borderdeck("build", *ONLY, "-q", "-o", f"clean-{edit}", here=course.folder)
    assert hashes(course.edition) == hashes(course.folder / f"clean-{edit}" / "en")


def test_a_mistake_is_told_and_it_goes_on(course: Course, watching: Watching) -> None:
    course.change("sessions/2.yaml", "title:", "titel:")
    wrong = watching.report()
    course.change("sessions/2.yaml", "titel:", "title:")
    right = watching.report()
    assert (wrong["files"], bool(right["files"])) == ([], True)


def test_a_course_that_is_gone_for_a_while_is_waited_for(
    course: Course, watching: Watching
) -> None:
    outline = course.folder / "course" / "course.yaml"
    away = outline.rename(course.folder / "away.yaml")
    while "there is no course here" not in watching.errors.read_text(encoding="utf-8"):
        assert watching.process.poll() is None
    away.rename(outline)
    assert watching.report()["files"]


def test_it_says_what_has_changed(course: Course, watching: Watching) -> None:
    course.change("sessions/1.yaml", "Rescue", "The rescue")
    watching.report()
    assert "Changed: course/sessions/1.yaml" in watching.errors.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="elsewhere no folder is replaced where one stands")
def test_it_goes_on_though_the_folder_that_it_was_started_in_is_replaced(tmp_path: Path) -> None:
    course = Course(tmp_path)
    borderdeck("build", *ONLY, "-q", here=tmp_path)
    watching = Watching(course.edition / "decks")
    try:
        for old, new in (("vital", "of use"), ("of use", "needed")):
            assert watching.report()["files"]
            course.change("sessions/1.yaml", old, new)
        assert watching.report()["files"]
    finally:
        watching.process.kill()
        watching.process.wait()


def test_it_says_what_was_closed(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().changed([], ["output/en/decks/session-1.pptx"])
    assert capsys.readouterr().err == "\nClosed: output/en/decks/session-1.pptx\n"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_an_interrupt_ends_it_plainly_and_leaves_nothing_behind(tmp_path: Path) -> None:
    course = Course(tmp_path)
    watching = Watching(course.folder)
    watching.report()
    assert watching.interrupted() == 130
    assert "Traceback" not in watching.errors.read_text(encoding="utf-8")
    assert [path.name for path in (tmp_path / "output").glob(".en.*-*")] == []


def test_what_is_wrong_at_the_start_ends_it(tmp_path: Path) -> None:
    assert borderdeck("build", "--watch", here=tmp_path).code == 2


def test_watching_and_writing_nothing_exclude_each_other(tmp_path: Path) -> None:
    done = borderdeck("build", "--watch", "--dry-run", here=tmp_path)
    assert (done.code, "--watch builds, and --dry-run" in done.err) == (2, True)
