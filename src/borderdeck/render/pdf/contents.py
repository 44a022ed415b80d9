"""From what stands on a slide, or in its notes, to HTML: paragraphs, lists, tables, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from borderdeck.course.text import Marker
from borderdeck.documents.pictures import as_url
from borderdeck.documents.slides import PictureContent, TableContent
from borderdeck.render.pdf.markup import runs_to_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.documents.slides import Content, Paragraph, Paragraphs, Runs

LISTS = {Marker.BULLET: Markup("ul"), Marker.NUMBER: Markup("ol")}

COUNT_FROM = Markup(' style="counter-reset: list-item {}"')
"""What says of a list after which number it counts on; WeasyPrint knows no `start`."""

GOES_ON = Markup(' style="list-style-type: none; counter-increment: list-item 0"')
"""The rest of an item that began elsewhere: it has no marker of its own."""


def content_to_html(content: Content) -> Markup:
    """Mark up whatever fills a placeholder."""
    match content:
        case TableContent():
            return _table(content)
        case PictureContent():
            return _picture(content)
        case _:
            return paragraphs_to_html(content)


def paragraphs_to_html(paragraphs: Paragraphs) -> Markup:
    """Mark up paragraphs and lists; what stands further in is a list within the item before."""
    return _joined(_blocks(list(paragraphs)))


def _blocks(left: list[Paragraph], level: int = 0) -> Iterator[Markup]:
    """Mark up the paragraphs from a level on, and take them out of those that are left."""
    while left and left[0].level >= level:
        if left[0].marker is Marker.NONE and not left[0].continued:
            yield Markup("<p>{}</p>").format(runs_to_html(left.pop(0).runs))
        else:
            yield _list(left)


def _list(left: list[Paragraph]) -> Markup:
    """Mark up the list that begins here: up to another kind of list, or what is further out."""
    first = left[0]
    items = _joined(_items(left, first.marker, first.level))
    tag = LISTS.get(first.marker, LISTS[Marker.BULLET])
    start = COUNT_FROM.format((first.number or 1) - 1) if (first.number or 1) > 1 else ""
    return Markup("<{0}{1}>{2}</{0}>").format(tag, start, items)


def _items(left: list[Paragraph], marker: Marker, level: int) -> Iterator[Markup]:
    while left and left[0].level == level and left[0].marker is marker:
        item = left.pop(0)
        inner = _joined(_blocks(left, level + 1)) if left and left[0].level > level else ""
        kind = GOES_ON if item.continued else ""
        yield Markup("<li{}>{}{}</li>").format(kind, runs_to_html(item.runs), inner)


def _table(table: TableContent) -> Markup:
    head = Markup("<tr>{}</tr>").format(_joined(map(_head, table.header)))
    rows = _joined(_row(row) for row in table.rows)
    return Markup(
        "<table><colgroup>{}</colgroup><thead>{}</thead><tbody>{}</tbody></table>"
    ).format(_joined(map(_column, table.widths)), head, rows)


def _column(share: float) -> Markup:
    """Say a column's width here: a cell's would be without its padding."""
    return Markup('<col style="width: {:.2%}">').format(share)


def _head(cell: Runs) -> Markup:
    return Markup("<th>{}</th>").format(runs_to_html(cell))


def _row(cells: Iterable[Runs]) -> Markup:
    inner = _joined(Markup("<td>{}</td>").format(runs_to_html(cell)) for cell in cells)
    return Markup("<tr>{}</tr>").format(inner)


def _picture(picture: PictureContent) -> Markup:
    return Markup('<img src="{}" alt="{}">').format(as_url(picture.data), picture.alternative)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
