from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "fit.py"

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice or poppler is not installed",
)


@cache
def agreement() -> dict[str, float]:
    command = [sys.executable, str(BENCHMARK), "--boxes", "30"]
    printed = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    figures: dict[str, float] = json.loads(printed)
    return figures


def test_thirty_boxes_are_compared() -> None:
    assert agreement()["boxes"] == 30


def test_a_text_that_fits_on_paper_fits_in_libreoffice() -> None:
    assert agreement()["overflowing"] == 0


def test_nearly_every_paragraph_has_the_lines_that_libreoffice_gives_it() -> None:
    figures = agreement()
    assert figures["paragraphs"] - figures["same_lines"] <= 1


def test_heights_are_what_libreoffice_makes_them() -> None:
    assert agreement()["furthest_height"] < 2
