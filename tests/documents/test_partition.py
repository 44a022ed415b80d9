from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderdeck.documents.partition import Cut, Row, Stretch, partition

HEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=8)
LIMITS = st.integers(9, 20)


def row(heights: list[int], limit: int, cuts: dict[int, Cut] | None = None) -> Row:
    return Row(
        len(heights),
        limit,
        lambda start, end: sum(heights[start:end]),
        lambda index: (cuts or {}).get(index, Cut.FREE),
    )


def every_way(count: int) -> list[tuple[Stretch, ...]]:
    inner = range(1, count)
    choices = [cut for size in range(count) for cut in combinations(inner, size)]
    return [tuple(pairwise((0, *cuts, count))) for cuts in choices]


def heights_of(heights: list[int], way: tuple[Stretch, ...]) -> list[int]:
    return [sum(heights[start:end]) for start, end in way]


@given(HEIGHTS, LIMITS)
def test_no_other_way_is_better(heights: list[int], limit: int) -> None:
    def badness(way: tuple[Stretch, ...]) -> tuple[int, int, int]:
        each = heights_of(heights, way)
        return len(each), max(each), sum(height**2 for height in each)

    fitting = [way for way in every_way(len(heights)) if max(heights_of(heights, way)) <= limit]
    assert badness(partition(row(heights, limit))) == min(map(badness, fitting))


@pytest.mark.parametrize(
    ("heights", "limit", "cuts", "expected"),
    [
        ([1] * 6, 5, {}, [3, 3]),
        ([1] * 6, 5, {3: Cut.UNWELCOME}, [4, 2]),
        ([1] * 6, 5, {2: Cut.FORBIDDEN, 3: Cut.FORBIDDEN, 4: Cut.FORBIDDEN}, [5, 1]),
        ([3, 3, 3], 6, {1: Cut.FORBIDDEN}, [6, 3]),
        ([2, 9, 2], 5, {}, [2, 9, 2]),
        ([4, 4], 5, {1: Cut.FORBIDDEN}, [4, 4]),
        ([3, 2, 2, 3], 5, {1: Cut.FORBIDDEN, 3: Cut.FORBIDDEN}, [5, 5]),
        ([2, 2, 2], 4, {1: Cut.FORBIDDEN, 2: Cut.FREE}, [4, 2]),
    ],
)
def test_things_are_cut(
    heights: list[int], limit: int, cuts: dict[int, Cut], expected: list[int]
) -> None:
    assert heights_of(heights, partition(row(heights, limit, cuts))) == expected


def test_nothing_has_no_stretches() -> None:
    assert partition(row([], 5)) == ()


def test_a_thing_too_high_does_not_make_the_others_uneven() -> None:
    heights = [1, 1, 1, 1, 9]
    assert heights_of(heights, partition(row(heights, 3))) == [2, 2, 9]
