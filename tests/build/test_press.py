"""The process that is started before it is known what there is to render."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from borderdeck.build import press as presses
from borderdeck.build.crew import Crew
from borderdeck.build.press import FORKS, Press, press_for
from tests.build.crews import TASKS, data, is_there, results
from tests.support.built import borderdeck, python
from tests.support.courses import write_course

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = """
import sys
from borderdeck.build import press
class Told(press.Press):
    def __init__(self, copies):
        super().__init__(copies)
        started.append(self)
press.Press, started = Told, []
from borderdeck.cli import main
code = main.command(sys.argv[1:])
print(len(started), [each.process.returncode is None for each in started])
"""


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presses, "cores", lambda: 2)


@pytest.fixture
def press() -> Iterator[Press]:
    """One that knows of no course yet."""
    press = Press(1)
    yield press
    press.end()


@pytest.mark.parametrize(
    "words",
    [
        "build",
        "build course -o out --place Geneva",
        "build --only decks --only handouts",
        "build --only guide",
        "build --watch",
    ],
)
@pytest.mark.usefixtures("two_cores")
def test_one_is_started_where_there_may_be_papers(words: str) -> None:
    press = press_for(words.split())
    assert press is not None
    press.end()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "check",
        "init build",
        "--help",
        "build --help",
        "build -h",
        "build -n",
        "build --dry-run",
        "build --only decks",
        "build --only=decks",
        "build -j 1",
        "build -j2",
        "build --jobs=4",
    ],
)
@pytest.mark.usefixtures("two_cores")
def test_none_is_started_where_there_are_none_or_it_may_not_be_wanted(words: str) -> None:
    assert press_for(words.split()) is None


def test_none_is_started_on_a_machine_with_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presses, "cores", lambda: 1)
    assert press_for(["build"]) is None


@pytest.mark.usefixtures("two_cores")
def test_a_build_goes_on_without_one_that_cannot_be_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    assert press_for(["build"]) is None


def test_it_does_what_a_crew_is_given(tmp_path: Path, press: Press) -> None:
    with Crew(tmp_path, tmp_path, 1) as alone:
        assert results(alone, TASKS) == dict.fromkeys(TASKS)
    with Crew(tmp_path, tmp_path, 2, ahead=press) as crew:
        assert None not in data(results(crew, TASKS)).values()


def test_a_crew_that_has_one_starts_no_other(tmp_path: Path, press: Press) -> None:
    with Crew(tmp_path, tmp_path, 2, ahead=press) as crew:
        crew.get_ready()
        assert crew._presses == [press]  # noqa: SLF001 - to be looked at


def test_it_ends_with_the_crew(tmp_path: Path, press: Press) -> None:
    with Crew(tmp_path, tmp_path, 2, ahead=press) as crew:
        crew.get_ready()
    assert not is_there(press.process.pid)


def test_it_ends_when_nobody_can_send_it_anything_any_more(press: Press) -> None:
    for tasks, _ in (press.pipe, *press.others):
        tasks.close()
    assert press.process.wait(timeout=60) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="it is read where Linux tells it")
def test_it_never_hears_of_ctrl_c(press: Press) -> None:
    status = Path(f"/proc/{press.process.pid}/status").read_text(encoding="utf-8")
    held_back = int(status.partition("SigBlk:")[2].split()[0], 16)
    assert held_back & 1 << 1  # bit 1 is that of SIGINT


@pytest.mark.parametrize(
    "words", [["build", "--no-such-option"], ["build", "nowhere"], ["build", "--session", "99"]]
)
def test_none_is_left_where_nothing_is_built(tmp_path: Path, words: list[str]) -> None:
    write_course(tmp_path)
    printed = python(MARKS, *words, here=tmp_path)
    assert printed.endswith("[False]\n" if (os.cpu_count() or 1) > 1 else "[]\n")


def test_what_is_built_is_the_same_without_it(tmp_path: Path) -> None:
    write_course(tmp_path)
    ahead = borderdeck("build", "-o", "ahead", "--only", "handouts", here=tmp_path)
    without = borderdeck("build", "-o", "alone", "--only", "handouts", "-j", "1", here=tmp_path)
    assert (ahead.code, papers(tmp_path / "ahead")) == (without.code, papers(tmp_path / "alone"))


def papers(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.rglob("*.pdf")}


@pytest.mark.skipif(not FORKS, reason="needs copies of a process")
def test_one_that_was_killed_takes_no_task_while_its_copy_lives(press: Press) -> None:
    for what in (("folder", "here", "course"), 1):
        press.pipe[0].write(pickle.dumps(what))
    press.pipe[0].flush()
    tasks, done = press.others[0]
    tasks.write(pickle.dumps("no task"))
    tasks.flush()
    assert pickle.load(done) is None  # noqa: S301 - from a process of our own, which is there
    press.process.kill()
    press.process.wait()
    with pytest.raises(BrokenPipeError):
        os.write(press.pipe[0].fileno(), b"task")


CUT_OFF = """
import pickle
from borderdeck.build.press import Press
press = Press(0)
press.pipe[0].write(pickle.dumps(("folder", "here", "course")) + pickle.dumps("task")[:-1])
press.end(at_once=False)
"""


def test_a_task_that_is_cut_off_as_a_build_is_killed_is_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CUT_OFF]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""
