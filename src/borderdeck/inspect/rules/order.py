"""Reading order: a screen reader goes through a slide's shapes in the order of the file."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from borderdeck.inspect.findings import Finding
from borderdeck.inspect.shapes import FEET, TITLES
from borderdeck.inspect.xml import first, flag, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.inspect.deck import Deck, Slide
    from borderdeck.inspect.frames import Frame
    from borderdeck.inspect.shapes import Shape

HINT = "put it right in Review > Check Accessibility > Reading Order Pane"

SLACK = 45_720
"""How far boxes that follow each other may run into one another, in EMU: 0.05 in."""

IN_COLUMN = 0.5
"""The share of the narrower box's width that boxes of one column have in common."""

ALIGNED = 0.9
"""The share of height that boxes of one row have in common: with less it is a matter of taste."""

SPOKEN = frozenset({"pic", "graphicFrame", "grpSp"})
"""What is read out whether or not it has words."""

MOST = 120
"""The most shapes of a slide whose order is compared; a drawing of more has no reading order."""


def reading_order(deck: Deck) -> Iterator[Finding]:
    """Find slides that are read in another order than they are seen: one finding a slide."""
    for slide in deck.slides:
        found = next(_out_of_order(slide), None)
        if found is not None:
            yield Finding(slide.sheet.place, found, HINT)


def _out_of_order(slide: Slide) -> Iterator[str]:
    read = [shape for shape in slide.sheet.shown if _is_read(shape)]
    yield from _title_first(read)
    yield from _feet_last(read)
    middle = [each for each in read if each.placeholder not in TITLES | FEET][:MOST]
    for earlier, later in combinations(middle, 2):
        if _precedes(later, earlier, mirrored=_right_to_left(slide)):
            yield f"{_named(earlier)} is read before {_named(later)}, which stands before it"


def _is_read(shape: Shape) -> bool:
    alone = shape.group is None and not shape.decorative
    return alone and (shape.kind in SPOKEN or bool(shape.words or shape.alternative))


def _title_first(read: list[Shape]) -> Iterator[str]:
    places = [index for index, shape in enumerate(read) if shape.placeholder in TITLES]
    if places and places[0] > 0:
        yield f"{_named(read[0])} is read before the title"


def _feet_last(read: list[Shape]) -> Iterator[str]:
    feet = [index for index, shape in enumerate(read) if shape.placeholder in FEET]
    if feet and feet[0] < len(read) - len(feet):
        rest = next(each for each in read[feet[0] :] if each.placeholder not in FEET)
        yield f"{_named(read[feet[0]])} at the foot is read before {_named(rest)}"


def _precedes(one: Shape, other: Shape, *, mirrored: bool) -> bool:
    """Whether a shape clearly comes before another: above it in a column, or beside it in a row."""
    if one.frame is None or other.frame is None:
        return False
    above = one.frame.bottom <= other.frame.top + SLACK
    if above and one.frame.across(other.frame) >= IN_COLUMN:
        return True
    start, end = (other, one) if mirrored else (one, other)
    return _in_one_row(one.frame, other.frame) and _left_of(start.frame, end.frame)


def _in_one_row(one: Frame, other: Frame) -> bool:
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common >= ALIGNED * max(one.height, other.height, 1.0)


def _left_of(one: Frame | None, other: Frame | None) -> bool:
    return one is not None and other is not None and one.right <= other.left + SLACK


def _right_to_left(slide: Slide) -> bool:
    """Whether most of a slide's paragraphs run from right to left, as far as they say so."""
    *_, master = slide.sheet.lineage
    given = [
        flag(properties, "rtl")
        for shape in slide.sheet.shapes
        for each in shape.element.iter("{*}p")
        if (properties := first(each, "a:pPr")) is not None and "rtl" in properties.attrib
    ]
    style = first(master.root, "p:txStyles/p:bodyStyle/a:lvl1pPr")
    return sum(map(bool, given)) * 2 > len(given) if given else flag(style, "rtl") is True


def _named(shape: Shape) -> str:
    said = shape.words or shape.alternative
    return shortened(said) if said else shape.called
