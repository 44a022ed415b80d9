"""Tables have a header row with words."""

from __future__ import annotations

import pytest

from borderdeck.diagnostics import Code
from tests.inspect.planting import on_slide, said, with_attribute, with_text

HEADINGS = "//a:tbl/a:tr[1]/a:tc"


def told(deck: bytes) -> list[str]:
    return [message.partition(": ")[2] for message in said(deck, Code.TABLE_WITHOUT_HEADER)]


@pytest.mark.parametrize("value", ["0", "false"])
def test_a_table_without_a_header_row_is_found(deck: bytes, value: str) -> None:
    planted = on_slide(deck, "Figures", "//a:tblPr", with_attribute("firstRow", value))
    assert told(planted) == ['the table "Year People 2025 1 2026 2" has no header row']


def test_an_empty_heading_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Figures", f"{HEADINGS}[2]//a:t", with_text(""))
    assert told(planted) == ['the table "Year 2025 1 2026 2" has an empty heading']


def test_the_corner_may_be_empty(deck: bytes) -> None:
    assert told(on_slide(deck, "Figures", f"{HEADINGS}[1]//a:t", with_text(""))) == []


def test_a_heading_over_two_columns_is_one_heading(deck: bytes) -> None:
    merged = on_slide(deck, "Figures", f"{HEADINGS}[1]", with_attribute("gridSpan", "2"))
    merged = on_slide(merged, "Figures", f"{HEADINGS}[2]", with_attribute("hMerge", "1"))
    assert told(on_slide(merged, "Figures", f"{HEADINGS}[2]//a:t", with_text(""))) == []
