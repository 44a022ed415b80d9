"""Real small courses in a temporary folder.

    folder = write_course(tmp_path, session='''
        id: rescue
        title: Rescue
    ''')

writes `course/course.yaml` and `course/sessions/1.yaml`. Further files are given by their names in
the course folder, as text or bytes: `**{"sessions/2.yaml": "...", "map.png": PNG}`; those in
`sessions/` are further sessions, in the order of their names.
"""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from borderdeck.course.load import load_course
from borderdeck.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.model import Course
    from borderdeck.diagnostics import Diagnostic

SESSION = """
id: rescue
title: Rescue at sea
key_messages:
  - Planning is **vital**.
"""

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)
"""A picture of one pixel."""


def write_course(tmp_path: Path, session: str | bytes = SESSION, **files: str | bytes) -> Path:
    """Write a course of one session and more; give its folder, `tmp_path/course`."""
    folder = tmp_path / "course"
    content: dict[str, str | bytes] = {"sessions/1.yaml": session, **files}
    names = sorted(name for name in content if name.startswith("sessions/"))
    lines = ["title: A course", "language: en", "sessions:", *(f"  - {name}" for name in names)]
    for name, text in {"course.yaml": "\n".join(lines), **content}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode())
    return folder


def problems(folder: Path) -> tuple[Diagnostic, ...]:
    """Load a course, and give what is wrong with it."""
    return load_course(Workspace(here=folder.parent), folder)[1]


def loaded(folder: Path) -> Course:
    """Load a course in which nothing is wrong."""
    course, found = load_course(Workspace(here=folder.parent), folder)
    assert course is not None, found
    return course


def small_course(tmp_path: Path, session: str | bytes = SESSION, **files: str | bytes) -> Course:
    """Write a course and load it."""
    return loaded(write_course(tmp_path, session, **files))
