"""What a build says of the slides that it draws for papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.built import borderdeck
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

BARE = {"PATH": ""}
"""A machine without LibreOffice."""

TICK = "id: rescue\ntitle: Rescue at sea\nkey_messages:\n  - ✓ is a sign that slides' fonts lack\n"


def codes(folder: Path, **environ: str) -> list[str]:
    """Build the slide handouts of a course with such a sign, and give the codes of what is told."""
    course = write_course(folder, TICK)
    arguments = ("build", course, "-o", "out", "--json", "--place", "Geneva")
    kinds = ("--date", "2026-11-23", "--only", "slide-handouts")
    return [
        d["code"]
        for d in borderdeck(*arguments, *kinds, here=folder, **environ).report["diagnostics"]
    ]


def test_slides_that_cannot_be_drawn_are_told(tmp_path: Path) -> None:
    assert codes(tmp_path, **BARE) == ["slides-not-drawn"]


def test_nothing_is_told_where_libreoffice_draws_them(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


def test_once_libreoffice_is_there_the_papers_are_made_anew(tmp_path: Path) -> None:
    codes(tmp_path, **BARE)
    assert codes(tmp_path) == []


def test_what_was_told_is_told_again_when_nothing_has_changed(tmp_path: Path) -> None:
    assert codes(tmp_path, **BARE) == codes(tmp_path, **BARE)
