from __future__ import annotations

import pytest

from borderdeck.course.text import Run
from borderdeck.documents.fonts import FontStyle
from borderdeck.documents.slides import TableContent
from borderdeck.documents.split import split_table
from borderdeck.documents.tables import header_height, row_heights, table_fits
from tests.documents.measuring import LINE, a_box, fonts

INSETS = 7.2


def table(*rows: str) -> TableContent:
    return TableContent(
        header=((Run("What"),), (Run("Who"),)),
        rows=tuple(((Run(row),), (Run("all"),)) for row in rows),
        widths=(0.5, 0.5),
    )


def test_a_row_is_as_high_as_its_highest_cell_and_the_insets() -> None:
    assert row_heights(table("one\ntwo"), a_box(), fonts()) == pytest.approx((2 * LINE + INSETS,))


def test_a_cells_words_have_its_width_less_the_insets() -> None:
    box = a_box(width=2 * (fonts_width("information") + 14.3))
    assert row_heights(table("information"), box, fonts()) == pytest.approx((2 * LINE + INSETS,))


def fonts_width(text: str) -> float:
    return fonts().advance(text, FontStyle("Arial"), 20)


def test_a_header_is_measured_bold() -> None:
    wide = TableContent(((Run("information"),),), (), (1.0,))
    box = a_box(width=(fonts_width("information") + 0.1) / 0.99 + 14.4)
    assert header_height(wide, box, fonts()) == pytest.approx(2 * LINE + INSETS)


def test_a_table_that_fits_is_whole() -> None:
    assert split_table(table("one", "two"), a_box(lines=4), fonts()) == (table("one", "two"),)


def test_a_long_table_is_cut_evenly_between_rows() -> None:
    pieces = split_table(table("one", "two", "three", "four"), a_box(lines=5.5), fonts())
    assert pieces == (table("one", "two"), table("three", "four"))


def test_a_table_without_rows_is_whole() -> None:
    assert split_table(table(), a_box(), fonts()) == (table(),)


def test_a_row_that_is_too_high_does_not_fit() -> None:
    (piece,) = split_table(table("one\ntwo\nthree"), a_box(lines=3), fonts())
    assert not table_fits(piece, a_box(lines=3), fonts())
