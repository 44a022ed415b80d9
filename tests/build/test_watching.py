"""What wakes a build that watches, and builds one after the other in the same process."""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from borderdeck.build.request import Nobody, Request
from borderdeck.build.watching import Watched
from borderdeck.build.workshop import Workshop
from borderdeck.diagnostics import Code
from borderdeck.workspace import Workspace
from tests.build.builds import Course, Meanwhile, hashes
from tests.support.courses import PNG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PICTURED = """
id: detention
title: Detention
key_messages:
  - Detention is a **last resort**.
sections:
  - id: map
    title: A map
    slides:
      - id: coast
        title: The coast
        blocks:
          - image: map.png
            alt: A map
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


@pytest.fixture
def workshop(course: Course) -> Iterator[Workshop]:
    """Where the decks and handouts of that course are built, all in this process."""
    request = Request(jobs=1, kinds=("decks", "handouts"))
    with Workshop(request, Workspace(here=course.folder)) as workshop:
        workshop.build(Nobody())
        yield workshop


def changed(workshop: Workshop) -> set[str]:
    """The names of what has changed since the last build."""
    found = workshop.reads.changed()
    return {path.relative_to(workshop.workspace.here).as_posix() for path in found}


def test_nothing_has_changed_after_a_build(workshop: Workshop) -> None:
    assert changed(workshop) == set()


def test_a_saved_file_wakes_it(course: Course, workshop: Workshop) -> None:
    course.change("sessions/1.yaml", "vital", "all")
    assert changed(workshop) == {"course/sessions/1.yaml"}


def test_a_file_that_is_saved_as_it_was_does_not(course: Course, workshop: Workshop) -> None:
    course.change("sessions/1.yaml", "vital", "vital")
    assert changed(workshop) == set()


def test_a_burst_of_saves_is_told_of_at_once(course: Course, workshop: Workshop) -> None:
    course.change("sessions/1.yaml", "vital", "all")
    course.change("sessions/2.yaml", "Detention", "Custody")
    assert changed(workshop) == {"course/sessions/1.yaml", "course/sessions/2.yaml"}


def test_a_file_that_was_looked_for_wakes_it_when_it_comes(
    course: Course, workshop: Workshop
) -> None:
    course.write("templates/paper.css", "html { color: black }")
    assert "course/templates/paper.css" in changed(workshop)


def test_what_is_edited_in_the_edition_does_not_wake_it(course: Course, workshop: Workshop) -> None:
    (course.edition / "manifest.json").write_text("{}", encoding="utf-8")
    (course.edition / "mine.txt").write_text("mine", encoding="utf-8")
    assert changed(workshop) == set()


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_file_that_a_link_leads_to_wakes_it(course: Course, workshop: Workshop) -> None:
    linked = course.folder / "course" / "sessions" / "1.yaml"
    real = linked.rename(course.folder / "course" / "real.yaml")
    linked.symlink_to(real)
    workshop.build(Nobody())
    course.change("real.yaml", "vital", "all")
    assert changed(workshop) == {"course/sessions/1.yaml"}


def test_what_is_saved_during_a_build_is_built_after_it(course: Course, workshop: Workshop) -> None:
    course.change("sessions/1.yaml", "vital", "all")
    save = Meanwhile(lambda: course.change("sessions/1.yaml", "all", "everything"))
    workshop.build(save)
    assert changed(workshop) == {"course/sessions/1.yaml"}


def test_what_is_saved_between_two_papers_is_built_after_them(
    course: Course, workshop: Workshop
) -> None:
    course.write("templates/paper.css", "h1 { color: red }")
    save = Meanwhile(lambda: course.write("templates/paper.css", "h1 { color: blue }"), after=1)
    workshop.build(save)
    assert changed(workshop) == {"course/templates/paper.css"}


def test_waiting_ends_with_what_was_saved_before_it_began(
    course: Course, workshop: Workshop
) -> None:
    course.change("sessions/1.yaml", "vital", "all")
    (found,) = Watched(workshop.reads).wait()
    assert found.name == "1.yaml"


def test_a_picture_that_is_too_large_is_waited_for(course: Course, workshop: Workshop) -> None:
    course.write("map.png", PNG + bytes(60_000_000))
    course.write("sessions/2.yaml", PICTURED)
    assert workshop.build(Nobody()).diagnostics[0].code is Code.FILE_TOO_LARGE
    assert changed(workshop) == set()
    course.write("map.png", PNG)
    assert changed(workshop) == {"course/map.png"}


def test_a_damaged_picture_is_refused_when_papers_have_been_made_here(
    course: Course, workshop: Workshop
) -> None:
    whole = BytesIO()
    Image.effect_noise((80, 80), 90).save(whole, "PNG")
    course.write("map.png", whole.getvalue()[:3000])
    course.write("sessions/2.yaml", PICTURED)
    assert [d.code for d in workshop.build(Nobody()).diagnostics] == [Code.BAD_PICTURE]


def test_a_warm_build_makes_the_bytes_of_a_clean_one(course: Course, workshop: Workshop) -> None:
    course.write("map.png", PNG)
    course.write("sessions/2.yaml", PICTURED)
    workshop.build(Nobody())
    warm = hashes(course.edition)
    course.build(kinds=("decks", "handouts"), output=course.folder / "clean")
    assert warm == hashes(course.folder / "clean" / "en")
