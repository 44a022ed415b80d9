"""What is given on the command line, and is no text, is told; it is no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code
from borderdeck.edition.edition import Choices, make_edition
from tests.support.courses import loaded, write_course

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "place", ["Gen\x01eva", "Gen\u202eeva", "Gen\udcffeva", "Gen\x00eva", "\ufffe"]
)
def test_a_place_with_a_character_that_no_slide_can_hold_is_told(
    tmp_path: Path, place: str
) -> None:
    _, found = make_edition(loaded(write_course(tmp_path)), Choices(place=place))
    assert [diagnostic.code for diagnostic in found] == [Code.CONTROL_CHARACTER]


@pytest.mark.parametrize("name", ["???", "../..", ".", "\u3164"])
def test_a_name_without_letters_is_made_of_place_and_date(tmp_path: Path, name: str) -> None:
    edition, _ = make_edition(loaded(write_course(tmp_path)), Choices(name=name, place="Geneva"))
    assert edition is not None
    assert edition.name == "geneva-en"


@pytest.mark.parametrize("name", ["../../etc", "/etc", "C:\\etc", "etc/", "ETC."])
def test_a_name_that_climbs_out_stays_inside(tmp_path: Path, name: str) -> None:
    edition, _ = make_edition(loaded(write_course(tmp_path)), Choices(name=name))
    assert edition is not None
    assert edition.name in ("etc", "c-etc")
