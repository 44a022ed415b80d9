from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from borderdeck.build.files import MANIFEST, Status
from tests.build.edition_folders import (
    BESIDE,
    DECK,
    EDITION,
    build,
    build_deck,
    built,
    contents,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """An output folder with a deck that was edited after it was built."""
    build_deck(tmp_path, b"one")
    write(tmp_path, DECK, b"mine")
    return tmp_path


@pytest.fixture
def beside(edited: Path) -> Path:
    """The same, after the course changed and was built again."""
    build_deck(edited, b"two")
    return edited


def test_an_edit_stays_while_the_course_is_the_same(edited: Path) -> None:
    build_deck(edited, b"one")
    assert contents(edited) == {DECK: b"mine"}


def test_an_edit_is_reported_as_kept(edited: Path) -> None:
    assert build_deck(edited, b"one").status is Status.KEPT


def test_the_new_build_goes_beside_an_edit_when_the_course_changes(beside: Path) -> None:
    assert contents(beside) == {DECK: b"mine", BESIDE: b"two"}


def test_the_report_names_the_file_that_lies_beside_an_edit(edited: Path) -> None:
    assert build_deck(edited, b"two").kept_beside == BESIDE


def test_the_file_beside_an_edit_does_not_multiply(beside: Path) -> None:
    build_deck(beside, b"two")
    assert contents(beside) == {DECK: b"mine", BESIDE: b"two"}


def test_the_file_beside_an_edit_follows_the_course(beside: Path) -> None:
    build_deck(beside, b"three")
    assert contents(beside) == {DECK: b"mine", BESIDE: b"three"}


def test_the_file_beside_an_edit_goes_when_the_course_is_back(beside: Path) -> None:
    build_deck(beside, b"one")
    assert contents(beside) == {DECK: b"mine"}


def test_the_file_beside_an_edit_goes_when_the_edit_is_deleted(beside: Path) -> None:
    (beside / EDITION / DECK).unlink()
    build_deck(beside, b"two")
    assert contents(beside) == {DECK: b"two"}


def test_deleting_the_file_beside_an_edit_says_that_it_was_seen(beside: Path) -> None:
    (beside / EDITION / BESIDE).unlink()
    build_deck(beside, b"two")
    assert contents(beside) == {DECK: b"mine"}


def test_a_seen_build_comes_again_when_the_course_changes_once_more(beside: Path) -> None:
    (beside / EDITION / BESIDE).unlink()
    build_deck(beside, b"two")
    build_deck(beside, b"three")
    assert contents(beside) == {DECK: b"mine", BESIDE: b"three"}


def test_the_file_beside_an_edit_stays_when_it_was_edited_itself(beside: Path) -> None:
    write(beside, BESIDE, b"mine, too")
    build_deck(beside, b"three")
    assert contents(beside) == {
        DECK: b"mine",
        BESIDE: b"mine, too",
        "decks/session-1 (new from course) (2).pptx": b"three",
    }


def test_renaming_the_new_file_over_the_edit_takes_it(beside: Path) -> None:
    (beside / EDITION / BESIDE).replace(beside / EDITION / DECK)
    build_deck(beside, b"three")
    assert contents(beside) == {DECK: b"three"}


def test_copying_the_new_file_over_the_edit_takes_it(beside: Path) -> None:
    shutil.copy(beside / EDITION / BESIDE, beside / EDITION / DECK)
    build_deck(beside, b"three")
    assert contents(beside) == {DECK: b"three"}


def test_an_edit_that_equals_the_new_build_is_no_edit(edited: Path) -> None:
    assert build_deck(edited, b"mine").status is Status.UNCHANGED


def test_an_edit_makes_room_when_asked(edited: Path) -> None:
    build_deck(edited, b"two", overwrite=True)
    assert contents(edited) == {DECK: b"two", f"replaced/{DECK}": b"mine"}


def test_the_report_says_where_a_replaced_edit_lies(edited: Path) -> None:
    assert build_deck(edited, b"two", overwrite=True).moved_to == f"replaced/{DECK}"


def test_a_replaced_edit_never_overwrites_an_earlier_one(edited: Path) -> None:
    build_deck(edited, b"two", overwrite=True)
    write(edited, DECK, b"mine again")
    build_deck(edited, b"two", overwrite=True)
    assert contents(edited) == {
        DECK: b"two",
        f"replaced/{DECK}": b"mine",
        "replaced/decks/session-1 (2).pptx": b"mine again",
    }


def test_a_replaced_edit_takes_the_file_beside_it_along(beside: Path) -> None:
    build_deck(beside, b"two", overwrite=True)
    assert contents(beside) == {DECK: b"two", f"replaced/{DECK}": b"mine"}


def test_an_edited_file_that_the_edition_no_longer_has_stays(edited: Path) -> None:
    build(edited, built(b"b", "b.pdf"))
    assert contents(edited) == {DECK: b"mine", "b.pdf": b"b"}


def test_an_edited_file_that_the_edition_no_longer_has_is_reported(edited: Path) -> None:
    published = build(edited, built(b"b", "b.pdf"))
    assert [(f.path, f.status) for f in published][1:] == [(DECK, Status.KEPT)]


def test_a_partial_build_of_other_files_leaves_an_edit_an_edit(edited: Path) -> None:
    build(edited, built(b"b", "b.pdf"), partial=True)
    build(edited, built(b"two"), partial=True)
    assert contents(edited) == {DECK: b"mine", BESIDE: b"two", "b.pdf": b"b"}


def test_a_partial_build_of_other_files_leaves_what_lies_beside_an_edit(beside: Path) -> None:
    build(beside, built(b"b", "b.pdf"), partial=True)
    build_deck(beside, b"three")
    assert contents(beside) == {DECK: b"mine", BESIDE: b"three"}


def test_a_folder_without_a_manifest_is_all_the_facilitators(tmp_path: Path) -> None:
    write(tmp_path, DECK, b"mine")
    build_deck(tmp_path, b"one")
    assert contents(tmp_path) == {DECK: b"mine", BESIDE: b"one"}


def test_a_file_that_was_there_before_does_not_get_a_second_new_one(tmp_path: Path) -> None:
    write(tmp_path, DECK, b"mine")
    build_deck(tmp_path, b"one")
    build_deck(tmp_path, b"one")
    assert contents(tmp_path) == {DECK: b"mine", BESIDE: b"one"}


def test_a_manifest_of_another_program_is_moved_aside(tmp_path: Path) -> None:
    write(tmp_path, MANIFEST, b'{"name": "an app"}')
    build_deck(tmp_path, b"one")
    assert contents(tmp_path) == {DECK: b"one", "replaced/manifest.json": b'{"name": "an app"}'}


@pytest.mark.parametrize("name", ["notes.txt", ".DS_Store", "~$session-1.pptx", "decks/.~lock.a#"])
def test_a_file_that_borderdeck_did_not_make_stays(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, b"not ours")
    build_deck(tmp_path, b"one")
    assert contents(tmp_path)[name] == b"not ours"


def test_an_empty_folder_stays(tmp_path: Path) -> None:
    (tmp_path / EDITION / "photos" / "day 1").mkdir(parents=True)
    build_deck(tmp_path, b"one")
    assert (tmp_path / EDITION / "photos" / "day 1").is_dir()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path, "film.mp4", b"long")
    (tmp_path / EDITION / "link.mp4").symlink_to("film.mp4")
    build_deck(tmp_path, b"one")
    assert (tmp_path / EDITION / "link.mp4").readlink().name == "film.mp4"


def test_a_link_under_a_built_name_is_kept_as_an_edit(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    deck = tmp_path / EDITION / DECK
    deck.unlink()
    deck.symlink_to("../elsewhere.pptx")
    build_deck(tmp_path, b"two")
    assert (deck.is_symlink(), contents(tmp_path)) == (True, {BESIDE: b"two"})


def test_an_edit_under_a_name_in_other_case_stays(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    (tmp_path / EDITION / DECK).unlink()
    write(tmp_path, "decks/Session-1.pptx", b"mine")
    build_deck(tmp_path, b"two")
    assert contents(tmp_path) == {"decks/Session-1.pptx": b"mine", BESIDE: b"two"}


def test_a_name_that_is_taken_is_not_used_for_the_file_beside_an_edit(edited: Path) -> None:
    write(edited, BESIDE, b"mine since long ago")
    build_deck(edited, b"two")
    assert contents(edited) == {
        DECK: b"mine",
        BESIDE: b"mine since long ago",
        "decks/session-1 (new from course) (2).pptx": b"two",
    }
