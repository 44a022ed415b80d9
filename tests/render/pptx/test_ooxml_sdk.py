"""Decks are valid to the Open XML SDK, and its validator is really asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.course.text import Run
from borderdeck.documents.slides import LayoutName, Slide
from borderdeck.render.pptx import read_template, render_deck
from tests.render.pptx.plans import deck, full_deck, paragraph, slide, template
from tests.support.ooxml_sdk import ValidatorMissingError, assert_valid, errors
from tests.support.planting import bare_template, edited

if TYPE_CHECKING:
    from pathlib import Path


def test_decks_are_valid(tmp_path: Path) -> None:
    every_layout = deck(*(Slide(layout, (Run(layout),)) for layout in LayoutName))
    noted = deck(slide(notes=(paragraph("Ask first."),)))
    decks = {
        "one of everything": render_deck(full_deck(), template()),
        "every layout": render_deck(every_layout, template()),
        "another template": render_deck(noted, read_template(bare_template())),
    }
    assert_valid(decks, tmp_path)


@pytest.mark.plants
def test_a_fault_is_found_in_the_deck_that_has_it(tmp_path: Path) -> None:
    good = render_deck(full_deck(), template())
    wrong = edited(good, ("ppt/slides/slide1.xml", "<a:bodyPr/>", ""))
    names = {line.partition(":")[0] for line in errors({"good": good, "wrong": wrong}, tmp_path)}
    assert names == {"wrong"}


@pytest.mark.plants
def test_a_file_that_is_no_deck_is_an_error(tmp_path: Path) -> None:
    assert errors({"nothing": b"no zip archive"}, tmp_path) != []


def test_a_missing_validator_says_how_to_install_it(tmp_path: Path) -> None:
    with pytest.raises(ValidatorMissingError, match="npm ci"):
        errors({}, tmp_path, package=tmp_path / "ooxml-validator")
