"""A build loads what it needs, for what is loaded and not needed is a facilitator's time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import sys
from borderdeck.cli.app import run
run(["build", "course", "-q", *sys.argv[1:]])
print(*{name.partition(".")[0] for name in sys.modules})
"""

DECKS = ("--only", "decks")


def loaded(folder: Path, *options: str) -> set[str]:
    """The packages that a build of a small course loads."""
    write_course(folder)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *options],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_decks_in_our_own_design_need_no_library_but_those_that_read_and_measure(
    tmp_path: Path,
) -> None:
    heavy = {
        "pptx",
        "lxml",
        "PIL",
        "babel",
        "uniseg",
        "jinja2",
        "weasyprint",
        "markdown_it",
        "watchfiles",
    }
    assert loaded(tmp_path, *DECKS) & heavy == set()


def test_dates_are_what_babel_is_loaded_for(tmp_path: Path) -> None:
    assert "babel" in loaded(tmp_path, *DECKS, "--date", "2026-11-23")


@pytest.mark.parametrize(
    ("papers", "opened"), [("handouts", False), ("worksheets", False), ("guide", True)]
)
def test_papers_with_slides_are_what_other_pdfs_are_opened_for(
    tmp_path: Path, papers: str, *, opened: bool
) -> None:
    assert ("pikepdf" in loaded(tmp_path, "--only", papers, "-j", "1")) is opened
