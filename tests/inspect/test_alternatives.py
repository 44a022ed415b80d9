"""What is no words says what it shows, or that it is decoration."""

from __future__ import annotations

import pytest

from borderdeck.diagnostics import Code
from tests.inspect.planting import (
    MASTER,
    added,
    box,
    changed,
    layout_part,
    on_slide,
    panel,
    parts,
    removed,
    said,
    slide_part,
    solid,
    with_attribute,
)

MISSING = Code.MISSING_ALTERNATIVE
PICTURE = "//p:pic/p:nvPicPr/p:cNvPr"
TABLE = "//p:graphicFrame/p:nvGraphicFramePr/p:cNvPr"
PLACE = (1.0, 3.0, 2.0, 1.0)
LINE = """<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="80" name="Line 1"/><p:cNvCxnSpPr/><p:nvPr/>
  </p:nvCxnSpPr><p:spPr/></p:cxnSp>"""


def group(members: str, **attributes: str) -> str:
    given = " ".join(f'{key}="{value}"' for key, value in attributes.items())
    return f"""<p:grpSp><p:nvGrpSpPr><p:cNvPr id="70" name="Group 1" {given}/><p:cNvGrpSpPr/>
      <p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{members}</p:grpSp>"""


def told(deck: bytes) -> list[str]:
    return [message.partition(": ")[2] for message in said(deck, MISSING)]


def plain_panel() -> str:
    return panel(PLACE, solid("0B7A75")).replace('decorative val="1"', 'decorative val="0"')


def test_a_picture_without_alternative_text_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "A map", PICTURE, with_attribute("descr", " "))
    assert told(planted)[-1] == 'the picture "Picture" has no alternative text'


@pytest.mark.parametrize("text", ["map.png", "IMG_2041.JPG", "C:\\my pictures\\the sea.jpeg"])
def test_a_file_name_is_no_alternative_text(deck: bytes, text: str) -> None:
    planted = on_slide(deck, "A map", PICTURE, with_attribute("descr", text))
    assert any("a file's name" in message for message in told(planted))


def test_a_sentence_that_names_a_file_is_an_alternative_text(deck: bytes) -> None:
    text = with_attribute("descr", "A screen that shows map.png being opened")
    assert told(on_slide(deck, "A map", PICTURE, text)) == told(deck)


def test_a_table_without_alternative_text_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Figures", TABLE, with_attribute("descr", ""))
    assert told(planted) == ['the table "Table" has no alternative text']


def test_a_table_with_alternative_text_is_well(deck: bytes) -> None:
    planted = on_slide(deck, "Figures", TABLE, with_attribute("descr", "People by year"))
    assert told(planted) == []


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (LINE, 'the line "Line 1" has no alternative text'),
        (plain_panel(), 'the shape "Panel" has no alternative text'),
        (group(box("words", PLACE)), 'the group "Group 1" has no alternative text'),
    ],
    ids=["line", "shape", "group"],
)
def test_what_is_drawn_without_alternative_text_is_found(
    deck: bytes, shape: str, message: str
) -> None:
    assert message in told(added(deck, slide_part(deck, "Further"), shape))


@pytest.mark.parametrize(
    "shape",
    [panel(PLACE, solid("0B7A75")), box("words", PLACE), group(LINE, descr="Two of one kind")],
    ids=["decoration", "words", "members of a group that says it"],
)
def test_what_says_it_another_way_needs_none(deck: bytes, shape: str) -> None:
    assert told(added(deck, slide_part(deck, "Further"), shape)) == told(deck)


def test_a_layouts_ornament_without_the_mark_is_found_once(deck: bytes) -> None:
    mark = "//a:extLst[a:ext/adec:decorative]"
    planted = changed(deck, layout_part(deck, "Section divider"), mark, removed)
    assert said(planted, MISSING)[-1] == (
        'layout "Section divider": the shape "Line above", the shape "Line below" '
        "have no alternative text"
    )


def test_a_masters_picture_counts_where_slides_show_it(deck: bytes) -> None:
    assert any(
        message.startswith("slide master") for message in said(added(deck, MASTER, LINE), MISSING)
    )


def test_a_masters_picture_that_no_slide_shows_does_not_count(deck: bytes) -> None:
    planted = added(deck, MASTER, LINE)
    for name in _sheets(planted):
        planted = changed(planted, name, "/*", with_attribute("showMasterSp", "0"))
    assert told(planted) == told(deck)


def _sheets(deck: bytes) -> list[str]:
    return [name for name in parts(deck) if name.startswith("ppt/slides/slide")]


def test_what_is_hidden_is_not_looked_at(deck: bytes) -> None:
    hidden = LINE.replace('id="80"', 'id="80" hidden="1"')
    assert told(added(deck, slide_part(deck, "Further"), hidden)) == told(deck)
