"""A deck with one of everything is, part by part, what it was."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from borderdeck.render.pptx import render_deck
from tests.render.pptx.golden import differences, golden_parts, update, written_parts
from tests.render.pptx.plans import full_deck, template
from tests.support.built import ROOT
from tests.support.opc import Package

if TYPE_CHECKING:
    from pathlib import Path

PART = "ppt/slides/slide1.xml"


def test_the_deck_is_as_expected() -> None:
    found = written_parts(render_deck(full_deck(), template()))
    anew = "if it is meant so, `python -m tests.render.pptx.golden` writes the golden files anew"
    assert differences(golden_parts(), found) == [], anew


def test_what_the_template_brings_is_carried_over_as_it_is() -> None:
    rewritten = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml"}
    outline = {"ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"}
    carried = Package(template().data).members
    found = Package(render_deck(full_deck(), template())).members
    changed = {name for name, data in carried.items() if found.get(name) != data}
    assert changed <= rewritten | outline


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Session 7", "Session 8", "'Session 8' instead of 'Session 7'"),
        ('b="1"', 'b="0"', "'b': '0'"),
        ("<a:br>", "<a:x/><a:br>", "instead of"),
        ("<a:bodyPr/>", "", "instead of"),
        ('<p:cNvPr id="3"', '<p:cNvPr id="33"', "/p:sld/p:cSld/p:spTree/p:sp[2]"),
    ],
)
def test_a_difference_is_found_and_named(old: str, new: str, message: str) -> None:
    good = written_parts(render_deck(full_deck(), template()))
    wrong = {**good, PART: good[PART].replace(old.encode(), new.encode(), 1)}
    (line, *_) = differences(good, wrong)
    assert (line.startswith(PART), message in line) == (True, True)


def test_a_part_that_is_missing_is_found() -> None:
    good = golden_parts()
    assert differences(good, {k: v for k, v in good.items() if k != PART}) == [f"{PART}: missing"]


def test_a_part_too_many_is_found() -> None:
    good = golden_parts()
    assert differences(good, {**good, "ppt/new.xml": b"<a/>"}) == ["ppt/new.xml: not expected"]


def test_updating_writes_what_is_then_expected(tmp_path: Path) -> None:
    update(tmp_path / "golden")
    found = written_parts(render_deck(full_deck(), template()))
    assert differences(golden_parts(tmp_path / "golden"), found) == []


def test_updating_refuses_to_run_in_ci() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.render.pptx.golden"],
        cwd=ROOT,
        env={**os.environ, "CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "not written in CI" in done.stderr) == (1, True)
