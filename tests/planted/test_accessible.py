"""Each rule of what a screen reader needs finds what it is for, and lets a good page be."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.support import accessible

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[..., bytes]

DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgAB"
    "SK+kcQAAAABJRU5ErkJggg=="
)
FIELD = '<input style="appearance: auto" name="who" title="Your name">'
GOOD = f"""<h2>A heading</h2><ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul>
  <table><thead><tr><th>Day</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
  <p><a href="https://example.org">a link</a> <img alt="A dot" src="{DOT}"></p>
  <form>{FIELD}</form>"""


@pytest.mark.parametrize("rule", accessible.RULES)
def test_a_good_page_breaks_no_rule(printed: Printed, rule: str) -> None:
    assert accessible.RULES[rule](printed(GOOD)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [("<h3>Third</h3>", "Third"), ("<h2>a</h2><h4>Fourth</h4>", "Fourth"), ("<h1>B</h1>", "B")],
)
def test_headings_out_of_order_are_found(printed: Printed, body: str, found: str) -> None:
    assert accessible.headings_out_of_order(printed(body)) == [found]


def test_a_list_that_holds_what_is_no_item_is_found(printed: Printed) -> None:
    assert len(accessible.broken_lists(printed("<ul><li>one</li><p>two</p></ul>"))) == 1


def test_an_item_outside_a_list_is_found(printed: Printed) -> None:
    assert accessible.broken_lists(printed("<div><li>one</li></div>"))


def test_a_table_without_headers_is_found(printed: Printed) -> None:
    planted = printed("<table><tr><td>1</td></tr></table>")

    assert accessible.tables_without_headers(planted) == ["a table without headers: 1"]


def changed(data: bytes, kind: str, change: Callable[[pikepdf.Object], None]) -> bytes:
    """Change every object of a `/Type`, `/Subtype` or `/S`."""
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and kind in {
                thing.get(key) for key in ("/Type", "/Subtype", "/S")
            }:
                change(thing)
        pdf.save(file)
    return file.getvalue()


def without(key: str) -> Callable[[pikepdf.Object], None]:
    def remove(thing: pikepdf.Object) -> None:
        if key in thing:
            del thing[key]

    return remove


def test_a_header_without_a_scope_is_found(printed: Printed) -> None:
    planted = changed(printed(GOOD), "/TH", without("/A"))

    assert accessible.tables_without_headers(planted) == ["a header without a scope: Day"]


def test_a_picture_without_words_is_found(printed: Printed) -> None:
    assert accessible.figures_without_words(printed(f'<p><img src="{DOT}"></p>'))


def test_a_picture_with_its_files_name_for_words_is_found(printed: Printed) -> None:
    assert accessible.figures_without_words(printed(f'<p><img alt="a.png" src="{DOT}"></p>'))


def test_running_words_that_are_read_aloud_are_found(printed: Printed) -> None:
    foot = '<p style="position: fixed; top: 200mm">A course in Geneva</p>'
    planted = printed(f'{foot}<p class="new-page">more</p>')

    assert "A course in Geneva" in accessible.running_words_read_aloud(planted)


def test_a_link_without_words_is_found(printed: Printed) -> None:
    assert accessible.links_without_words(changed(printed(GOOD), "/Link", without("/Contents")))


@pytest.mark.parametrize("key", ["/T", "/TU"])
def test_a_field_without_a_name_or_a_tip_is_found(printed: Printed, key: str) -> None:
    planted = changed(printed(GOOD), "/Widget", without(key))

    assert len(accessible.fields_without_names(planted)) == 1


def test_a_paper_that_does_not_say_its_language_is_found(printed: Printed) -> None:
    planted = changed(printed(GOOD), "/Catalog", without("/Lang"))

    assert accessible.untold(planted) == ["no language"]
