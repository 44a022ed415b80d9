"""A shell that stands in an edition's folder, which each build puts another in place of."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from borderdeck.build.places import PACKAGE
from borderdeck.diagnostics import ExitCode
from borderdeck.stamps import noted_below
from tests.support.courses import SESSION, write_course

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere no such folder is replaced")

BUILD = f"'{sys.executable}' -m borderdeck build --only decks"


def in_a_shell(here: Path, *lines: str) -> subprocess.CompletedProcess[str]:
    """Run lines of a shell, one after the other while all goes well."""
    return subprocess.run(
        ["sh", "-c", " && ".join(lines)], cwd=here, capture_output=True, text=True, check=False
    )


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """The folder of a built edition's decks; its course has changed since."""
    while not noted_below(PACKAGE):
        time.sleep(0.1)  # somebody has just saved a file of borderdeck's own: no answer is kept
    write_course(tmp_path)
    in_a_shell(tmp_path, BUILD)
    session = SESSION.replace("vital", "of use")
    (tmp_path / "course" / "sessions" / "1.yaml").write_text(session, encoding="utf-8")
    return tmp_path / "output" / "en" / "decks"


def test_a_build_from_within_the_edition_ends_well(decks: Path) -> None:
    done = in_a_shell(decks, BUILD)
    assert (done.returncode, "went wrong" in done.stderr) == (0, False)


def test_a_second_one_from_the_same_shell_finds_the_new_folder(decks: Path) -> None:
    done = in_a_shell(decks, BUILD, BUILD)
    assert (done.returncode, "Nothing has changed" in done.stdout) == (0, True)


def test_where_that_is_gone_too_it_says_so(decks: Path) -> None:
    done = in_a_shell(decks, f"rm -r '{decks}'", BUILD)
    assert (done.returncode, done.stderr.partition("\n")[0]) == (
        ExitCode.WRONG_USE,
        "error: the folder that you are in is gone",
    )
