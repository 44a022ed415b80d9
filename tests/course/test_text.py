"""What languages tell of words."""

from __future__ import annotations

import pytest

from borderdeck.course.text import is_right_to_left


@pytest.mark.parametrize("tag", ["ar", "AR-eg", "fa", "he", "az-Arab", "pa-Arab-PK", "ur"])
def test_it_is_known_what_is_written_from_right_to_left(tag: str) -> None:
    assert is_right_to_left(tag)


@pytest.mark.parametrize("tag", ["en", "fr", "ar-Latn", "zh-Hant-TW", "sr-Latn", "de-1996"])
def test_all_else_is_written_from_left_to_right(tag: str) -> None:
    assert not is_right_to_left(tag)
