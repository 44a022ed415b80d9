"""Decks of any template: every word is there, in its box, and the file is sound."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from tests.support.decks import spaced
from tests.support.libreoffice import text_outside_boxes
from tests.support.ooxml_sdk import errors
from tests.support.package_invariants import violations
from tests.templates.building import COURSES, words_of
from tests.templates.makers import BUNDLED_WITH_LIBREOFFICE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.templates.conftest import Decks

BY_HAND = (
    "default-4x3",
    "default-16x9",
    "square",
    "french",
    "arabic",
    "chinese",
    "reordered",
    "three-layouts",
    "one-layout",
    "without-feet",
    "samples",
    "potx",
)
BY_LIBREOFFICE = (*BUNDLED_WITH_LIBREOFFICE, "Resaved")

each_course = pytest.mark.parametrize("course", sorted(COURSES))
each_template = pytest.mark.parametrize("template", [*BY_HAND, *BY_LIBREOFFICE])

OWN_NUMBER = re.compile(r"slide (\d+): '\1' leaves its box")
"""The number that a master shows by itself, which is no placeholder's."""


def test_every_template_is_tried(templates: Mapping[str, bytes]) -> None:
    assert set(templates) == {*BY_HAND, *BY_LIBREOFFICE}


@each_course
@each_template
def test_every_word_of_the_plan_is_in_the_deck(decks: Decks, template: str, course: str) -> None:
    built = decks[template, course]
    slides = Presentation(BytesIO(built.data)).slides
    shown = [list(_shown(slide)) for slide in slides]
    missing = [
        (number, text)
        for number, texts in enumerate(words_of(built.plan))
        for text in texts
        if text not in shown[number]
    ]
    assert missing == []


@each_course
@each_template
def test_no_word_leaves_its_box_untold(
    decks: Decks, pages: Mapping[tuple[str, str], bytes], template: str, course: str
) -> None:
    built = decks[template, course]
    told = " ".join(d.message for d in built.told if d.code == "overflow")
    titles = [spaced(slide.title_text) for slide in built.plan.slides]
    found = text_outside_boxes(built.data, pages[template, course])
    untold = [
        line
        for line in found
        if not OWN_NUMBER.fullmatch(line) and titles[_slide(line) - 1] not in told
    ]
    assert untold == []


@each_course
@each_template
def test_the_package_is_sound(decks: Decks, template: str, course: str) -> None:
    assert violations(decks[template, course].data) == []


def test_the_open_xml_sdk_finds_nothing_wrong(
    decks: Decks, tmp_path_factory: pytest.TempPathFactory
) -> None:
    named = {f"{template}-{course}": built.data for (template, course), built in decks.items()}
    assert errors(named, tmp_path_factory.mktemp("sdk")) == []


@each_template
def test_nothing_but_the_plans_slides_is_in_the_deck(decks: Decks, template: str) -> None:
    built = decks[template, "session-7"]
    assert len(Presentation(BytesIO(built.data)).slides) == len(built.plan.slides)


@pytest.mark.parametrize("template", ["french", "arabic", "chinese", "reordered"])
def test_layouts_are_found_in_any_language_and_order(decks: Decks, template: str) -> None:
    assert [told.message for told in decks[template, "gallery"].told] == []


def _shown(slide: object) -> list[str]:
    texts: list[str] = []
    for shape in slide.shapes:  # type: ignore[attr-defined]  # python-pptx has no types
        if shape.has_text_frame:
            texts += [paragraph.text for paragraph in shape.text_frame.paragraphs]
        elif shape.has_table:
            texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return texts


def _slide(line: str) -> int:
    return int(line.removeprefix("slide ").partition(":")[0])
