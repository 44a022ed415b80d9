"""What fuzzing once found, and what it starts from, raises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, seeds

CASES = Path(__file__).parents[1] / "fuzz_cases"
FOUND = sorted(path for path in CASES.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", FOUND, ids=[f"{p.parent.name}/{p.name}" for p in FOUND])
def test_a_case_that_fuzzing_found_is_survived(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_starts_from_is_survived(name: str) -> None:
    given = seeds(name)
    for seed in given:
        TARGETS[name](seed)
    assert given


def test_each_case_belongs_to_a_target() -> None:
    assert {path.parent.name for path in FOUND} <= set(TARGETS)
