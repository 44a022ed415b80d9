"""The gallery: every layout at its least, as it is used, and with more than it can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
import yaml

from borderdeck.course.model import AnyBlock
from borderdeck.diagnostics import Code
from borderdeck.documents.slides import LayoutName
from tests.gallery.building import COURSES, SIZES, TEMPLATES, planned, rendered
from tests.support.built import borderdeck
from tests.support.decks import slides
from tests.support.libreoffice import text_outside_boxes
from tests.support.ooxml_sdk import errors
from tests.support.package_invariants import assert_sound

if TYPE_CHECKING:
    from pathlib import Path

each_size = pytest.mark.parametrize("size", SIZES)
each_ratio = pytest.mark.parametrize("template", TEMPLATES)


def keys(value: object) -> set[str]:
    """Give every key of a YAML document."""
    if isinstance(value, dict):
        return {str(key) for key in value} | {key for held in value.values() for key in keys(held)}
    return {key for held in value for key in keys(held)} if isinstance(value, list) else set()


@each_size
def test_each_layout_is_used(size: str) -> None:
    deck, _ = planned(size, TEMPLATES[0])
    assert {slide.layout for slide in deck.slides} == set(LayoutName)


@each_size
def test_each_kind_of_block_is_used(size: str) -> None:
    written = yaml.safe_load((COURSES / size / "session.yaml").read_text("utf-8"))
    assert {block.tag for block in get_args(AnyBlock)} - keys(written) == set()


@each_size
def test_every_slide_says_that_it_is_a_sample(size: str) -> None:
    feet = [
        shape.text_frame.text
        for slide in slides(rendered(size, TEMPLATES[0]))
        for shape in slide.placeholders
        if shape.name == "Footer"
    ]
    assert [foot for foot in feet if not foot.startswith("SAMPLE")] == []


@each_size
def test_every_slide_has_a_foot(size: str) -> None:
    for slide in slides(rendered(size, TEMPLATES[0])):
        names = [shape.name for shape in slide.placeholders]
        assert names[-3:] == ["Footer", "Date", "Slide number"]


@each_ratio
@each_size
def test_all_of_it_fits(size: str, template: str) -> None:
    _, found = planned(size, template)
    assert [d.message for d in found if d.code is not Code.BAD_PICTURE] == []


def test_of_the_smallest_picture_it_is_told_that_it_is_shown_small() -> None:
    _, found = planned("minimum", TEMPLATES[0])
    assert ["is shown small" in diagnostic.message for diagnostic in found] == [True]


@each_ratio
@each_size
def test_no_text_leaves_its_box(size: str, template: str) -> None:
    assert text_outside_boxes(rendered(size, template)) == []


@each_ratio
@each_size
def test_titles_are_unique(size: str, template: str) -> None:
    titles = [slide.title_text for slide in planned(size, template)[0].slides]
    assert sorted(set(titles)) == sorted(titles)


def test_no_title_is_continued_twice_over() -> None:
    deck, _ = planned("overfull", TEMPLATES[0])
    assert [slide.title_text for slide in deck.slides if ") (" in slide.title_text] == []


def test_the_open_xml_sdk_and_the_packages_invariants_accept_all(tmp_path: Path) -> None:
    decks = {f"{size}-{t[:-5]}": rendered(size, t) for size in SIZES for t in TEMPLATES}
    for deck in decks.values():
        assert_sound(deck)
    assert errors(decks, tmp_path) == []


@each_size
def test_the_command_line_builds_it_for_the_printer(size: str, tmp_path: Path) -> None:
    options = ["--place", "Geneva", "--date", "2026-11-23..2026-11-27", "--only", "decks"]
    done = borderdeck(
        "build", COURSES / size, "-o", tmp_path / "out", "--final", *options, here=tmp_path
    )
    assert done.code == 0, done.err
