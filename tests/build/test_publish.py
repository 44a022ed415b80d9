from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from borderdeck.build.exchange import swap
from borderdeck.build.files import MANIFEST, BuiltFile, PublishError, Run, Status
from borderdeck.build.publish import previous, publish
from tests.build.edition_folders import (
    DECK,
    EDITION,
    build,
    build_deck,
    built,
    contents,
    hidden,
    write,
)


def test_the_first_build_writes_each_file(tmp_path: Path) -> None:
    build(tmp_path, built(b"a", "decks/a.pptx"), built(b"b", "handouts/b.pdf"))
    assert contents(tmp_path) == {"decks/a.pptx": b"a", "handouts/b.pdf": b"b"}


def test_a_new_file_is_reported_as_built(tmp_path: Path) -> None:
    assert build_deck(tmp_path, b"one").status is Status.BUILT


def test_a_changed_file_is_replaced(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    build_deck(tmp_path, b"two")
    assert contents(tmp_path) == {DECK: b"two"}


def test_an_equal_file_is_reported_as_unchanged(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    assert build_deck(tmp_path, b"one").status is Status.UNCHANGED


def test_an_unchanged_file_keeps_its_time_when_another_changes(tmp_path: Path) -> None:
    build(tmp_path, built(b"one"), built(b"x", "x.pdf"))
    deck = tmp_path / EDITION / DECK
    os.utime(deck, ns=(10**18, 10**18))
    build(tmp_path, built(b"one"), built(b"y", "x.pdf"))
    assert deck.stat().st_mtime_ns == 10**18


def test_a_build_without_changes_leaves_the_folder_itself(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    before = (tmp_path / EDITION).stat().st_ino
    build_deck(tmp_path, b"one")
    assert (tmp_path / EDITION).stat().st_ino == before


def test_nothing_but_the_lock_is_left_beside_the_edition(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    build_deck(tmp_path, b"two")
    assert hidden(tmp_path) == []


def test_a_deleted_file_is_built_again(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    (tmp_path / EDITION / DECK).unlink()
    build_deck(tmp_path, b"one")
    assert contents(tmp_path) == {DECK: b"one"}


def test_a_file_that_the_edition_no_longer_has_goes(tmp_path: Path) -> None:
    build(tmp_path, built(b"a", "a.pdf"), built(b"b", "b.pdf"))
    build(tmp_path, built(b"a", "a.pdf"))
    assert contents(tmp_path) == {"a.pdf": b"a"}


def test_a_folder_whose_files_are_all_gone_goes(tmp_path: Path) -> None:
    build(tmp_path, built(b"a", "a.pdf"), built(b"b", "handouts/b.pdf"))
    build(tmp_path, built(b"a", "a.pdf"))
    assert not (tmp_path / EDITION / "handouts").exists()


def test_a_partial_build_leaves_the_other_files(tmp_path: Path) -> None:
    build(tmp_path, built(b"a", "a.pdf"), built(b"b", "b.pdf"))
    build(tmp_path, built(b"A", "a.pdf"), partial=True)
    assert contents(tmp_path) == {"a.pdf": b"A", "b.pdf": b"b"}


def test_a_partial_build_keeps_the_other_files_in_the_manifest(tmp_path: Path) -> None:
    build(tmp_path, built(b"a", "a.pdf"), built(b"b", "b.pdf"))
    build(tmp_path, built(b"A", "a.pdf"), partial=True)
    manifest = previous(tmp_path, EDITION)
    assert [entry.path for entry in manifest.files] == ["a.pdf", "b.pdf"] if manifest else False


def test_an_output_may_be_named_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    build_deck(Path("output"), b"one")
    build_deck(Path("output"), b"two")
    assert contents(tmp_path / "output") == {DECK: b"two"}


def test_files_come_back_in_the_order_given(tmp_path: Path) -> None:
    published = build(tmp_path, built(b"b", "b.pdf"), built(b"a", "a.pdf"))
    assert [file.path for file in published] == ["b.pdf", "a.pdf"]


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="same path"):
        build(tmp_path, built(b"a", "a.pdf"), built(b"b", "A.pdf"))


@pytest.mark.parametrize(
    "path", ["", "/a.pdf", "../a.pdf", "a/../b.pdf", "a//b", "manifest.json", "replaced/a", "a\\b"]
)
def test_a_built_file_cannot_have_such_a_path(path: str) -> None:
    with pytest.raises(ValueError, match="cannot be the path"):
        built(b"", path)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", ".hidden", "/abs"])
def test_an_edition_cannot_have_such_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        publish(tmp_path, name, (), Run("1"))


def test_files_have_the_modes_that_the_umask_gives(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        build_deck(tmp_path, b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / EDITION / DECK).stat().st_mode) == 0o640


def test_a_folder_keeps_the_mode_that_its_owner_gave_it(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    (tmp_path / EDITION).chmod(0o2770)
    build_deck(tmp_path, b"two")
    assert stat.S_IMODE((tmp_path / EDITION).stat().st_mode) == 0o2770


def test_an_output_that_is_a_file_is_said_to_be_no_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.write_bytes(b"")
    with pytest.raises(PublishError, match="output is not a folder"):
        build_deck(output, b"one")


def test_an_edition_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / EDITION).symlink_to("elsewhere")
    with pytest.raises(PublishError, match="is a link or a file"):
        build_deck(tmp_path, b"one")


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder closed to root, too")
def test_an_output_that_cannot_be_written_is_said_so() -> None:
    with pytest.raises(PublishError, match=r"borderdeck may not write|cannot be written to"):
        build_deck(Path("/sys/kernel/borderdeck"), b"one")


def test_a_file_where_a_folder_is_needed_is_named(tmp_path: Path) -> None:
    write(tmp_path, "decks", b"a file of mine")
    with pytest.raises(PublishError, match="geneva/decks is in the way of geneva/decks/session-1"):
        build_deck(tmp_path, b"one")


def test_a_link_where_a_folder_is_needed_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "output" / EDITION).mkdir(parents=True)
    (tmp_path / "output" / EDITION / "decks").symlink_to(elsewhere)
    with pytest.raises(PublishError, match="is in the way"):
        build_deck(tmp_path / "output", b"one")


def test_a_folder_where_a_file_is_needed_is_named(tmp_path: Path) -> None:
    write(tmp_path, f"{DECK}/mine.txt", b"mine")
    with pytest.raises(PublishError, match=r"session-1\.pptx is in the way"):
        build_deck(tmp_path, b"one")


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")

    def full(new: Path, live: Path) -> Path:
        raise OSError(28, f"no space for {new} or {live}")

    with pytest.raises(PublishError, match="is full"):
        build(tmp_path, built(b"two"), swap=full)
    assert (hidden(tmp_path), contents(tmp_path)) == ([], {DECK: b"one"})


def test_an_interrupted_build_leaves_nothing_behind(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")

    def interrupted(new: Path, live: Path) -> Path:
        raise KeyboardInterrupt(new, live)

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, built(b"two"), swap=interrupted)
    assert (hidden(tmp_path), contents(tmp_path)) == ([], {DECK: b"one"})


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / f".{EDITION}.new-0123abcd").mkdir()
    build_deck(tmp_path, b"one")
    assert hidden(tmp_path) == []


def test_what_another_edition_is_building_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / f".{EDITION}.new-fr.new-0123abcd").mkdir()
    build_deck(tmp_path, b"one")
    assert hidden(tmp_path) == [f".{EDITION}.new-fr.new-0123abcd"]


def test_a_deck_saved_by_replacing_it_while_a_build_ends_is_not_lost(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")

    def saved_meanwhile(new: Path, live: Path) -> Path:
        (live / "temporary").write_bytes(b"saved at the last moment")
        (live / "temporary").replace(live / DECK)
        return swap(new, live)

    published = build(tmp_path, built(b"two"), swap=saved_meanwhile)
    assert contents(tmp_path)[published[0].moved_to or ""] == b"saved at the last moment"


def test_a_file_of_ones_own_saved_while_a_build_ends_stays_in_its_place(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    write(tmp_path, "mine.txt", b"before")

    def saved_meanwhile(new: Path, live: Path) -> Path:
        (live / "temporary").write_bytes(b"after")
        (live / "temporary").replace(live / "mine.txt")
        return swap(new, live)

    build(tmp_path, built(b"two"), swap=saved_meanwhile)
    assert contents(tmp_path) == {DECK: b"two", "mine.txt": b"after"}


def test_the_manifest_is_of_the_kind_that_the_next_build_reads(tmp_path: Path) -> None:
    file = BuiltFile("a.pdf", "handout", None, "en", b"a", pages=2)
    build(tmp_path, file)
    manifest = previous(tmp_path, EDITION)
    assert [entry.sha256 for entry in manifest.files] == [file.sha256] if manifest else False


def test_an_edition_that_was_never_built_has_no_manifest(tmp_path: Path) -> None:
    assert previous(tmp_path, EDITION) is None


def test_an_earlier_manifest_that_somebody_edited_is_moved_aside(tmp_path: Path) -> None:
    build_deck(tmp_path, b"one")
    path = tmp_path / EDITION / MANIFEST
    edited = path.read_bytes() + b"\n"
    path.write_bytes(edited)
    build_deck(tmp_path, b"one")
    assert contents(tmp_path) == {DECK: b"one", "replaced/manifest.json": edited}
