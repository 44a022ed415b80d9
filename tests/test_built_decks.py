"""The decks of the bundled course, opened by real programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.decks import slides, titles
from tests.support.libreoffice import text_outside_boxes
from tests.support.ooxml_sdk import errors
from tests.support.package_invariants import violations

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.built import Edition

SESSIONS = (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize("session", SESSIONS)
def test_no_text_leaves_its_box_in_libreoffice(geneva: Edition, session: int) -> None:
    assert text_outside_boxes(geneva.deck(session)) == []


def test_the_open_xml_sdk_finds_nothing_wrong(geneva: Edition, tmp_path: Path) -> None:
    decks = {f"session-{number}": geneva.deck(number) for number in SESSIONS}
    assert errors(decks, tmp_path) == []


@pytest.mark.parametrize("session", SESSIONS)
def test_the_package_is_sound(geneva: Edition, session: int) -> None:
    assert violations(geneva.deck(session)) == []


@pytest.mark.parametrize("session", SESSIONS)
def test_each_slide_has_a_title_of_its_own(geneva: Edition, session: int) -> None:
    found = titles(geneva.deck(session))
    assert sorted(found) == sorted({title for title in found if title.strip()})


@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize("name", ["Footer", "Date", "Slide number"])
def test_each_slide_bears_its_footers(geneva: Edition, session: int, name: str) -> None:
    bearing = [s for s in slides(geneva.deck(session)) if name in {x.name for x in s.placeholders}]
    assert len(bearing) == len(titles(geneva.deck(session)))


def test_an_open_placeholder_is_bold_and_in_another_colour(nowhere: Edition) -> None:
    dates = [p for s in slides(nowhere.deck(7)) for p in s.placeholders if p.name == "Date"]
    runs = [run for date in dates for p in date.text_frame.paragraphs for run in p.runs]
    assert {(run.text, run.font.bold, run.font.color.type is not None) for run in runs} == {
        ("[PLACE, DATE]", True, True)
    }


def test_the_sections_of_a_deck_are_named_in_the_slide_sorter(geneva: Edition) -> None:
    names = [s for s in section_names(geneva.deck(7)) if s[0] == "7"]
    assert names == [
        "7.1 Key learning points/messages of the training course",
        "7.2 Reflection: Putting learning into practice",
    ]


def section_names(data: bytes) -> list[str]:
    """Give the names of a deck's sections."""
    import io

    from pptx import Presentation

    element = Presentation(io.BytesIO(data)).element
    return [str(name) for name in element.xpath("//*[local-name()='section']/@name")]
