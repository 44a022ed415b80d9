"""Cut a row of things into the fewest stretches that fit, as even as can be."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Stretch = tuple[int, int]
"""Where a stretch starts, and where the next one does."""

SAME = 1e-6
"""What two heights may differ by and still be the same, in points."""


class Cut(IntEnum):
    """What a cut before a thing does."""

    FREE = 0
    UNWELCOME = 1
    FORBIDDEN = 2


class Row(Struct, frozen=True):
    """Things to cut apart: how many, and the height of a stretch, which grows with it.

    `cut` judges a cut before the thing of that index; `limit` is the height that fits.
    """

    count: int
    limit: float
    height: Callable[[int, int], float]
    cut: Callable[[int], Cut]


class Cost(NamedTuple):
    """What a way to cut costs; the first difference decides."""

    too_high: int = 0
    forbidden: int = 0
    stretches: int = 0
    unwelcome: int = 0
    unevenness: float = 0.0


class Way(Struct, frozen=True):
    """A way to cut a beginning of the row, and its cost."""

    cost: Cost
    stretches: tuple[Stretch, ...]


def partition(row: Row) -> tuple[Stretch, ...]:
    """Give the stretches, in order.

    Only a thing that is too high by itself makes a stretch that does not fit. No forbidden cut is
    made to save a stretch. Of what remains the fewest stretches win, then the fewest unwelcome
    cuts, then the way whose highest stretch is lowest, then the one whose heights differ least.
    """
    if row.count and row.height(0, row.count) <= row.limit:
        return ((0, row.count),)
    lowest = _cheapest(row, row.limit, max).stretches
    heights = (row.height(*stretch) for stretch in lowest)
    highest = max((height for height in heights if height <= row.limit), default=0.0)
    return _cheapest(row, highest + SAME, _add_square).stretches


def _add_square(unevenness: float, height: float) -> float:
    return unevenness + height * height


def _cheapest(row: Row, limit: float, spread: Callable[[float, float], float]) -> Way:
    """Find the cheapest way for each beginning of the row, from those of the shorter ones."""
    ways = [Way(Cost(), ())]
    for end in range(1, row.count + 1):
        longer = (_longer(ways[s], row, (s, end), limit, spread) for s in _starts(row, end, limit))
        ways.append(min(longer, key=lambda way: way.cost))
    return ways[-1]


def _starts(row: Row, end: int, limit: float) -> Iterator[int]:
    """Give where a stretch to `end` can start: it fits, or is one thing."""
    yield end - 1
    for start in range(end - 2, -1, -1):
        if row.height(start, end) > limit:
            return
        yield start


def _longer(
    way: Way, row: Row, stretch: Stretch, limit: float, spread: Callable[[float, float], float]
) -> Way:
    start, _ = stretch
    height = row.height(*stretch)
    cut = row.cut(start) if start else Cut.FREE
    cost = Cost(
        way.cost.too_high + (height > limit),
        way.cost.forbidden + (cut is Cut.FORBIDDEN),
        way.cost.stretches + 1,
        way.cost.unwelcome + (cut is Cut.UNWELCOME),
        way.cost.unevenness if height > limit else spread(way.cost.unevenness, height),
    )
    return Way(cost, (*way.stretches, stretch))
