"""What stands side by side: an activity's side, and columns, in pieces that fit."""

from __future__ import annotations

from borderdeck.course.keys import Count, Minutes
from borderdeck.course.model import Activity, Column, Item
from borderdeck.course.model import Paragraph as Words
from borderdeck.course.text import Run, Text
from borderdeck.documents.beside import columns, sides
from borderdeck.documents.fit import fits
from borderdeck.edition.words import words_for
from tests.documents.measuring import a_box, fonts, plain


def text(words: str) -> Text:
    return Text(words, (Run(words),))


def activity(*materials: str, minutes: int | None = 20, group: int | None = 3) -> Activity:
    return Activity(
        activity=(Item(text=text("Talk.")),),
        minutes=None if minutes is None else Minutes(minutes),
        group_size=None if group is None else Count(group),
        materials=tuple(map(text, materials)),
    )


def pieces(block: Activity, lines: float) -> list[str]:
    box = a_box(lines, width=400)
    return [plain(piece) for piece in sides(block, words_for("en"), box, fonts())]


def column(title: str | None, *paragraphs: str) -> Column:
    blocks = tuple(Words(paragraph=text(words)) for words in paragraphs)
    return Column(title=None if title is None else text(title), blocks=blocks)


def test_what_an_activity_needs_stands_in_its_order() -> None:
    assert pieces(activity("pens", "tape"), 9) == ["20 min Groups of 3 Materials pens tape"]


def test_an_activity_that_needs_nothing_has_an_empty_side() -> None:
    assert pieces(activity(minutes=None, group=None), 9) == [""]


def test_materials_that_fit_only_so_stand_in_one_paragraph() -> None:
    assert pieces(activity("pens", "tape"), 4) == ["20 min Groups of 3 Materials pens, tape"]


def test_more_materials_than_fit_go_on() -> None:
    many = [f"a thing that has the number {number}" for number in range(9)]
    assert " ".join(pieces(activity(*many), 5)).endswith(" ".join(many))


def test_each_piece_of_a_side_fits() -> None:
    block, box = activity(*(["a thing that takes a line"] * 9)), a_box(5, width=400)
    assert all(fits(piece, box, fonts()) for piece in sides(block, words_for("en"), box, fonts()))


def test_a_columns_heading_stands_on_each_of_its_pieces() -> None:
    found = columns(column("Before", "one", "two", "three", "four"), a_box(3), fonts())
    assert [plain(piece) for piece in found] == ["Before one two", "Before three four"]


def test_a_column_with_its_heading_fits() -> None:
    box = a_box(3)
    found = columns(column("A heading\nof two lines", "one", "two"), box, fonts())
    assert [fits(piece, box, fonts()) for piece in found] == [True, True]


def test_a_heading_is_bold() -> None:
    (piece,) = columns(column("Before", "one"), a_box(3), fonts())
    assert [run.bold for paragraph in piece for run in paragraph.runs] == [True, False]


def test_a_column_without_a_heading_starts_with_its_words() -> None:
    (piece,) = columns(column(None, "one"), a_box(3), fonts())
    assert plain(piece) == "one"
