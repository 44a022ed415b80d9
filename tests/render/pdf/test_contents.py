"""What stands on slides, as HTML: lists within lists, tables, pictures."""

from __future__ import annotations

from borderdeck.course.text import Marker, Run
from borderdeck.documents.slides import Paragraph, PictureContent, TableContent
from borderdeck.render.pdf.contents import content_to_html, paragraphs_to_html
from tests.support.courses import PNG


def item(text: str, level: int = 0, number: int | None = None) -> Paragraph:
    marker = Marker.BULLET if number is None else Marker.NUMBER
    return Paragraph((Run(text),), marker, level, number)


def test_items_further_in_are_a_list_within_the_item_before() -> None:
    html = paragraphs_to_html((item("one"), item("inner", 1), item("two")))
    assert html == "<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>"


def test_a_paragraph_ends_a_list() -> None:
    html = paragraphs_to_html((item("one"), Paragraph((Run("said"),)), item("two")))
    assert html == "<ul><li>one</li></ul><p>said</p><ul><li>two</li></ul>"


def test_bullets_and_numbers_are_lists_of_their_own() -> None:
    html = paragraphs_to_html((item("one"), item("first", number=1)))
    assert html == "<ul><li>one</li></ul><ol><li>first</li></ol>"


def test_a_list_counts_on_from_an_earlier_slide() -> None:
    assert "counter-reset: list-item 2" in paragraphs_to_html((item("third", number=3),))


def test_the_rest_of_an_item_has_no_marker() -> None:
    rest = Paragraph((Run("and more"),), Marker.NONE, continued=True)
    assert "list-style-type: none" in paragraphs_to_html((rest,))


def test_a_list_that_begins_further_in_loses_nothing() -> None:
    assert "deep" in paragraphs_to_html((item("deep", 2), item("out")))


def test_what_is_said_is_escaped() -> None:
    assert "&lt;b&gt;" in paragraphs_to_html((item("<b>"),))


def test_a_table_has_a_head_with_the_columns_widths() -> None:
    table = TableContent(((Run("A"),), (Run("B"),)), (((Run("1"),), (Run("2"),)),), (0.25, 0.75))
    html = content_to_html(table)
    columns = '<col style="width: 25.00%"><col style="width: 75.00%">'
    assert f"<colgroup>{columns}</colgroup><thead><tr><th>A</th>" in html


def test_a_picture_says_what_it_shows() -> None:
    assert 'alt="A &#34;map&#34;"' in content_to_html(PictureContent(PNG, 'A "map"'))
