from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from borderdeck.build.exchange import exchange, heal, swap, two_renames

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.build.exchange import Swap

WAYS = pytest.mark.parametrize("way", [swap, two_renames])


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A folder, and beside it the one that is to take its place."""
    for name in ("live", ".live.new-0123abcd"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(b"")
    return tmp_path / "live"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@WAYS
def test_the_new_folder_takes_the_place(live: Path, way: Swap) -> None:
    way(live.with_name(".live.new-0123abcd"), live)
    assert names(live) == [".live.new-0123abcd"]


@WAYS
def test_the_old_folder_is_where_it_is_said_to_be(live: Path, way: Swap) -> None:
    assert names(way(live.with_name(".live.new-0123abcd"), live)) == ["live"]


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="no such call elsewhere")
def test_two_folders_are_exchanged_in_one_step_here(live: Path) -> None:
    assert exchange(live.with_name(".live.new-0123abcd"), live)


@WAYS
def test_a_folder_that_is_not_there_is_an_error(live: Path, way: Swap) -> None:
    with pytest.raises(FileNotFoundError):
        way(live.with_name("absent"), live)


@WAYS
def test_after_an_error_the_old_folder_is_in_its_place(live: Path, way: Swap) -> None:
    with pytest.raises(FileNotFoundError):
        way(live.with_name("absent"), live)
    assert names(live) == ["live"]


def test_a_folder_that_was_moved_away_is_put_back(live: Path) -> None:
    live.rename(live.with_name(".live.old-0123abcd"))
    heal(live)
    assert names(live) == ["live"]


def test_what_is_left_besides_is_listed(live: Path) -> None:
    live.rename(live.with_name(".live.old-0123abcd"))
    assert [path.name for path in heal(live)] == [".live.new-0123abcd"]


def test_a_folder_that_was_replaced_is_not_put_back(live: Path) -> None:
    live.with_name(".live.new-0123abcd").rename(live.with_name(".live.old-0123abcd"))
    heal(live)
    assert names(live) == ["live"]


@pytest.mark.parametrize("name", [".live.new-", ".live.new-mine", "live.new-0123abcd", ".live.old"])
def test_a_folder_of_another_name_is_not_ours_to_remove(live: Path, name: str) -> None:
    live.with_name(name).mkdir()
    assert live.with_name(name) not in heal(live)
