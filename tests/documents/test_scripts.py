from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from borderdeck.documents.scripts import OTHER, Script, has_east_asian, stretches

ASSIGNED = [
    chr(code)
    for code in range(0x2E80, sys.maxunicode)
    if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs"}
]


def parts(text: str) -> list[tuple[str, str]]:
    return [(script.name, text[start:end]) for script, start, end in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("“Rights”, 2026 – Права", [("WESTERN", "“Rights”, 2026 – Права")]),
        ("حق (1)", [("ARABIC", "حق"), ("WESTERN", " (1)")]),
        ("2026年，“人”", [("WESTERN", "2026"), ("EAST_ASIAN", "年，“人”")]),  # noqa: RUF001 - Chinese punctuation
        ("“人”", [("EAST_ASIAN", "“"), ("EAST_ASIAN", "人”")]),
        ("לחם a", [("HEBREW", "לחם"), ("WESTERN", " a")]),
    ],
)
def test_a_text_is_parted_by_its_scripts(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


def test_stretches_cover_the_text() -> None:
    text = "“人权”（UDHR）حقوق الإنسان 12 – לחם……"  # noqa: RUF001 - Chinese punctuation
    assert "".join(part for _, part in parts(text)) == text


def test_every_wide_character_is_east_asian() -> None:
    wide = (sign for sign in ASSIGNED if unicodedata.east_asian_width(sign) in "WF")
    assert [sign for sign in wide if stretches(sign)[0].script is not Script.EAST_ASIAN] == []


def test_latin_has_nothing_east_asian() -> None:
    assert not has_east_asian("“Rights” – 2026…")


def test_the_quick_look_overlooks_no_character_of_another_script() -> None:
    every = re.compile(OTHER)
    others = [chr(code) for code in range(sys.maxunicode) if every.match(chr(code))]
    assert [c for c in others if stretches(c)[0].script is Script.WESTERN] == []
