from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "fit.py"
LANGUAGES = ("English", "Arabic", "Chinese")
KINDS = ("boxes", "tables")

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("fc-list")),
    reason="LibreOffice or fontconfig is not installed",
)

each = pytest.mark.parametrize(
    "name", [f"{language}, {kind}" for language in LANGUAGES for kind in KINDS]
)


@cache
def agreement() -> dict[str, dict[str, float]]:
    asked = ["--languages", *LANGUAGES, "--boxes", "20", "--tables", "5", "--json"]
    command = [sys.executable, str(BENCHMARK), *asked]
    printed = subprocess.run(command, check=False, capture_output=True, text=True)
    assert printed.stdout, printed.stderr
    figures: dict[str, dict[str, float]] = json.loads(printed.stdout)
    return figures


def test_boxes_and_tables_of_each_script_are_compared() -> None:
    boxes = [figures["boxes"] for figures in agreement().values()]
    assert boxes == [20, 5] * len(LANGUAGES)


@each
def test_a_text_that_fits_on_paper_fits_in_libreoffice(name: str) -> None:
    assert agreement()[name]["overflowing"] == 0


@each
def test_nearly_every_paragraph_has_the_lines_that_libreoffice_gives_it(name: str) -> None:
    figures = agreement()[name]
    assert figures["paragraphs"] - figures["same_lines"] <= 1


@each
def test_heights_are_what_libreoffice_makes_them(name: str) -> None:
    assert agreement()[name]["furthest_height"] < 4
