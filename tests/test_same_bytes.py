"""The same course gives the same bytes, of every kind of file, wherever it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.built import borderdeck

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.built import Edition

ELSEWHERE = {
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "1",
}


def files(folder: Path) -> dict[str, bytes]:
    """Give every file of an edition, by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_every_file_of_a_build_is_the_same_bytes_elsewhere(sample: Edition, tmp_path: Path) -> None:
    here = sample.folder.parents[1]

    done = borderdeck(
        *("build", here / "course", "--edition", here / "edition.yaml", "-o", "out", "--json"),
        here=tmp_path,
        **ELSEWHERE,
        HOME=str(tmp_path),
    )

    before, after = files(sample.folder), files(tmp_path / done.report["output"])
    assert list(after) == list(before)
    assert [path for path in before if after[path] != before[path]] == []
