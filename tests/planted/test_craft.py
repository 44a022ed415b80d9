"""Each rule of print finds what it is for, and lets a good page be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import craft

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[..., bytes]

LINES = '<div class="line"></div>' * 3
ENDLESS = "words that go on and on, over one line and the next, " * 8
LONG = "Words that go on and on, over one line and the next. " * 8

GOOD = f"""<p>{LONG}</p><h2>A heading</h2><p>{LONG}</p>
  <div class="keep"><h3>A question?</h3>{LINES}</div>"""


def down(millimetres: float) -> str:
    """Leave so much of the page free; it has 240 mm, of which the title takes ten."""
    return f'<div style="height: {millimetres}mm"></div>'


@pytest.mark.parametrize("rule", craft.RULES)
def test_a_good_page_breaks_no_rule(printed: Printed, rule: str) -> None:
    assert craft.RULES[rule](printed(GOOD)) == []


def test_a_heading_alone_at_the_foot_is_found(printed: Printed) -> None:
    planted = printed(
        f"<p>A word</p>{down(208)}<h2>All alone</h2><p>{LONG}</p>",
        "h2 { break-after: auto !important }",
    )

    assert craft.lone_headings(planted) == ["page 1: All alone"]


def test_a_heading_above_nothing_but_a_heading_is_found(printed: Printed) -> None:
    planted = printed(
        f'<p>A word</p>{down(190)}<h2>One</h2><h3>Two</h3><p class="new-page">{LONG}</p>',
        "h2, h3 { break-after: auto !important }",
    )

    assert craft.lone_headings(planted) == ["page 1: One", "page 1: Two"]


def test_a_page_of_nothing_but_a_heading_is_a_title(printed: Printed) -> None:
    assert craft.lone_headings(printed(f'<p class="new-page">{LONG}</p>')) == []


def test_a_heading_on_a_ruled_ground_is_not_alone(printed: Printed) -> None:
    ground = "background: linear-gradient(to top, #444 1pt, white 1pt) bottom left / 100% 9mm"
    planted = printed(f'<p>A word</p><div style="height: 90mm; {ground}"><h2>Notes</h2></div>')

    assert craft.lone_headings(planted) == []


def test_a_heading_above_lines_to_write_on_is_not_alone(printed: Printed) -> None:
    assert craft.lone_headings(printed(f"<h2>A question?</h2>{LINES}")) == []


def test_a_heading_above_a_field_is_not_alone(printed: Printed) -> None:
    field = '<form><input style="appearance: auto" name="a" title="b"></form>'

    assert craft.lone_headings(printed(f"<h2>A question?</h2>{field}")) == []


def test_a_heading_beside_what_it_heads_is_not_alone(printed: Printed) -> None:
    row = '<div style="display: flex"><h2 style="width: 3em">Two lines</h2><p>Words.</p></div>'
    assert craft.lone_headings(printed(f"<p>A word</p>{down(190)}{row}")) == []


def test_a_heading_above_a_picture_is_not_alone(printed: Printed) -> None:
    picture = '<p><img alt="A square" style="width: 9mm" src="data:image/svg+xml,%s"></p>'
    square = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>"

    assert craft.lone_headings(printed(f"<h2>A picture</h2>{picture % square}")) == []


def test_lines_on_another_page_than_their_question_are_found(printed: Printed) -> None:
    planted = printed(f"{down(208)}<h3>A question?</h3>{LINES}")

    assert craft.separated_questions(planted) == ["page 2 begins with lines"]


def test_lines_beside_a_picture_are_not_separated_from_it(printed: Printed) -> None:
    square = (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9z'/></svg>"
    )
    row = f'<div class="row new-page"><img alt="A slide" src="{square}"><div>{LINES}</div></div>'

    assert craft.separated_questions(printed(row * 2, ".row { display: flex }")) == []


def test_a_first_line_alone_is_found(printed: Printed) -> None:
    planted = printed(
        f"{down(221)}<ul><li>{LONG}</li></ul>",
        "html { orphans: 1 !important; widows: 1 !important }",
    )

    assert len(craft.orphan_lines(planted)) == 1


def test_a_last_line_alone_is_found(printed: Printed) -> None:
    planted = printed(
        f"{down(200)}<p>{ENDLESS}</p>", "html { orphans: 1 !important; widows: 1 !important }"
    )

    assert len(craft.orphan_lines(planted)) == 1


def test_a_page_of_two_lines_is_found(printed: Printed) -> None:
    planted = printed(f'<p>{LONG}</p><p class="new-page">Two lines,<br>and no more.</p>')

    assert craft.scant_pages(planted) == ["page 2: Two lines,"]


@pytest.mark.parametrize(
    "page",
    [
        f"<p>Two lines</p>{LINES}",
        '<p style="font-size: 40pt">THANK YOU</p>',
        "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>",
        "",
    ],
)
def test_a_page_with_room_to_write_or_a_poster_is_not_scant(printed: Printed, page: str) -> None:
    assert craft.scant_pages(printed(f'<p>{LONG}</p><div class="new-page">{page}</div>')) == []


@pytest.mark.parametrize("place", ["left: -42mm", "right: -12mm"])
def test_words_where_holes_will_be_are_found(printed: Printed, place: str) -> None:
    planted = printed(f'<p style="position: absolute; {place}">Words</p>')

    assert len(craft.beneath_the_holes(planted)) == 1


def test_words_beside_the_holes_are_let_be(printed: Printed) -> None:
    assert craft.beneath_the_holes(printed(GOOD)) == []


def test_two_lines_of_an_item_are_not_alone(printed: Printed) -> None:
    assert craft.orphan_lines(printed(f"{down(206)}<ul><li>{LONG}</li></ul>")) == []


@pytest.mark.parametrize(
    "css",
    ["@page { margin: 3mm }", "@page { margin: 8mm }", "@page { margin: 8mm 18mm 8mm 52mm }"],
    ids=["at the edge", "wider than A4 and higher than Letter", "higher than Letter"],
)
def test_print_that_one_sheet_cannot_bear_is_found(printed: Printed, css: str) -> None:
    planted = printed('<div style="height: 278mm; border: 1pt solid"></div>', css)

    assert craft.beyond_the_shared_area(planted)


@pytest.mark.parametrize(
    ("colour", "ground"),
    [("#888", "white"), ("#0b7a75", "#b9b4a9"), ("#ff0", "white"), ("white", "#999")],
)
def test_pale_words_are_found(printed: Printed, colour: str, ground: str) -> None:
    planted = printed(f'<p style="color: {colour}; background: {ground}">pale</p>')

    assert [found.split(" (")[0] for found in craft.pale_words(planted)] == ["page 1: pale"]


@pytest.mark.parametrize(
    ("colour", "ground"), [("#707070", "white"), ("white", "#16324f"), ("#0b7a75", "white")]
)
def test_words_that_can_be_read_are_not_pale(printed: Printed, colour: str, ground: str) -> None:
    planted = printed(f'<p style="color: {colour}; background: {ground}">plain</p>')

    assert craft.pale_words(planted) == []


def test_words_in_a_frame_are_not_on_its_colour(printed: Printed) -> None:
    assert craft.pale_words(printed('<p><mark class="open">[PLACE]</mark></p>')) == []


def test_small_words_are_found(printed: Printed) -> None:
    planted = printed('<p style="font-size: 6pt">small</p>')

    assert craft.small_words(planted) == ["page 1: small (6.0 pt)"]


def test_words_over_words_are_found(printed: Printed) -> None:
    planted = printed('<p>Some words</p><p style="position: relative; top: -16pt">others</p>')

    assert craft.words_over_words(planted) == ["page 1: Some words / others"]


def test_a_dark_page_is_found(printed: Printed) -> None:
    planted = printed('<div style="height: 120mm; background: #16324f"></div>')

    assert len(craft.inky_pages(planted)) == 1


def test_words_of_large_print_that_are_not_large_are_found(printed: Printed) -> None:
    planted = printed('<p style="font-size: 18pt">large <small>small</small></p>')

    found = craft.small_words(planted, craft.SMALLEST_LARGE)
    assert found == ["page 1: small (14.4 pt)"]
