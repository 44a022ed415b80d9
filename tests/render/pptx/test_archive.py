"""The same plan gives the same bytes, wherever and whenever it is rendered."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest

from borderdeck.render.pptx import render_deck
from borderdeck.render.pptx.archive import archived, members_of
from tests.render.pptx.plans import full_deck, template
from tests.support.built import ROOT

PROGRAM = """
import hashlib
from borderdeck.render.pptx import render_deck
from tests.render.pptx.plans import full_deck, template
print(hashlib.sha256(render_deck(full_deck(), template())).hexdigest())
"""


def digest(**environ: str) -> str:
    """The hash of a deck that another process has rendered."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}/src:{ROOT}", **environ},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def here() -> str:
    """The hash of the deck as it is rendered in this environment."""
    return digest(PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONHASHSEED": "1"},
        {"HOME": "/nowhere", "USER": "somebody", "LOGNAME": "somebody"},
        {"TZ": "Asia/Shanghai"},
        {"LC_ALL": "C", "LANG": "tr_TR.UTF-8"},
        {"SOURCE_DATE_EPOCH": "1700000000"},
    ],
)
def test_the_environment_leaves_no_trace(here: str, environ: dict[str, str]) -> None:
    assert digest(**environ) == here


def archive(*names: str) -> bytes:
    """An archive of members of these names."""
    return archived({name: name.encode() for name in names})


def members(data: bytes) -> list[ZipInfo]:
    """The members of an archive."""
    with ZipFile(BytesIO(data)) as file:
        return file.infolist()


def test_the_order_of_members_leaves_no_trace() -> None:
    assert archive("b", "a") == archive("a", "b")


def test_types_come_first() -> None:
    found = members(archive("_rels/.rels", "[Content_Types].xml", "A.xml"))
    assert found[0].filename == "[Content_Types].xml"


def test_members_are_of_no_time() -> None:
    found = members(archive("a"))
    assert [member.date_time for member in found] == [(1980, 1, 1, 0, 0, 0)]


def test_members_are_of_no_system() -> None:
    found = members(render_deck(full_deck(), template()))
    assert {member.create_system for member in found} == {0}


def test_members_are_compressed() -> None:
    found = members(render_deck(full_deck(), template()))
    assert sum(m.compress_size for m in found) < sum(m.file_size for m in found) / 4


def test_members_are_read_as_they_were_written() -> None:
    content = {"[Content_Types].xml": b"<Types/>", "é.xml": b"words " * 99, "empty": b""}
    with ZipFile(BytesIO(archived(content))) as file:
        assert {name: file.read(name) for name in file.namelist()} == content


def test_an_archive_passes_its_own_check() -> None:
    with ZipFile(BytesIO(render_deck(full_deck(), template()))) as file:
        assert file.testzip() is None


def test_a_packed_member_goes_into_another_archive_as_it_is() -> None:
    found = members_of(archive("a", "b"))
    assert archived(found) == archive("a", "b")


def test_a_packed_member_can_be_unpacked() -> None:
    assert members_of(archive("a"))["a"].unpacked() == b"a"
