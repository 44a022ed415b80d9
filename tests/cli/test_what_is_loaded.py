"""A build loads what it needs, for what is loaded and not needed is a facilitator's time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from borderdeck.workspace import bundled
from tests.support.built import python
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import sys
from borderdeck.cli.app import run
run(["build", "course", "-q", "--only", "decks", *sys.argv[1:]])
print(*{name.partition(".")[0] for name in sys.modules})
"""


HEAVY = {
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
"""What takes longer to load than most decks to make."""


def loaded(folder: Path, *options: str) -> set[str]:
    """The packages that a build of the decks loads, of the course in a folder's `course`."""
    return set(python(PROGRAM, *options, here=folder).split())


def test_decks_in_our_own_design_need_no_library_but_those_that_read_and_measure(
    tmp_path: Path,
) -> None:
    write_course(tmp_path)
    assert loaded(tmp_path) & HEAVY == set()


def test_our_own_course_with_its_dates_needs_babel_besides(tmp_path: Path) -> None:
    shutil.copytree(bundled("course"), tmp_path / "course")
    options = ("--place", "Geneva", "--date", "2026-11-23..2026-11-27")
    assert loaded(tmp_path, *options) & HEAVY == {"babel"}
