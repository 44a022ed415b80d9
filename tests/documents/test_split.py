from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.fit import fits, height
from borderdeck.documents.slides import Marker, Paragraph, Paragraphs
from borderdeck.documents.split import split
from tests.documents.measuring import a_box, fonts, lines_of_words, plain, words

if TYPE_CHECKING:
    from collections.abc import Iterator

BOX = a_box(lines=6, space_before=6, margin_left=18, indent=-18)
ALPHABETS = ("abe", "жен", "حقوقال،", "人权，。（）", "aع人،。1“”(")  # noqa: RUF001 - Chinese punctuation
WORD = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=12))
TEXT = st.lists(WORD, min_size=1, max_size=60).map(" ".join)
LONG_WORD = WORD.map(lambda word: 40 * word).filter(lambda word: len(word) > 100)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraphs:
    texts = draw(st.lists(TEXT, min_size=1, max_size=9))
    bold = draw(st.booleans())
    return tuple(
        Paragraph((Run(text[:5], bold=bold), Run(text[5:])), Marker.BULLET)
        for text in texts
        if len(text) > 5
    )


def counts(pieces: tuple[Paragraphs, ...]) -> list[int]:
    return [len(piece) for piece in pieces]


@given(paragraphs())
@settings(deadline=None)
def test_no_words_are_lost_and_their_order_is_kept(given_ones: Paragraphs) -> None:
    pieces = split(given_ones, BOX, fonts())
    assert letters(*pieces) == letters(given_ones)


def letters(*pieces: Paragraphs) -> str:
    """Give all but spaces: a line may end within words that are written without."""
    return "".join("".join(map(plain, pieces)).split())


@given(LONG_WORD)
@settings(deadline=None)
def test_no_letter_of_a_word_longer_than_a_slide_is_lost(word: str) -> None:
    pieces = split((words(word),), BOX, fonts())
    assert letters(*pieces) == word


@given(LONG_WORD)
@settings(deadline=None)
def test_every_piece_of_a_word_longer_than_a_slide_fits(word: str) -> None:
    assert all(fits(piece, BOX, fonts()) for piece in split((words(word),), BOX, fonts()))


@given(paragraphs())
@settings(deadline=None)
def test_every_piece_fits(given_ones: Paragraphs) -> None:
    assert all(fits(piece, BOX, fonts()) for piece in split(given_ones, BOX, fonts()))


def highest(pieces: tuple[Paragraphs, ...]) -> float:
    return max(height(piece, BOX, fonts()) for piece in pieces)


def shifted(pieces: tuple[Paragraphs, ...]) -> Iterator[tuple[Paragraphs, ...]]:
    """Give what comes of moving one paragraph across one cut."""
    for cut in range(1, len(pieces)):
        before, upper, lower, after = (
            pieces[: cut - 1],
            *pieces[cut - 1 : cut + 1],
            pieces[cut + 1 :],
        )
        yield (*before, upper[:-1], (upper[-1], *lower), *after)
        yield (*before, (*upper, lower[0]), lower[1:], *after)


@given(paragraphs())
@settings(deadline=None)
def test_moving_a_paragraph_never_lowers_the_highest_piece(given_ones: Paragraphs) -> None:
    pieces = split(given_ones, BOX, fonts())
    assert all(highest(other) >= highest(pieces) - 0.001 for other in shifted(pieces))


def test_what_fits_is_one_piece() -> None:
    assert counts(split((words("one"), words("two")), BOX, fonts())) == [2]


def test_nothing_is_no_piece() -> None:
    assert split((), BOX, fonts()) == ()


def test_no_last_piece_holds_a_lone_line() -> None:
    assert counts(split(tuple(words("one") for _ in range(6)), BOX, fonts())) == [3, 3]


def test_a_paragraph_that_fits_is_never_cut() -> None:
    given_ones = (lines_of_words(4), lines_of_words(4), lines_of_words(4))
    assert split(given_ones, BOX, fonts()) == tuple((one,) for one in given_ones)


def test_an_introduction_stays_with_its_first_item() -> None:
    lead = replace(words("lead"), keep_with_next=True)
    given_ones = (lines_of_words(2), lead, lines_of_words(3))
    assert counts(split(given_ones, BOX, fonts())) == [1, 2]


def test_a_parent_stays_with_its_first_inner_item() -> None:
    given_ones = (lines_of_words(2), words("parent"), replace(lines_of_words(3), level=1))
    assert counts(split(given_ones, BOX, fonts())) == [1, 2]


def test_inner_items_stay_with_their_parent_where_they_can() -> None:
    box = a_box(lines=6)
    inner = replace(lines_of_words(1), level=1)
    given_ones = (lines_of_words(3), words("parent"), inner, inner, inner)
    assert counts(split(given_ones, box, fonts())) == [1, 4]


def test_a_break_is_made_where_it_is_asked_for() -> None:
    given_ones = (words("one"), replace(words("two"), break_before=True), words("three"))
    assert counts(split(given_ones, BOX, fonts())) == [1, 2]


def test_numbers_go_on() -> None:
    items = tuple(replace(words("item", Marker.NUMBER), number=n) for n in range(1, 9))
    pieces = split(items, BOX, fonts())
    assert [item.number for piece in pieces for item in piece] == list(range(1, 9))


def test_what_cannot_fit_is_a_piece_that_does_not_fit() -> None:
    low = a_box(lines=0.5)
    (piece,) = split((words("one two"),), low, fonts())
    assert not fits(piece, low, fonts())
