"""What many tests stand on: the bundled course, built once as a user would build it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from zipfile import is_zipfile

import pytest

from tests.support.built import ROOT, Edition, borderdeck
from tests.support.ooxml_sdk import errors
from tests.support.package_invariants import assert_sound
from tests.support.sample import sample_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACE = "Geneva"
DAYS = "2026-11-23..2026-11-27"


@pytest.fixture(scope="session")
def written_decks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, bytes]]:
    """Every deck that a test wrote, by its hash; the Open XML SDK reads them all at the end."""
    decks: dict[str, bytes] = {}
    yield decks
    assert errors(decks, tmp_path_factory.mktemp("sdk")) == []


@pytest.fixture(autouse=True)
def decks_are_sound(
    request: pytest.FixtureRequest, written_decks: dict[str, bytes]
) -> Iterator[None]:
    """Hold every deck that a test leaves in its folder to the package's invariants."""
    writes = "tmp_path" in request.fixturenames
    folder = request.getfixturevalue("tmp_path") if writes else None
    yield
    if folder is None or "plants" in request.keywords:
        return
    for path in folder.rglob("*.pptx"):
        if is_zipfile(path):
            data = path.read_bytes()
            assert_sound(data)
            written_decks[hashlib.sha256(data).hexdigest()] = data


@pytest.fixture(scope="session")
def geneva(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The bundled course, built for a place and dates."""
    return _built(tmp_path_factory.mktemp("geneva"), "--place", PLACE, "--date", DAYS)


@pytest.fixture(scope="session")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The papers of the bundled course on Letter, in grey, with large twins."""
    options = (
        "--paper",
        "letter",
        "--greyscale",
        "--large-print",
        "--place",
        PLACE,
        "--date",
        DAYS,
    )
    return _built(tmp_path_factory.mktemp("letter"), *options)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The sample course, which has a word in every place, with large twins of its papers."""
    folder = tmp_path_factory.mktemp("sample")
    course = sample_course(folder)
    return _built(folder, "--edition", "edition.yaml", course=course)


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The bundled course, built without place and dates."""
    return _built(tmp_path_factory.mktemp("nowhere"))


def _built(folder: Path, *options: str, course: Path = ROOT / "course") -> Edition:
    done = borderdeck("build", course, "-o", "output", "--json", *options, here=folder)
    assert done.code == 0, done.err
    return Edition(folder / done.report["output"], done.report)
