"""A table's columns are as wide as what stands in them asks."""

from __future__ import annotations

import pytest

from borderdeck.course.text import Run
from borderdeck.documents.columns import column_shares
from borderdeck.documents.fonts import FontStyle
from borderdeck.documents.slides import TableContent
from borderdeck.documents.tables import row_heights
from tests.documents.measuring import LINE, a_box, fonts

WORD = "international"
STYLE = FontStyle("Arial")
SENTENCE = "A row has a line for this, and another one, and one more, and then it ends."


def shares(*rows: tuple[str, ...], width: float = 600) -> tuple[float, ...]:
    header, *others = ([(Run(cell),) if cell else () for cell in row] for row in rows)
    return column_shares(header, others, a_box(width=width), fonts())


@pytest.mark.parametrize("cell", ["", "1", "two\nlines", SENTENCE, WORD * 20])
def test_shares_add_up_to_the_whole(cell: str) -> None:
    assert sum(shares(("What", "Who"), (cell, "all"))) == pytest.approx(1)


def test_equal_columns_are_equally_wide() -> None:
    assert shares(("Same", "Same"), ("1", "1")) == pytest.approx((0.5, 0.5))


def test_a_column_of_figures_is_narrower_than_one_of_sentences() -> None:
    number, text = shares(("No.", "What"), ("1", SENTENCE))
    assert number < text / 3


def test_where_all_could_stand_on_one_line_all_do() -> None:
    rows = (("1", SENTENCE),)
    cells = tuple(tuple((Run(cell),) for cell in row) for row in rows)
    widths = shares(("No.", "What"), *rows, width=900)
    table = TableContent(((Run("No."),), (Run("What"),)), cells, widths)
    assert row_heights(table, a_box(width=900), fonts()) == pytest.approx((LINE + 7.2,))


def test_a_word_is_not_broken_for_a_sentence() -> None:
    words, _ = shares(("A", "B"), (WORD, SENTENCE * 5), width=300)
    needed = fonts().advance(WORD, STYLE, 20) + 14.4
    assert words * 300 >= needed


def test_a_short_line_is_not_broken_for_a_sentence() -> None:
    _, when, _ = shares(("No.", "When", "What"), ("1", "At once", SENTENCE * 5), width=600)
    assert when * 600 >= fonts().advance("At once", STYLE, 20) + 14.4


def test_no_word_is_broken_for_a_short_line() -> None:
    _, long = shares(("A", "B"), ("a b c d e f g h", f"{WORD * 2} {WORD}"), width=330)
    assert long * 330 >= fonts().advance(WORD * 2, STYLE, 20) + 14.4


def test_where_not_even_words_have_room_the_longest_gives_way() -> None:
    short, _ = shares(("A", "B"), ("a", WORD * 20), width=300)
    assert short * 300 >= fonts().advance("A", STYLE, 20) + 14.4


def test_words_that_are_all_too_long_share_evenly() -> None:
    assert shares(("A", "B"), (WORD * 9, WORD * 20)) == pytest.approx((0.5, 0.5))
