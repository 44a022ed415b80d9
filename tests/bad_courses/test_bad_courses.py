"""Every wrong course says what is wrong with it, in the words written down beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from borderdeck.course import source
from borderdeck.diagnostics import Code
from tests.bad_courses.generated import GENERATED
from tests.bad_courses.running import CASES, case_names, expectation, run_case, written

CODES = list(Code)
BEYOND_COURSE_FILES = set(CODES[CODES.index(Code.OPEN_PLACEHOLDER) :])
"""Codes that no course file can cause by what it holds: those from here on."""


@pytest.mark.parametrize("name", case_names())
def test_a_wrong_course_says_what_is_wrong(name: str, tmp_path: Path) -> None:
    expected = expectation(name).read_text(encoding="utf-8")
    assert written(run_case(name, tmp_path)) == expected


@pytest.mark.parametrize("name", sorted(set(case_names()) - set(GENERATED)))
def test_a_machine_without_libyaml_says_the_same(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LOADER", yaml.SafeLoader)
    expected = expectation(name).read_text(encoding="utf-8")
    assert written(run_case(name, tmp_path)) == expected


@pytest.mark.parametrize("code", sorted(set(Code) - BEYOND_COURSE_FILES))
def test_each_code_has_a_case(code: Code) -> None:
    assert _cases_with(code)


def test_a_code_without_a_case_would_be_noticed() -> None:
    assert not _cases_with(Code.OVERFLOW)


def test_no_expectation_is_left_without_its_case() -> None:
    named = {expectation(name) for name in case_names()}
    assert set(CASES.glob("*.expected")) == named


def test_no_case_is_silent() -> None:
    assert [p.name for p in CASES.glob("*.expected") if not p.read_text(encoding="utf-8")] == []


def test_expectations_are_not_updated_in_ci() -> None:
    command = [sys.executable, "-m", "tests.bad_courses.update"]
    environment = {**os.environ, "CI": "true"}
    root = Path(__file__).parents[2]
    assert subprocess.run(command, env=environment, cwd=root, check=False).returncode == 1


def _cases_with(code: str) -> list[str]:
    return [p.name for p in CASES.glob("*.expected") if f"[{code}]" in p.read_text("utf-8")]
