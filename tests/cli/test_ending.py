"""How the process ends: at once, with all said, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import ExitCode
from borderdeck.workspace import bundled
from tests.support.built import borderdeck
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

OWN_FONT = """\
@font-face { font-family: "Own"; src: url("../own.ttf") }
html { font: 11pt "Own" }
"""
"""A style sheet whose font WeasyPrint puts into a folder for temporary files."""


def test_a_pipe_that_nobody_reads_is_no_traceback() -> None:
    command = [sys.executable, "-m", "borderdeck", "build", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        told = process.stderr.read()
    assert b"Traceback" not in told


@pytest.mark.skipif(os.name != "posix", reason="needs a shell's way to close an output")
def test_an_output_that_is_closed_is_no_traceback() -> None:
    command = ["sh", "-c", f"exec '{sys.executable}' -m borderdeck --version >&-"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell's way to close a stream")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_keep_no_build_from_ending_well(
    tmp_path: Path, closed: str
) -> None:
    write_course(tmp_path)
    command = f"exec '{sys.executable}' -m borderdeck build -j 2 --quiet {closed}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


@pytest.fixture
def scraps(tmp_path: Path) -> Path:
    """An empty folder for temporary files, beside a course with a font of its own."""
    course = write_course(tmp_path)
    (course / "templates").mkdir()
    (course / "templates" / "paper.css").write_text(OWN_FONT, encoding="utf-8")
    shutil.copy(next(bundled("fonts").glob("NotoSans-*.ttf")), course / "own.ttf")
    scraps = tmp_path / "scraps"
    scraps.mkdir()
    return scraps


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_temporary_file_is_left(tmp_path: Path, scraps: Path, jobs: str) -> None:
    done = borderdeck("build", "-j", jobs, here=tmp_path, TMPDIR=str(scraps))
    assert (done.code, [path.name for path in scraps.iterdir()]) == (0, [])


def test_what_a_style_sheet_left_would_be_noticed(tmp_path: Path) -> None:
    code = "import tempfile, os; tempfile.mkdtemp(); os._exit(0)"
    subprocess.run([sys.executable, "-c", code], env={"TMPDIR": str(tmp_path)}, check=True)
    assert [*tmp_path.iterdir()]


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_is_asked_to_end_leaves_no_temporary_file(
    tmp_path: Path, scraps: Path, jobs: str, asked: signal.Signals
) -> None:
    environ = {**os.environ, "TMPDIR": str(scraps)}
    command = [sys.executable, "-m", "borderdeck", "build", "-j", jobs]
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stderr=subprocess.PIPE) as process:
        while process.poll() is None and not [*scraps.iterdir()]:
            time.sleep(0.01)
        process.send_signal(asked)
        _, said = process.communicate()
    assert (process.returncode, b"Stopped." in said) == (ExitCode.INTERRUPTED, True)
    assert [path.name for path in scraps.iterdir()] == []
