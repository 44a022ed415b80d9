"""`borderdeck check`, `borderdeck init`, and what all commands share."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from borderdeck import __version__
from borderdeck.cli.faults import tell
from borderdeck.diagnostics import MendableError
from tests.support.built import ROOT, borderdeck
from tests.support.courses import SESSION, write_course


def test_a_sound_course_passes(tmp_path: Path) -> None:
    assert borderdeck("check", ROOT / "course", here=tmp_path).code == 0


def test_checking_writes_nothing(tmp_path: Path) -> None:
    write_course(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    borderdeck("check", here=tmp_path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_mistake_is_told_with_file_line_and_column(tmp_path: Path) -> None:
    write_course(tmp_path, session="id: two\ntitel: Two\n")
    done = borderdeck("check", here=tmp_path)
    assert re.search(
        r"^course/sessions/\S+\.yaml:2:1: error\[unknown-key\]", done.err, re.MULTILINE
    )


def test_a_mistake_ends_with_1(tmp_path: Path) -> None:
    write_course(tmp_path, session="id: two\ntitel: Two\n")
    assert borderdeck("check", here=tmp_path).code == 1


def test_a_mistake_is_in_the_json_report_with_its_place(tmp_path: Path) -> None:
    write_course(tmp_path, session="id: two\ntitel: Two\n")
    (found,) = borderdeck("check", "--json", here=tmp_path).report["diagnostics"]
    assert (found["line"], found["column"], found["code"]) == (2, 1, "unknown-key")


def test_a_new_course_builds(tmp_path: Path) -> None:
    borderdeck("init", "mine", here=tmp_path)
    done = borderdeck("build", "-q", here=tmp_path / "mine")
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("folder", "typed"),
    [
        ("mine", "mine"),
        ("new/Grüße", "new/Grüße"),
        ("new course", '"new course"'),
        ("O'Brien & Co", '"O\'Brien & Co"'),
        ("$HOME `x`", "'$HOME `x`'"),
    ],
)
def test_the_folder_of_a_new_course_is_quoted_where_a_shell_needs_it(
    tmp_path: Path, folder: str, typed: str
) -> None:
    done = borderdeck("init", folder, here=tmp_path)
    assert done.out.splitlines()[-1] == f"Next: cd {typed} && borderdeck build"


def test_the_words_that_a_new_course_tells_to_type_lead_there(tmp_path: Path) -> None:
    done = borderdeck("init", "it's a $5 `course`", here=tmp_path)
    typed = done.out.splitlines()[-1].removeprefix("Next: ").partition(" && ")[0]
    command = ["sh", "-c", f"{typed} && ls"]
    assert subprocess.check_output(command, cwd=tmp_path, text=True) == "course\n"


def test_a_new_course_does_not_replace_one_that_is_there(tmp_path: Path) -> None:
    borderdeck("init", "mine", here=tmp_path)
    assert borderdeck("init", "mine", here=tmp_path).code == 2


def test_the_version_is_told(tmp_path: Path) -> None:
    assert __version__ in borderdeck("--version", here=tmp_path).out


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    from subprocess import run
    from sys import executable

    code = (
        "import sys; from borderdeck.cli.app import run; run(['build', '--help']); "
        "print(sorted({'yaml', 'pptx', 'weasyprint', 'jinja2', 'babel'} & set(sys.modules)))"
    )
    done = run([executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.endswith("[]\n")


def test_a_fault_of_ours_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    tell(RuntimeError("no such luck"), debug=False)
    assert "Traceback" not in capsys.readouterr().err


def test_a_fault_of_ours_has_its_traceback_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    tell(RuntimeError("no such luck"), debug=False)
    log = Path(capsys.readouterr().err.strip().rpartition(" ")[2])
    assert "RuntimeError: no such luck" in log.read_text(encoding="utf-8")


def test_a_fault_of_ours_shows_its_traceback_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    tell(RuntimeError("no such luck"), debug=True)
    assert "RuntimeError: no such luck" in capsys.readouterr().err


def test_what_a_person_can_mend_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    tell(MendableError("the folder is full", "empty it"), debug=False)
    assert capsys.readouterr().err == "error: the folder is full\n  empty it\n"


def test_too_little_memory_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    tell(MemoryError(), debug=False)
    assert "build it in parts" in capsys.readouterr().err


def test_a_warning_is_counted_and_not_taken_for_nothing(tmp_path: Path) -> None:
    write_course(tmp_path, SESSION.replace("Planning", "Planning \N{GRINNING FACE}"))
    done = borderdeck("check", "--place", "Geneva", "--date", "2026-11-23", here=tmp_path)
    assert done.out == "No error; 1 warning.\n"


def test_a_build_of_what_an_edition_has_none_of_says_so(tmp_path: Path) -> None:
    write_course(tmp_path)
    said = borderdeck("build", "--only", "cards", here=tmp_path).out
    assert "This edition has no file of what was asked for with --only and --session." in said
