"""Numbers of two digits push the words of their whole list in, by the same."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from borderdeck.course.model import Item
from borderdeck.course.text import Run, Text
from borderdeck.documents.fit import DIGIT, line_width
from borderdeck.documents.fonts import FontStyle
from borderdeck.documents.paragraphs import items
from borderdeck.documents.slides import Marker
from tests.documents.measuring import a_box, fonts, words

ENTRY = Item(text=Text("One", (Run("One"),)))


@pytest.mark.parametrize(("count", "digits"), [(1, 1), (9, 1), (10, 2), (100, 3)])
def test_each_item_knows_how_long_its_lists_numbers_are(count: int, digits: int) -> None:
    assert {item.digits for item in items([ENTRY] * count, Marker.NUMBER)} == {digits}


def test_a_list_with_bullets_has_no_long_numbers() -> None:
    assert {item.digits for item in items([ENTRY] * 10, Marker.BULLET)} == {1}


def test_lines_are_shorter_by_a_digit() -> None:
    item = words("One", Marker.NUMBER)
    box = a_box(margin_left=28, indent=-28)
    further = line_width(item, box) - line_width(replace(item, digits=2), box)
    assert further == pytest.approx(20 * DIGIT)


def test_a_digit_has_the_room_that_is_counted_on() -> None:
    assert fonts().advance("0", FontStyle("Arial"), 1) <= DIGIT
