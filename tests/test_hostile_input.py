"""What `docs/hostile-input.md` says, held to the code and the tests that it names."""

from __future__ import annotations

import re

import pytest

from borderdeck.diagnostics import Code
from tests.support.built import ROOT

PAGE = (ROOT / "docs" / "hostile-input.md").read_text(encoding="utf-8")
TESTS = re.findall(r"`(tests/[^`]+)`", PAGE)
CODES = re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)*)`", PAGE)
ROWS = [row for row in PAGE.splitlines() if row.startswith("| ") and "tried in" not in row]


def stands(reference: str) -> bool:
    """Whether a file is there, and the test in it that is named behind two colons."""
    path, _, test = reference.partition("::")
    file = ROOT / path
    return file.is_file() and (not test or f"\ndef {test}(" in file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("reference", TESTS)
def test_what_is_named_as_a_test_is_one(reference: str) -> None:
    assert stands(reference)


def test_a_test_that_is_not_there_would_be_noticed() -> None:
    assert not stands("tests/test_hostile_input.py::test_that_nobody_wrote")


@pytest.mark.parametrize("row", ROWS)
def test_each_hostile_thing_is_tried_in_a_test(row: str) -> None:
    assert "`tests/" in row


@pytest.mark.parametrize("code", sorted(set(CODES)))
def test_each_code_is_one(code: str) -> None:
    assert code in set(Code)
