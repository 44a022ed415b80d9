"""The same question, asked again by the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from borderdeck.build import answers
from borderdeck.build.answers import still
from borderdeck.build.places import PACKAGE
from borderdeck.stamps import SETTLED_NS, noted_below, settled, stamp_at
from tests.support.built import borderdeck, python
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

DECKS = ("build", "--only", "decks")

ASK = """
import sys
from borderdeck.build.answers import answered
sys.exit(0 if answered(sys.argv[1:]) else 3)
"""


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A folder with a course in which `borderdeck build --only decks` was typed."""
    while not noted_below(PACKAGE):
        time.sleep(0.1)  # somebody has just saved a file of borderdeck's own
    write_course(tmp_path)
    borderdeck(*DECKS, here=tmp_path)
    return tmp_path


def answered(folder: Path, *arguments: str, **environ: str) -> str | None:
    """Ask, and give what is printed; None where there is no answer."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, *(arguments or DECKS)],
        cwd=folder,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode == 0 else None


def deck(folder: Path) -> Path:
    (path,) = folder.glob("output/en/decks/*.pptx")
    return path


def test_what_was_asked_before_is_answered(asked: Path) -> None:
    assert answered(asked) is not None


def test_the_answer_is_what_a_build_that_has_nothing_to_do_says(asked: Path) -> None:
    told = answered(asked)
    shutil.rmtree(asked / "output" / ".borderdeck")
    assert borderdeck(*DECKS, here=asked).out == told


def test_an_answer_in_json_is_that_of_a_build_that_has_nothing_to_do(asked: Path) -> None:
    borderdeck(*DECKS, "--json", here=asked)
    told = json.loads(answered(asked, *DECKS, "--json") or "")
    for path in (asked / "output" / ".borderdeck").glob("answer-*"):
        path.unlink()
    report = borderdeck(*DECKS, "--json", here=asked).report
    assert {**told, "seconds": 0} == {**report, "seconds": 0}


def test_nothing_is_imported_for_an_answer_but_the_standard_library(asked: Path) -> None:
    code = f"import sys\nfrom borderdeck.cli.main import command\ncommand({list(DECKS)})\n"
    code += "print([n for n in sys.modules if n in ('click', 'pathlib', 'typing')])"
    assert python(code, here=asked).splitlines()[-1] == "[]"


def test_another_question_has_no_answer(asked: Path) -> None:
    assert answered(asked, "build") is None


def test_the_same_words_in_another_folder_are_another_question(asked: Path) -> None:
    assert answered(asked / "course") is None


def test_another_command_has_no_answer(asked: Path) -> None:
    borderdeck("check", here=asked)
    assert answered(asked, "check") is None


def test_a_course_with_errors_is_not_answered(tmp_path: Path) -> None:
    write_course(tmp_path, session="id: rescue\n")
    borderdeck(*DECKS, here=tmp_path)
    assert answered(tmp_path) is None


def changed_text(folder: Path) -> None:
    with (folder / "course" / "sessions" / "1.yaml").open("a", encoding="utf-8") as file:
        file.write("# A comment.\n")


def changed_in_place_and_time(folder: Path) -> None:
    path = folder / "course" / "sessions" / "1.yaml"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"vital", b"VITAL"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def deleted_text(folder: Path) -> None:
    (folder / "course" / "sessions" / "1.yaml").unlink()


def another_course(folder: Path) -> None:
    (folder / "course.yaml").write_text("title: Another\n", encoding="utf-8")


def deleted_deck(folder: Path) -> None:
    deck(folder).unlink()


def edited_deck(folder: Path) -> None:
    deck(folder).write_bytes(deck(folder).read_bytes() + b"\0")


def edited_manifest(folder: Path) -> None:
    (folder / "output" / "en" / "manifest.json").write_text("{}", encoding="utf-8")


def deleted_edition(folder: Path) -> None:
    shutil.rmtree(folder / "output" / "en")


def left_by_a_killed_build(folder: Path) -> None:
    (folder / "output" / ".en.new-0123abcd").mkdir()


def damaged_answer(folder: Path) -> None:
    for path in (folder / "output" / ".borderdeck").glob("answer-*"):
        path.write_bytes(path.read_bytes()[:-1] + b" ")


def torn_answer(folder: Path) -> None:
    for path in (folder / "output" / ".borderdeck").glob("answer-*"):
        path.write_bytes(path.read_bytes()[:100])


@pytest.mark.parametrize(
    "change",
    [
        changed_text,
        changed_in_place_and_time,
        deleted_text,
        another_course,
        deleted_deck,
        edited_deck,
        edited_manifest,
        deleted_edition,
        left_by_a_killed_build,
        damaged_answer,
        torn_answer,
    ],
)
def test_an_answer_that_may_not_hold_is_not_given(asked: Path, change: object) -> None:
    assert callable(change)
    change(asked)
    assert answered(asked) is None


def test_an_own_template_that_was_looked_for_and_not_there_is_noticed(tmp_path: Path) -> None:
    write_course(tmp_path)
    handouts = ("build", "--only", "handouts")
    borderdeck(*handouts, here=tmp_path)
    (tmp_path / "course" / "templates").mkdir()
    (tmp_path / "course" / "templates" / "paper.css").write_text("", encoding="utf-8")
    assert answered(tmp_path, *handouts) is None


def test_a_template_that_makes_another_paper_is_noticed(asked: Path) -> None:
    (asked / "course" / "templates").mkdir()
    (asked / "course" / "templates" / "own.html.j2").write_text("", encoding="utf-8")
    assert answered(asked) is None


def test_a_file_that_is_saved_without_a_change_is_no_change(asked: Path) -> None:
    path = asked / "course" / "sessions" / "1.yaml"
    path.write_bytes(path.read_bytes())
    assert answered(asked) is not None


def test_an_answer_of_another_version_is_not_given(
    asked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(asked)
    monkeypatch.setattr(answers, "HEAD", "borderdeck 0.0.9 answer ")
    assert not answers.answered(list(DECKS))
    assert capsys.readouterr().out == ""


def test_an_answer_is_not_given_where_packages_are_looked_for_elsewhere(
    asked: Path, tmp_path: Path
) -> None:
    assert answered(asked, PYTHONPATH=str(tmp_path / "nowhere")) is None


def test_an_answer_holds_after_everything_was_moved(asked: Path, tmp_path: Path) -> None:
    shutil.copytree(asked / "course", tmp_path / "elsewhere" / "course")
    shutil.copytree(asked / "output", tmp_path / "elsewhere" / "output")
    assert answered(tmp_path / "elsewhere") is not None


def test_an_answer_names_no_folder_of_this_machine(asked: Path) -> None:
    (path,) = (asked / "output" / ".borderdeck").glob("answer-*")
    assert str(asked) not in path.read_text(encoding="utf-8")


def test_an_answer_in_a_folder_that_cannot_be_written_to_is_given_all_the_same(
    asked: Path,
) -> None:
    folders = [asked / "output" / ".borderdeck", asked / "output"]
    for folder in folders:
        folder.chmod(0o555)
    told = answered(asked)
    for folder in folders:
        folder.chmod(0o755)
    assert told is not None


def test_where_an_answer_cannot_be_kept_the_build_is_done_all_the_same(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / ".borderdeck").write_bytes(b"a file")
    assert borderdeck(*DECKS, here=tmp_path).code == 0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file, written just now."""
    path = tmp_path / "file"
    path.write_bytes(b"words")
    return path


