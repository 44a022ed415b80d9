"""What many tests stand on: the bundled course, built once as a user would build it."""

from __future__ import annotations


import pytest

from tests.support.built import ROOT, Edition, borderdeck
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLACE = "Geneva"
DAYS = "2026-11-23..2026-11-27"


@pytest.fixture(scope="session")
def geneva(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The bundled course, built for a place and dates."""
    return _built(tmp_path_factory.mktemp("geneva"), "--place", PLACE, "--date", DAYS)


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The bundled course, built without place and dates."""
    return _built(tmp_path_factory.mktemp("nowhere"))


def _built(folder: Path, *options: str) -> Edition:
    done = borderdeck("build", ROOT / "course", "-o", "output", "--json", *options, here=folder)
    assert done.code == 0, done.err
    return Edition(folder / done.report["output"], done.report)
