"""A list of participants, as a build is told of it. All names are samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.built import borderdeck
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path

LIST = "name;organisation;large print\nAmina Example;Sample Ministry;yes\nBruno Example;;no\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a small course, an edition file and a list of participants."""
    write_course(tmp_path)
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "people.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "editions" / "geneva.yaml").write_text("participants: people.csv\n", "utf-8")
    return tmp_path


def test_large_twins_are_made_where_the_list_says_who_needs_them(small: Path) -> None:
    options = ("--participants", "editions/people.csv", "--only", "handouts", "--json")
    files = borderdeck("build", *options, here=small).report["files"]
    assert any(file["path"].endswith("-large-print.pdf") for file in files)


def test_an_edition_file_names_the_list_from_its_own_folder(small: Path) -> None:
    options = ("--edition", "editions/geneva.yaml", "--only", "handouts", "--json")
    files = borderdeck("build", *options, here=small).report["files"]
    assert any(file["path"].endswith("-large-print.pdf") for file in files)


def test_a_mistake_in_the_list_is_told_with_its_place(small: Path) -> None:
    (small / "editions" / "people.csv").write_text("name;role\n;Officer\n", encoding="utf-8")
    done = borderdeck("check", "--edition", "editions/geneva.yaml", here=small)
    assert done.err.startswith("editions/people.csv:2:1: error[missing-name]")


def test_a_name_that_no_font_of_the_papers_has_is_told_with_its_place(small: Path) -> None:
    (small / "editions" / "people.csv").write_text("name\n\u738b\u5c0f\u660e\n", encoding="utf-8")
    done = borderdeck("check", "--edition", "editions/geneva.yaml", here=small)
    assert "editions/people.csv:2:1: warning[missing-glyph]" in done.err


def test_a_list_that_is_not_there_ends_with_1(small: Path) -> None:
    assert borderdeck("check", "--participants", "nobody.csv", here=small).code == 1


def test_mistakes_in_list_and_course_are_told_together(small: Path) -> None:
    (small / "editions" / "people.csv").write_text("name\n\u202ex\n", encoding="utf-8")
    write_course(small, session="id: rescue\ntitel: Rescue\n")
    done = borderdeck("check", "--edition", "editions/geneva.yaml", here=small)
    assert "control-character" in done.err
    assert "unknown-key" in done.err


def test_all_files_that_an_edition_names_and_are_not_there_are_told_where_it_names_them(
    small: Path,
) -> None:
    told = "participants: nobody.csv\ntemplate: nothing.pptx\nsessions: [rescues]\n"
    (small / "editions" / "geneva.yaml").write_text(told, encoding="utf-8")
    said = borderdeck("check", "--edition", "editions/geneva.yaml", here=small).err
    assert [line.partition(": error")[0] for line in said.splitlines() if ": error" in line] == [
        "editions/geneva.yaml:1:15",
        "editions/geneva.yaml:2:11",
        "editions/geneva.yaml:3:12",
    ]


def test_a_template_that_is_not_there_is_told_with_the_mistakes_of_the_course(small: Path) -> None:
    write_course(small, session="id: rescue\ntitel: Rescue\n")
    said = borderdeck("check", "--template", "nothing.pptx", here=small).err
    assert "unknown-key" in said
    assert 'there is no file "nothing.pptx"' in said
