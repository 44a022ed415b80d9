"""Files among a course's templates that nothing takes: told where the name is nearly right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.course.load import load_course
from borderdeck.diagnostics import Code, Severity
from borderdeck.workspace import Workspace
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.diagnostics import Diagnostic

PAPER = "{#-\ntitle: Sample\npurpose: A sample\n-#}\n"
SESSION = "id: rescue\ntitle: Rescue at sea"


def found(tmp_path: Path, **files: str) -> tuple[Diagnostic, ...]:
    """Load a course with a paper of its own, and more files beside it."""
    named = {f"templates/{name}": text for name, text in files.items()}
    folder = write_course(tmp_path, SESSION, **{"templates/quiz.html.j2": PAPER, **named})
    course, diagnostics = load_course(Workspace(here=tmp_path), folder)
    assert course is not None
    return diagnostics


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("befor-you-leave.html", "befor-you-leave.html.j2"),
        ("before.j2", "before.html.j2"),
        ("before.jinja2", "before.html.j2"),
        ("before.htm", "before.html.j2"),
        ("before.HTML.J2", "before.html.j2"),
        ("before.html.j2.txt", "before.html.j2"),
        ("keymessages.css", "key-messages.css"),
        ("Key Messages.css", "key-messages.css"),
        ("quizz.css", "quiz.css"),
        ("quiz.css.txt", "quiz.css"),
        ("paper.CSS", "paper.css"),
    ],
)
def test_a_name_that_is_nearly_right_is_told_with_the_right_one(
    tmp_path: Path, name: str, right: str
) -> None:
    (diagnostic,) = found(tmp_path, **{name: ""})

    assert (diagnostic.code, diagnostic.severity) == (Code.UNUSED_FILE, Severity.WARNING)
    assert f"templates/{name}" in diagnostic.message
    assert f'"{right}"' in diagnostic.hint


@pytest.mark.parametrize(
    "name",
    [
        *("quiz.css", "paper.css", "key-messages.css", "forms.css"),
        *("map.png", "letters.ttf", "notes.txt", "README.md", "notes.css", ".quiz.html.swp"),
        *(
            "quiz.html.j2.bak",
            "quiz.html.j2~",
            "quiz.html",
            "quiz-2.css",
            "quiz-old.css",
            "quiz.pdf",
        ),
    ],
)
def test_all_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, **{name: ""}) == ()


@pytest.mark.parametrize(
    ("taking", "text", "name"),
    [
        ("quiz.css", '@import "quizz.css";', "quizz.css"),
        ("_piece.html.j2", '{% include "before.html" %}', "before.html"),
        ("_piece.html.j2", '<link rel="stylesheet" href="quizz.css">', "quizz.css"),
    ],
)
def test_a_file_that_another_one_names_is_left_alone(
    tmp_path: Path, taking: str, text: str, name: str
) -> None:
    assert found(tmp_path, **{taking: text, name: ""}) == ()


def test_style_sheets_are_read_only_where_one_may_name_a_file(tmp_path: Path) -> None:
    files = {"templates/quiz.html.j2": PAPER, "templates/quiz.css": "", "templates/map.png": ""}
    folder = write_course(tmp_path, SESSION, **files)
    workspace = Workspace(here=tmp_path)
    with workspace.recording() as reads:
        load_course(workspace, folder)

    assert folder / "templates" / "quiz.css" not in reads.seen
