"""Reading order: the title, what stands between in the order of sight, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code
from tests.inspect.planting import (
    FOOTER,
    MASTER,
    TITLE,
    added,
    box,
    changed,
    on_slide,
    panel,
    removed,
    said,
    slide_part,
    solid,
    with_attribute,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Place = tuple[float, float, float, float]
UPPER_LEFT, LOWER_LEFT = (1.0, 2.0, 4.0, 1.0), (1.0, 4.0, 4.0, 1.0)
UPPER_RIGHT, LOWER_RIGHT = (6.0, 2.0, 4.0, 1.0), (6.0, 4.0, 4.0, 1.0)


def moved_to_the_end(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.append(element)


def moved_to_the_start(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.insert(2, element)


def with_boxes(deck: bytes, *places: Place) -> bytes:
    """Put boxes onto a slide that has nothing but a title besides, in this order."""
    part = slide_part(deck, "Further")
    planted = changed(deck, part, "//p:sp[not(.//p:ph[@type='title'])]", removed)
    for number, place in enumerate(places, start=1):
        planted = added(planted, part, box(f"box {number}", place))
    return planted


def orders(deck: bytes) -> list[str]:
    return [message.partition(": ")[2] for message in said(deck, Code.READING_ORDER)]


def test_a_title_that_is_not_read_first_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", TITLE, moved_to_the_end)
    assert "before the title" in orders(planted)[0]


def test_a_footer_that_is_read_early_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", FOOTER, moved_to_the_start)
    planted = on_slide(planted, "Further", TITLE, moved_to_the_start)
    assert '"A course" at the foot is read before' in orders(planted)[0]


def test_a_box_that_is_read_before_the_one_above_it_is_found(deck: bytes) -> None:
    planted = with_boxes(deck, LOWER_LEFT, UPPER_LEFT)
    assert orders(planted) == ['"box 1" is read before "box 2", which stands before it']


def test_a_box_that_is_read_before_the_one_at_its_left_is_found(deck: bytes) -> None:
    assert len(orders(with_boxes(deck, UPPER_RIGHT, UPPER_LEFT))) == 1


def test_from_right_to_left_the_right_box_comes_first(deck: bytes) -> None:
    planted = with_boxes(deck, UPPER_RIGHT, UPPER_LEFT)
    style = "//p:bodyStyle/a:lvl1pPr"
    found = orders(changed(planted, MASTER, style, with_attribute("rtl", "1")))
    assert [message for message in found if "box" in message] == []


@pytest.mark.parametrize(
    "places",
    [
        (UPPER_LEFT, LOWER_LEFT, UPPER_RIGHT, LOWER_RIGHT),
        (UPPER_LEFT, UPPER_RIGHT, LOWER_LEFT, LOWER_RIGHT),
    ],
    ids=["by columns", "by rows"],
)
def test_columns_may_be_read_in_either_way(deck: bytes, places: tuple[Place, ...]) -> None:
    assert orders(with_boxes(deck, *places)) == []


def test_a_tall_box_may_be_read_before_a_short_one_at_its_left(deck: bytes) -> None:
    assert orders(with_boxes(deck, (6.0, 1.0, 4.0, 5.0), UPPER_LEFT)) == []


def test_boxes_on_top_of_each_other_have_no_order(deck: bytes) -> None:
    assert orders(with_boxes(deck, (1.0, 2.2, 4.0, 1.0), UPPER_LEFT)) == []


def test_decoration_is_not_read(deck: bytes) -> None:
    planted = added(deck, slide_part(deck, "Further"), panel(LOWER_LEFT, solid("F4EFE6")), 0)
    assert orders(planted) == []
