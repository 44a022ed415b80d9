"""What a second build makes anew, and why."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from borderdeck.build.reasons import Cause, Reason
from borderdeck.build.state import recall, remember
from borderdeck.course.keys import DateRange, Written
from borderdeck.edition.edition import Choices
from borderdeck.workspace import bundled
from tests.build.builds import (
    DETENTION,
    PRINT_LIST,
    RESCUE,
    RESCUE_HANDOUT,
    WHOLE_HANDOUT,
    Course,
    Meanwhile,
    hashes,
)
from tests.support.courses import PNG

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = """
id: rescue
title: Rescue at sea
key_messages:
  - Planning is **vital**.
sections:
  - id: map
    title: Where
    slides:
      - id: map
        title: The coast
        blocks:
          - image: map.png
            alt: A map
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A small course, its decks and handouts built once."""
    course = Course(tmp_path, {"kinds": ("decks", "handouts")})
    course.build()
    return course


@pytest.fixture
def decks(tmp_path: Path) -> Course:
    """The same with its decks alone."""
    course = Course(tmp_path, {"kinds": ("decks",)})
    course.build()
    return course


def remembered(course: Course, **changes: Any) -> None:
    """Let the last build be remembered as one of another maker."""
    state = recall(course.folder / "output", "en")
    assert state is not None
    new = replace(state, maker=state.maker._replace(**changes))
    remember(course.folder / "output", "en", new)


def test_a_first_build_makes_everything_because_it_is_new(tmp_path: Path) -> None:
    causes = Course(tmp_path).causes(kinds=("decks",))
    assert causes == {RESCUE: ["new"], DETENTION: ["new"]}


def test_a_second_build_makes_nothing(course: Course) -> None:
    assert course.reasons() == {}


def test_a_changed_message_makes_what_it_stands_in(course: Course) -> None:
    course.change("sessions/1.yaml", "vital", "everything")
    assert set(course.reasons()) == {RESCUE, RESCUE_HANDOUT, WHOLE_HANDOUT}


def test_the_file_behind_a_new_plan_is_named(decks: Course) -> None:
    decks.change("sessions/1.yaml", "vital", "everything")
    assert decks.reasons()[RESCUE] == (Reason(Cause.PLAN, ("sessions/1.yaml",)),)


def test_a_comment_makes_nothing(course: Course) -> None:
    course.change("sessions/1.yaml", "id: rescue", "# A comment.\n\nid: rescue")
    assert course.reasons() == {}


def test_a_comment_is_in_the_manifest_as_in_one_of_a_clean_build(course: Course) -> None:
    course.change("sessions/1.yaml", "id: rescue", "# A comment.\n\nid: rescue")
    course.build()
    once = hashes(course.edition)
    shutil.rmtree(course.folder / "output")
    course.build()
    assert hashes(course.edition) == once


def test_a_changed_picture_makes_the_deck_that_shows_it(decks: Course) -> None:
    decks.write("sessions/1.yaml", PICTURE)
    decks.write("map.png", PNG)
    decks.build()
    decks.write("map.png", (bundled("course") / "../docs/pictures/papers.png").read_bytes())
    assert decks.reasons() == {RESCUE: (Reason(Cause.PLAN, ("map.png",)),)}


def test_a_picture_is_among_the_sources_of_its_deck(decks: Course) -> None:
    decks.write("sessions/1.yaml", PICTURE)
    decks.write("map.png", PNG)
    decks.build()
    manifest = json.loads((decks.edition / "manifest.json").read_bytes())
    sources = {source["path"] for source in manifest["files"][0]["sources"]}
    assert sources == {"course.yaml", "map.png", "sessions/1.yaml", "templates/deck.pptx"}


def test_a_style_sheet_of_the_courses_own_makes_the_papers(course: Course) -> None:
    sheet = (bundled("templates") / "paper.css").read_bytes()
    course.write("templates/paper.css", sheet + b"h1 { color: red }")
    assert course.reasons()[WHOLE_HANDOUT] == (Reason(Cause.FILE, ("templates/paper.css",)),)


def test_what_a_style_sheet_imports_is_a_reason_for_each_paper(course: Course) -> None:
    sheet = (bundled("templates") / "paper.css").read_text(encoding="utf-8")
    course.write("templates/paper.css", f'@import url("more.css");\n{sheet}')
    course.write("templates/more.css", "h1 { color: red }")
    course.build()
    course.write("templates/more.css", "h1 { color: blue }")
    assert set(course.causes()) == {
        RESCUE_HANDOUT,
        "handouts/key-messages-session-2.pdf",
        WHOLE_HANDOUT,
    }


def test_a_template_of_the_facilitators_own_makes_the_decks(decks: Course) -> None:
    shutil.copy(bundled("templates") / "deck-4x3.pptx", decks.folder / "own.pptx")
    (decks.folder / "edition.yaml").write_text("template: own.pptx\n", encoding="utf-8")
    decks.options["edition_file"] = decks.folder / "edition.yaml"
    decks.build()
    shutil.copy(bundled("templates") / "deck.pptx", decks.folder / "own.pptx")
    assert Reason(Cause.FILE, ("templates/own.pptx",)) in decks.reasons()[RESCUE]


def test_another_template_makes_the_decks_though_both_are_alike(decks: Course) -> None:
    for name in ("a", "b"):
        shutil.copy(bundled("templates") / "deck.pptx", decks.folder / f"{name}.pptx")
        (decks.folder / "edition.yaml").write_text(f"template: {name}.pptx\n", encoding="utf-8")
        causes = decks.causes(edition_file=decks.folder / "edition.yaml")
        assert causes[RESCUE] == ["plan"]


def test_a_deleted_file_is_made_again(course: Course) -> None:
    course.built(WHOLE_HANDOUT).unlink()
    assert course.reasons() == {WHOLE_HANDOUT: (Reason(Cause.OUTPUT_MISSING),)}


def test_a_deleted_edition_is_made_again(decks: Course) -> None:
    shutil.rmtree(decks.edition)
    decks.build()
    assert decks.built(RESCUE).is_file()


def test_an_edit_makes_nothing(decks: Course) -> None:
    decks.built(RESCUE).write_bytes(b"mine")
    assert decks.reasons() == {}


def test_an_edit_is_replaced_when_asked(decks: Course) -> None:
    decks.built(RESCUE).write_bytes(b"mine")
    assert decks.reasons(overwrite=True) == {RESCUE: (Reason(Cause.OUTPUT_CHANGED),)}


def test_another_version_of_borderdeck_makes_everything(decks: Course) -> None:
    remembered(decks, version="0.0.9")
    assert decks.causes() == {RESCUE: ["tool"], DETENTION: ["tool"]}


def test_another_version_of_a_library_makes_everything(decks: Course) -> None:
    state = recall(decks.folder / "output", "en")
    assert state is not None
    remembered(decks, libraries={**state.maker.libraries, "lxml": "1.0"})
    assert decks.reasons()[RESCUE] == (Reason(Cause.LIBRARY, ("lxml",)),)


def test_another_version_of_a_library_outside_python_makes_everything(decks: Course) -> None:
    remembered(decks, system={"/usr/lib/libpango-1.0.so.0": "1-1"})
    assert decks.reasons()[RESCUE] == (Reason(Cause.LIBRARY, ("libpango-1.0.so.0",)),)


def test_what_another_version_made_and_this_run_did_not_is_forgotten(decks: Course) -> None:
    remembered(decks, version="0.0.9")
    decks.build(sessions=(1,))
    assert decks.causes() == {DETENTION: ["new"]}


def test_what_a_partial_build_made_is_remembered(course: Course) -> None:
    course.build(kinds=("decks",))
    course.build(kinds=("handouts",))
    assert course.reasons() == {}


def test_the_print_list_is_made_for_what_is_as_before(course: Course) -> None:
    causes = course.causes(kinds=("decks", "handouts", "print-list"))
    assert causes == {PRINT_LIST: ["new"]}


def test_the_print_list_is_made_anew_when_a_paper_has_more_pages(course: Course) -> None:
    kinds = ("handouts", "print-list")
    course.build(kinds=kinds)
    course.change("sessions/1.yaml", "vital", "vital" + " and more" * 900)
    causes = course.causes(kinds=kinds)
    assert causes[PRINT_LIST] == ["plan"]


def test_the_print_list_stays_when_every_paper_has_as_many_pages(course: Course) -> None:
    kinds = ("handouts", "print-list")
    course.build(kinds=kinds)
    course.change("sessions/1.yaml", "vital", "more")
    assert PRINT_LIST not in course.causes(kinds=kinds)


def test_papers_that_nobody_asked_for_are_counted_and_remembered(course: Course) -> None:
    course.build(kinds=("print-list",))
    assert course.reasons(kinds=("agenda",), dry_run=True)["handouts/agenda.pdf"] == (
        Reason(Cause.OUTPUT_MISSING),
    )


@pytest.mark.parametrize("damage", [b"", b"{}", b"borderdeck 1 00\n{}", b"\xff\xfe\x00"])
def test_a_state_that_is_not_ours_costs_time_alone(decks: Course, damage: bytes) -> None:
    (decks.folder / "output" / ".borderdeck" / "en.json").write_bytes(damage)
    assert decks.causes() == {RESCUE: ["new"], DETENTION: ["new"]}


def test_a_state_can_be_deleted(decks: Course) -> None:
    before = hashes(decks.edition)
    shutil.rmtree(decks.folder / "output" / ".borderdeck")
    decks.build()
    assert hashes(decks.edition) == before


def test_a_state_holds_after_everything_was_moved(decks: Course, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for name in ("course", "output"):
        shutil.copytree(tmp_path / name, tmp_path / "elsewhere" / name)
    decks.folder = tmp_path / "elsewhere"
    assert decks.reasons() == {}


def test_a_state_names_no_folder_of_this_machine(course: Course) -> None:
    state = (course.folder / "output" / ".borderdeck" / "en.json").read_text(encoding="utf-8")
    assert str(course.folder) not in state


def test_decks_for_the_printer_are_looked_over_though_they_are_as_before(decks: Course) -> None:
    days = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))
    decks.options["choices"] = Choices(place="Geneva", date=days)
    decks.build()
    assert decks.causes(final=True)[RESCUE] == ["not-inspected"]


def test_decks_that_were_looked_over_are_not_looked_over_again(decks: Course) -> None:
    days = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))
    decks.options["choices"] = Choices(place="Geneva", date=days)
    decks.build(final=True)
    assert decks.reasons(final=True) == {}


def test_nothing_is_answered_of_a_build_in_which_a_style_sheet_was_saved(tmp_path: Path) -> None:
    course = Course(tmp_path, {"kinds": ("handouts",)})
    course.write("templates/paper.css", "h1 { color: red }")
    save = Meanwhile(lambda: course.write("templates/paper.css", "h1 { color: blue }"), after=1)
    assert course.build(save).basis is None


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_picture_of_a_style_sheet_is_another_when_its_link_leads_elsewhere(
    tmp_path: Path,
) -> None:
    course = Course(tmp_path, {"kinds": ("handouts",)})
    course.write("templates/paper.css", "html { background: url(logo.png) }")
    course.write("templates/one.png", PNG)
    course.write("templates/other.png", PNG + bytes(1))
    link = tmp_path / "course" / "templates" / "logo.png"
    link.symlink_to("one.png")
    course.build()
    link.unlink()
    link.symlink_to("other.png")
    assert course.causes()[RESCUE_HANDOUT] == ["file"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are not UTF-8")
def test_a_template_whose_name_is_not_utf_8_is_named_as_far_as_it_can_be(tmp_path: Path) -> None:
    template = tmp_path / os.fsdecode(b"d\xffck.pptx")
    shutil.copy(bundled("templates") / "deck.pptx", template)
    course = Course(tmp_path, {"kinds": ("decks",)})
    course.build(choices=Choices(name="en", template=Written(str(template))))
    assert '"path": "templates/d?ck.pptx"' in course.built("manifest.json").read_text(
        encoding="utf-8"
    )


def test_a_file_that_is_deleted_during_a_build_is_made_after_all(decks: Course) -> None:
    decks.change("sessions/1.yaml", "vital", "everything")
    decks.build(Meanwhile(partial(decks.built(DETENTION).unlink, missing_ok=True)))
    assert decks.built(DETENTION).is_file()


def test_a_link_that_leads_to_another_picture_now_is_noticed(decks: Course) -> None:
    decks.write("sessions/1.yaml", PICTURE)
    decks.write("a.png", PNG)
    decks.write("b.png", (bundled("course") / "../docs/pictures/papers.png").read_bytes())
    picture = decks.folder / "course" / "map.png"
    picture.symlink_to("a.png")
    decks.build()
    picture.unlink()
    picture.symlink_to("b.png")
    assert decks.causes() == {RESCUE: ["plan"]}


def test_an_edit_that_sets_the_files_time_back_is_noticed(decks: Course) -> None:
    session = decks.folder / "course" / "sessions" / "1.yaml"
    before = session.stat()
    decks.change("sessions/1.yaml", "vital", "VITAL")
    os.utime(session, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert decks.causes() == {RESCUE: ["plan"]}


def test_a_dry_run_writes_nothing(decks: Course) -> None:
    decks.change("sessions/1.yaml", "vital", "everything")
    before = hashes(decks.folder)
    decks.build(dry_run=True)
    assert hashes(decks.folder) == before


def test_a_dry_run_gives_the_reasons_of_the_build(decks: Course) -> None:
    decks.change("sessions/1.yaml", "vital", "everything")
    decks.built(DETENTION).unlink()
    assert decks.reasons(dry_run=True) == decks.reasons()


def test_a_dry_run_of_a_new_course_makes_no_folder(tmp_path: Path) -> None:
    Course(tmp_path).build(dry_run=True)
    assert not (tmp_path / "output").exists()
