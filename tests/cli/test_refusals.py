"""What a build says where the system refuses something, and where another build is under way."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from borderdeck.build.lock import locked
from borderdeck.cli.app import run
from borderdeck.cli.faults import comes_of_an_interrupt
from borderdeck.terminal import Terminal
from tests.build.failing_calls import Calls, Fault, watched
from tests.course.test_load import PICTURE
from tests.support.built import Finished, borderdeck
from tests.support.courses import PNG, write_course
from tests.support.interrupts import heeding_interrupts

if TYPE_CHECKING:
    from collections.abc import Callable

BUILD = ("build", "--only", "decks")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small course in a folder `course`, and the folder that holds it."""
    write_course(tmp_path)
    return tmp_path


def test_a_misspelt_kind_is_told_with_the_one_that_was_meant(small: Path) -> None:
    said = borderdeck("build", "--only", "flipcharts", here=small).err
    assert "there is no 'flipcharts'. Did you mean 'flipchart'?" in said


def test_a_kind_like_none_is_told_with_all_there_are(small: Path) -> None:
    assert "'session-handouts', 'handouts'" in borderdeck("build", "--only", "x", here=small).err


def test_a_size_of_paper_is_known_in_capitals_too(small: Path) -> None:
    assert borderdeck(*BUILD, "--paper", "A4", "--dry-run", here=small).code == 0


@pytest.mark.parametrize("option", ["--place", "--template", "--participants"])
@pytest.mark.parametrize("value", ["", "  "])
def test_an_option_with_nothing_in_its_quotes_is_refused(
    small: Path, option: str, value: str
) -> None:
    done = borderdeck(*BUILD, option, value, "--dry-run", here=small)
    said = f"Error: Invalid value for '{option}': it is empty. Write it between the quotes"
    assert (done.code, done.err.splitlines()[-1].partition(",")[0]) == (2, said)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--place|New|York", '--place "New York"'),
        ("--place=New|York", '--place "New York"'),
        ("--place|New|York|City", '--place "New York City"'),
        ("course|--place|New|York", '--place "New York"'),
        ("--place|Cash|$5", "--place 'Cash $5'"),
        ("--participants|my|list.csv", '--participants "my list.csv"'),
        ("--date|2026-11-23|..|2026-11-27", "--date 2026-11-23..2026-11-27"),
        ("--date|2026-11-23|..2026-11-27", "--date 2026-11-23..2026-11-27"),
        ("geneva.yaml", "--edition geneva.yaml"),
        ("the town.yml", '--edition "the town.yml"'),
    ],
)
def test_words_that_lack_quotes_are_written_with_them(small: Path, typed: str, meant: str) -> None:
    done = borderdeck("build", *typed.split("|"), here=small)
    assert (done.code, f"write {meant}" in done.err) == (2, True)


@pytest.mark.parametrize("typed", ["York", "-j|2|York", "--only|decks|York"])
def test_a_course_that_is_not_there_is_no_word_of_an_option(small: Path, typed: str) -> None:
    done = borderdeck("build", *typed.split("|"), here=small)
    assert done.err.splitlines() == [
        "error: there is no course in York: it has no course.yaml",
        "  name the folder that holds course.yaml",
    ]


def test_a_range_of_days_that_lacks_one_is_told_to_be_written_without_spaces(small: Path) -> None:
    done = borderdeck("build", "--date", "2026-11-23..", "2026-11-27", here=small)
    assert "for several days, without spaces" in done.err


def test_an_output_folder_that_is_not_there_is_made(small: Path) -> None:
    borderdeck(*BUILD, "-q", "-o", "a/new/one", here=small)
    assert (small / "a/new/one/en/manifest.json").is_file()


def test_an_output_that_is_a_file_is_named(small: Path) -> None:
    (small / "taken").write_bytes(b"")
    done = borderdeck(*BUILD, "-o", "taken", here=small)
    assert (done.code, done.err.splitlines()[-2:]) == (
        2,
        [
            f"error: {small.as_posix()}/taken is not a folder.",
            "  Rename or remove it, or choose another folder with -o.",
        ],
    )


def test_an_edition_that_is_a_link_is_left_alone(small: Path) -> None:
    (small / "elsewhere").mkdir()
    (small / "output").mkdir()
    (small / "output/en").symlink_to(small / "elsewhere")
    done = borderdeck(*BUILD, here=small)
    assert (done.code, list((small / "elsewhere").iterdir())) == (2, [])
    assert "output/en is a link or a file, but the edition's folder goes there." in done.err


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder closed to root, too")
def test_an_output_that_may_not_be_written_is_told_with_what_to_do(small: Path) -> None:
    done = borderdeck(*BUILD, "-o", "/sys/kernel/borderdeck", here=small)
    assert (done.code, "choose another folder with -o" in done.err) == (2, True)