def test_a_file_with_the_same_stamp_is_not_read_again(file: Path) -> None:
    known = ["not its hash", list(stamp_at(str(file)) or ())]
    assert still(str(file), known) == known


def test_a_file_without_a_stamp_is_read_again(file: Path) -> None:
    assert still(str(file), ["not its hash", None]) is None


def test_a_stamp_that_was_taken_at_once_tells_nothing(file: Path) -> None:
    stamp = stamp_at(str(file))
    assert stamp is not None
    assert settled(stamp, time.time_ns()) is None


def test_a_stamp_that_was_taken_later_tells_of_each_change(file: Path) -> None:
    stamp = stamp_at(str(file))
    assert stamp is not None
    assert settled(stamp, time.time_ns() + SETTLED_NS) == stamp


# Output folders are passed on, with all that is remembered in them.

USER = "quxauser"


class Machine:
    """Somebody's machine, with a course at home, built on to a stick, each named by its path."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder, folder / "home" / USER
        self.output = folder / "stick" / "output"
        path = f"{self.home}/bin{os.pathsep}{os.environ['PATH']}"
        self.environ = {"HOME": str(self.home), "USER": USER, "LOGNAME": USER, "PATH": path}
        self.words = (*DECKS, str(self.home / "course"), "-o", str(self.output))
        write_course(self.home)
        self.built = borderdeck(*self.words, here=self.home, **self.environ)

    def asked(self, **environ: str) -> str | None:
        return answered(self.home, *self.words, **{**self.environ, **environ})


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_in_the_output_folder_tells_whose_machine_it_is(machine: Machine) -> None:
    files = [path for path in machine.output.rglob("*") if path.is_file()]
    telling = (USER.encode(), str(machine.folder).encode(), os.environ["PATH"].encode())
    assert [path for path in files if any(word in path.read_bytes() for word in telling)] == []


def test_an_answer_shows_all_paths_as_they_are(machine: Machine) -> None:
    again = borderdeck(*machine.words, "-j", "1", here=machine.home, **machine.environ)
    assert f"They are in {machine.output}/en\n" in (machine.asked() or "")
    assert again.out.splitlines()[1:] == (machine.asked() or "").splitlines()[1:]


def test_in_another_home_it_is_another_question(machine: Machine) -> None:
    assert machine.asked(HOME=str(machine.folder)) is None


def test_a_file_at_home_is_looked_for_there(machine: Machine) -> None:
    session = machine.home / "course" / "sessions" / "1.yaml"
    session.write_text(session.read_text(encoding="utf-8") + "# A comment.\n", encoding="utf-8")
    assert machine.asked() is None


def test_no_more_than_the_latest_answers_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "output" / answers.FOLDER
    folder.mkdir(parents=True)
    for number in range(answers.MOST + 5):
        (folder / f"answer-{number:08x}.json").write_bytes(b"")
    (folder / "answer-00000000.json.new").write_bytes(b"half of an an")
    write_course(tmp_path)
    borderdeck(*DECKS, here=tmp_path)
    names = [path.name for path in folder.glob("answer-*")]
    assert (len(names), [name for name in names if name.endswith(".new")]) == (answers.MOST, [])
