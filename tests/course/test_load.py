"""A folder becomes a course, or all that is wrong with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from borderdeck.course.keys import Reference
from borderdeck.course.load import load_course, load_edition
from borderdeck.course.source import LIMIT
from borderdeck.diagnostics import Code, Severity
from borderdeck.workspace import Workspace, bundled
from tests.support.courses import PNG, SESSION, loaded, problems, small_course, write_course

if TYPE_CHECKING:
    from pathlib import Path

SECOND = "id: return\ntitle: Return\n"

PICTURE = """
id: rescue
title: Rescue
sections:
  - id: map
    title: Map
    slides:
      - title: Map
        blocks:
          - image: maps/map.png
            alt: A map
"""


def codes(folder: Path) -> list[Code]:
    return [diagnostic.code for diagnostic in problems(folder)]


def test_the_bundled_course_is_right() -> None:
    course = bundled("course")
    assert load_course(Workspace(), course)[1] == ()


def test_sessions_are_numbered_by_their_place(tmp_path: Path) -> None:
    course = small_course(tmp_path, SESSION, **{"sessions/2.yaml": SECOND})
    assert [(session.number, session.id) for session in course.sessions] == [
        (1, "rescue"),
        (2, "return"),
    ]


def test_a_file_is_named_as_seen_from_where_one_stands(tmp_path: Path) -> None:
    (session,) = small_course(tmp_path).sessions
    assert session.title.position.file == "course/sessions/1.yaml"


def test_a_warning_forbids_nothing(tmp_path: Path) -> None:
    folder = write_course(tmp_path, "id: a\ntitle: Be **kind\n")
    assert loaded(folder).sessions[0].title.plain == "Be **kind"


def test_a_warning_is_told(tmp_path: Path) -> None:
    (diagnostic,) = problems(write_course(tmp_path, "id: a\ntitle: Be **kind\n"))
    assert diagnostic.severity is Severity.WARNING


def test_diagnostics_are_in_reading_order(tmp_path: Path) -> None:
    files = {"sessions/2.yaml": "id: B\ntitle:\n", "sessions/3.yaml": "x: [\n"}
    places = [d.position for d in problems(write_course(tmp_path, "id: A\n", **files))]
    assert places == sorted(places, key=lambda place: place or 0)


def test_a_picture_in_the_course_folder_is_found(tmp_path: Path) -> None:
    assert codes(write_course(tmp_path, PICTURE, **{"maps/map.png": PNG})) == []


def test_a_link_out_of_the_course_folder_is_not_followed(tmp_path: Path) -> None:
    folder = write_course(tmp_path, PICTURE, **{"maps/other.png": PNG})
    (tmp_path / "secret.png").write_bytes(PNG)
    (folder / "maps/map.png").symlink_to(tmp_path / "secret.png")
    assert codes(folder) == [Code.OUTSIDE_COURSE]


def test_a_link_to_itself_keeps_no_missing_file_from_being_told(tmp_path: Path) -> None:
    folder = write_course(tmp_path, PICTURE)
    (folder / "loop").symlink_to(folder / "loop")
    assert codes(folder) == [Code.MISSING_FILE]


def test_links_in_a_circle_are_unreadable(tmp_path: Path) -> None:
    folder = write_course(tmp_path, PICTURE, **{"maps/other.png": PNG})
    (folder / "maps/map.png").symlink_to(folder / "maps/map.png")
    assert codes(folder) == [Code.UNREADABLE_FILE]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_it_is_told(tmp_path: Path) -> None:
    folder = write_course(tmp_path)
    (folder / "sessions/1.yaml").chmod(0)
    assert codes(folder) == [Code.UNREADABLE_FILE]


def test_a_pipe_is_no_session(tmp_path: Path) -> None:
    folder = write_course(tmp_path)
    (folder / "sessions/1.yaml").unlink()
    os.mkfifo(folder / "sessions/1.yaml")
    assert codes(folder) == [Code.UNREADABLE_FILE]


def test_an_overlong_name_is_told(tmp_path: Path) -> None:
    outline = f"title: a\nlanguage: en\nsessions:\n  - {'x' * 900}\n"
    assert codes(write_course(tmp_path, **{"course.yaml": outline})) == [Code.UNREADABLE_FILE]


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    session = SESSION.lstrip() + "#" * (LIMIT - len(SESSION.lstrip()))
    assert codes(write_course(tmp_path, session)) == []


def test_what_is_read_is_recorded(tmp_path: Path) -> None:
    folder = write_course(tmp_path)
    workspace = Workspace(here=tmp_path)
    with workspace.recording() as reads:
        load_course(workspace, folder)
    assert {path.name for path in reads.digests} == {"course.yaml", "1.yaml"}


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (diagnostic,) = problems(tmp_path / "nowhere")
    assert diagnostic.code is Code.MISSING_FILE


def test_an_edition_file_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "geneva.yaml"
    path.write_text("place: Geneva\ndate: 2026-11-23\nsessions: [rescue]\n")
    edition, _ = load_edition(Workspace(here=tmp_path), path)
    assert edition is not None
    assert edition.sessions == (Reference("rescue"),)


def test_an_edition_file_that_is_none_is_told(tmp_path: Path) -> None:
    _, found = load_edition(Workspace(here=tmp_path), tmp_path / "geneva.yaml")
    assert [diagnostic.code for diagnostic in found] == [Code.MISSING_FILE]