@pytest.mark.skipif(os.name != "posix", reason="watches calls that are POSIX's")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "is full.\n  Make room on it, or choose another folder with -o."),
        (errno.EACCES, "borderdeck may not write in"),
        (errno.EROFS, "is on a disk that cannot be written to."),
        (errno.EIO, "could not be written: Input/output error."),
    ],
)
def test_what_the_disk_refuses_is_told_in_plain_words(
    small: Path, capsys: pytest.CaptureFixture[str], code: int, words: str
) -> None:
    arguments = [*BUILD, str(small / "course"), "-j", "1"]
    with watched(_AtTheFirst(Fault("refused", code), name="fsync")):
        ended = run(arguments)
    err = capsys.readouterr().err
    assert (ended, words in err, "Traceback" in err) == (2, True, False)


class _AtTheFirst(Calls):
    """Calls of which the first that is called `name` meets the fault."""

    name: str = ""

    def step(self, name: str, do: Callable[[], Any], halfway: Callable[[], object] = int) -> Any:
        if name == self.name and self.name not in self.log:
            self.at = len(self.log) + 1
        return super().step(name, do, halfway)


def test_a_session_that_is_a_link_out_of_the_course_is_not_read(small: Path) -> None:
    session = small / "course/sessions/1.yaml"
    session.rename(small / "elsewhere.yaml")
    session.symlink_to(small / "elsewhere.yaml")
    done = borderdeck(*BUILD, "--json", here=small)
    assert (done.code, codes_of(done)) == (1, ["outside-course"])


def test_a_folder_that_is_a_link_out_of_the_course_is_not_looked_into(tmp_path: Path) -> None:
    course = write_course(tmp_path, PICTURE)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/map.png").write_bytes(PNG)
    (course / "maps").symlink_to(tmp_path / "elsewhere")
    done = borderdeck(*BUILD, "--json", here=tmp_path)
    assert (done.code, codes_of(done)) == (1, ["outside-course"])


def codes_of(done: Finished) -> list[str]:
    found = done.report["diagnostics"]
    return [d["code"] for d in found if d["severity"] == "error"]


# Two builds at once, and Ctrl-C.


def started(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "borderdeck", *BUILD]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_a_second_build_waits_and_says_so(small: Path) -> None:
    (small / "output").mkdir()
    with ExitStack() as other:
        other.enter_context(locked(small / "output/.en.lock"))
        second = started(small)
        assert second.stderr is not None
        said = next((line for line in second.stderr if "Another build" in line), "")
        waits = second.poll() is None and not (small / "output/en").exists()
    second.communicate(timeout=120)
    assert (waits, second.returncode) == (True, 0)
    assert said == "Another build of this edition is running; this one goes on when it is done.\n"


def test_on_a_drive_without_locks_it_says_what_to_delete(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Terminal().waiting(Path("output/.en.lock.held"))
    assert capsys.readouterr().err.endswith("on no machine, delete output/.en.lock.held\n")


def test_two_builds_at_once_both_end_well(small: Path) -> None:
    both = [started(small), started(small)]
    ended = [(process.communicate(timeout=120), process.returncode)[1] for process in both]
    assert (ended, (small / "output/en/manifest.json").is_file()) == ([0, 0], True)


@pytest.fixture
def interrupted(small: Path) -> tuple[int, str]:
    """The exit code and the messages of a build that meets Ctrl-C while it renders."""
    with heeding_interrupts():
        process = started(small)
    assert process.stderr is not None
    process.stderr.readline()  # which says what is being made
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    return process.returncode, err


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as POSIX does")
def test_ctrl_c_ends_a_build_with_its_own_exit_code(interrupted: tuple[int, str]) -> None:
    assert interrupted == (130, "\nStopped. What was there before is still there, whole.\n")


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as POSIX does")
def test_nothing_temporary_is_left_after_ctrl_c_and_one_more_build(
    small: Path, interrupted: tuple[int, str]
) -> None:
    borderdeck(*BUILD, here=small)
    names = {path.name for path in (small / "output").iterdir()}
    assert (interrupted[0], names) == (130, {".borderdeck", ".en.lock", "en"})


CTRL_C_AT = """
import sys
module = sys.argv[1]
class Finder:
    def find_spec(self, name, path, target=None):
        if name == module:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder())
from borderdeck.cli.main import main
sys.argv[1:] = ["build"]
main()
"""


@pytest.mark.parametrize("module", ["click", "yaml"])
def test_ctrl_c_while_something_is_loaded_ends_without_a_traceback(
    small: Path, module: str
) -> None:
    command = [sys.executable, "-c", CTRL_C_AT, module]
    done = subprocess.run(command, cwd=small, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (130, False)


def test_an_error_that_a_library_made_of_ctrl_c_is_none_of_ours() -> None:
    error = ImportError("it could not be initialised")
    error.__cause__ = KeyboardInterrupt()
    assert comes_of_an_interrupt(error)


def test_an_error_of_ours_does_not_come_of_ctrl_c() -> None:
    error = ImportError("it is not there")
    error.__cause__ = OSError()
    assert not comes_of_an_interrupt(error)
