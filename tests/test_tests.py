"""All tests are run, wherever they lie."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent


def passed_over(folder: Path, patterns: Iterable[str]) -> set[str]:
    """The folders of tests below one whose names pytest takes for something else."""
    names = {path.parent.relative_to(folder) for path in folder.rglob("test_*.py")}
    parts = {part for name in names for part in name.parts}
    return {part for part in parts if any(fnmatch(part, pattern) for pattern in patterns)}


def test_pytest_looks_into_each_folder_of_tests(pytestconfig: pytest.Config) -> None:
    assert passed_over(HERE, pytestconfig.getini("norecursedirs")) == set()


@pytest.mark.parametrize("name", ["build", "dist", "my.egg"])
def test_a_folder_that_it_would_pass_over_by_its_name_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "test_it.py").touch()
    assert passed_over(tmp_path, ["build", "dist", "*.egg"]) == {name}
