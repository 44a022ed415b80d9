"""Style sheets name logical sides, start and end: so papers mirror for Arabic by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.built import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SHEETS = sorted(path.name for path in (ROOT / "templates").glob("*.css"))

ALLOWED = {
    "paper.css": {
        "margin: var(--top) var(--right) var(--bottom) var(--left)": (
            "the margins of a page have physical sides alone in WeasyPrint; --left and --right are "
            "start and end, by the direction of the paper"
        ),
        "margin-left: var(--end)": "a booklet's left page: the fold is a side of the sheet",
        "margin-right: var(--start)": "a booklet's left page",
        "margin-left: var(--start)": "a booklet's right page",
        "margin-right: var(--end)": "a booklet's right page",
    },
}
"""Where a side is that of a sheet, not of words, and why."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(?<=[{;])\s*([a-z][\w-]*)\s*:\s*([^;{}]+)")
SIDE = re.compile(r"(?:^|-)(?:left|right)(?:-|$)")
SIDED = frozenset({"float", "clear", "text-align", "text-align-all", "text-align-last"})
FOUR = frozenset({"margin", "padding", "inset", "border-width", "border-color", "border-style"})


def physical(css: str) -> Iterator[str]:
    """Give the declarations of a style sheet that name the left or the right side, or differ there.

    A shorthand of four values differs where the second is not the fourth.
    """
    for name, value in DECLARATION.findall(COMMENT.sub("", css)):
        values = value.split()
        differs = name in FOUR and len(values) == 4 and values[1] != values[3]
        if SIDE.search(name) or differs or (name in SIDED and {"left", "right"} & set(values)):
            yield f"{name}: {' '.join(values)}"


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_names_no_left_and_no_right(name: str) -> None:
    css = (ROOT / "templates" / name).read_text("utf-8")

    assert sorted(set(physical(css))) == sorted(ALLOWED.get(name, {}))


@pytest.mark.parametrize(
    "planted",
    [
        "left: 1mm",
        "margin-left: 1mm",
        "border-right-width: 1pt",
        "border-top-left-radius: 1pt",
        "float: right",
        "text-align: left",
        "padding: 0 1mm 0 2mm",
    ],
)
def test_a_side_of_the_sheet_would_be_found(planted: str) -> None:
    assert list(physical(f"p {{ color: red; {planted} }}")) == [planted]


@pytest.mark.parametrize(
    "planted",
    ["margin-inline-start: 1mm", "float: inline-start", "text-align: end", "padding: 0 1mm 0 1mm"],
)
def test_a_logical_side_is_none(planted: str) -> None:
    assert list(physical(f"/* left: 1mm; */ p {{ {planted} }}")) == []
