from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from borderdeck.build.files import MANIFEST, PublishError
from borderdeck.build.manifest import Entry, Manifest, decode, encode
from tests.build.edition_folders import EDITION, build, built

if TYPE_CHECKING:
    from pathlib import Path

HASH = "0" * 64
ENTRY = Entry("a.pdf", HASH, "handout", 1, "en", pages=2, sources=(("course.yaml", HASH),))
BESIDE = Entry("a (new).pdf", HASH, "handout", None, "en", slides=1, stands_beside="a.pdf")
MANIFEST_OF_TWO = Manifest(EDITION, "1.0", (BESIDE, ENTRY))


def changed(**values: object) -> bytes:
    document = json.loads(encode(MANIFEST_OF_TWO))
    document["files"][1] |= values
    return json.dumps(document).encode()


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert decode(encode(MANIFEST_OF_TWO)) == MANIFEST_OF_TWO


def test_files_are_sorted_by_path() -> None:
    backwards = Manifest(EDITION, "1.0", (ENTRY, BESIDE))
    assert encode(backwards) == encode(MANIFEST_OF_TWO)


def test_a_manifest_says_which_schema_it_has() -> None:
    assert json.loads(encode(MANIFEST_OF_TWO))["schema"] == 1


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(tmp_path / name, built(b"b", "b.pdf"), built(b"a", "a.pdf"))
    one, two = ((tmp_path / name / EDITION / MANIFEST).read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_manifest_names_no_folder_of_this_machine(tmp_path: Path) -> None:
    build(tmp_path, built(b"a", "a.pdf"))
    assert str(tmp_path) not in (tmp_path / EDITION / MANIFEST).read_text()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\x00",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        changed(path="../elsewhere.pdf"),
        changed(path="/etc/passwd"),
        changed(path="C:/elsewhere.pdf"),
        changed(path="a.pdf:stream"),
        changed(path="decks/con.pptx"),
        changed(path="decks/a.pptx."),
        changed(path="decks/a\x00.pptx"),
        changed(path="decks\\..\\..\\a.pptx"),
        changed(sha256="short"),
        changed(session="one"),
        changed(sources=7),
        changed(kind=None),
        changed(stands_beside="../a.pdf"),
    ],
)
def test_what_is_no_manifest_of_ours_is_not_believed(data: bytes) -> None:
    assert decode(data) is None


def test_a_manifest_of_a_later_schema_is_refused() -> None:
    with pytest.raises(PublishError, match=r"a later version of borderdeck \(9\.0\)"):
        decode(b'{"schema": 2, "version": "9.0"}')
