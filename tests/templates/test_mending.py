"""What would call for a repair is mended in a template, without a word."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from borderdeck.documents.slides import LayoutName
from borderdeck.render.pptx import read_template, render_deck
from tests.render.pptx.plans import deck, slide
from tests.support.opc import Package
from tests.support.package_invariants import violations
from tests.support.planting import edited, members, with_member, with_relationship
from tests.templates.makers import default, ours, with_a_slide_of_each_layout

PRESENTATION = "ppt/presentation.xml"
PRESENTATION_RELS = "ppt/_rels/presentation.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
LINK = '<p:cNvPr id="2" name="Title 1"><a:hlinkClick r:id="rId9"/></p:cNvPr>'
PLAIN = '<p:cNvPr id="2" name="Title 1"/>'


def linked(kind: str, target: str) -> bytes:
    """A template whose content layout links somewhere."""
    attributes = f'Id="rId9" Target="{target}" TargetMode="External"'
    related = with_relationship(default(), LAYOUT_RELS, kind, attributes)
    with_prefix = (LAYOUT, PLAIN, LINK)
    return edited(related, with_prefix)


def built(data: bytes) -> bytes:
    """A deck of one slide, made with a template."""
    return render_deck(deck(slide()), read_template(data))


SHOWS = (
    '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="rId3"/></p:sldLst>'
    "</p:custShow></p:custShowLst>"
)

PLANTED = {
    "a link to a file": linked("hyperlink", "file:///etc/passwd"),
    "a picture elsewhere": linked("image", "https://example.org/a.png"),
    "two shapes of one id": edited(default(), (LAYOUT, 'id="3"', 'id="2"')),
    "an id of a layout that is too small": edited(default(), (MASTER, 'id="2147483650"', 'id="5"')),
    "layouts of one id": edited(default(), (MASTER, 'id="2147483650"', 'id="2147483651"')),
    "a show of its own slides": edited(
        with_a_slide_of_each_layout(default()), (PRESENTATION, "<p:notesSz", f"{SHOWS}<p:notesSz")
    ),
    "what asks before it is changed": edited(
        default(),
        (PRESENTATION, "</p:defaultTextStyle>", "</p:defaultTextStyle><p:modifyVerifier/>"),
    ),
}


LEFT_OUT = {
    "a show of its own slides": "custShowLst",
    "what asks before it is changed": "modifyVerifier",
}


@pytest.mark.parametrize("planted", sorted(PLANTED))
def test_it_is_mended(planted: str) -> None:
    assert violations(built(PLANTED[planted])) == []


@pytest.mark.parametrize("planted", sorted(PLANTED.keys() - LEFT_OUT.keys()))
def test_it_is_wrong_as_long_as_it_is_not_mended(planted: str) -> None:
    assert set(violations(PLANTED[planted])) - set(violations(default()))


@pytest.mark.parametrize("planted", sorted(LEFT_OUT))
def test_it_is_left_out(planted: str) -> None:
    presentations = [Package(data) for data in (PLANTED[planted], built(PLANTED[planted]))]
    found = [each.every(PRESENTATION, f"//p:{LEFT_OUT[planted]}") for each in presentations]
    assert [len(elements) for elements in found] == [1, 0]


def test_a_presentation_that_calls_its_namespaces_otherwise_has_its_slides_listed() -> None:
    text = members(default())[PRESENTATION].decode()
    other = re.sub(r"(?<=[</: ])p(?=:)|(?<=xmlns:)p(?==)", "ns0", text)
    data = built(with_member(default(), PRESENTATION, other.encode()))
    assert "<ns0:presentation" in other
    assert len(Package(data).every(PRESENTATION, "//p:sldIdLst/p:sldId")) == 1


def test_a_link_to_the_web_is_kept() -> None:
    data = built(linked("hyperlink", "https://example.org/"))
    links = {rel.written for rel in Package(data).relationships if rel.kind == "hyperlink"}
    assert links == {"https://example.org/"}


def test_boxes_without_an_index_of_their_own_get_one() -> None:
    twins = edited(default(), ("ppt/slideLayouts/slideLayout4.xml", ' idx="2"', ' idx="1"'))
    assert len(set(_indexes(twins, LayoutName.COLUMNS))) == len(_indexes(twins, LayoutName.COLUMNS))


def test_how_much_a_sample_was_shrunk_is_forgotten() -> None:
    shrunk = edited(ours(), (LAYOUT, "<a:noAutofit/>", '<a:normAutofit fontScale="55000"/>'))
    assert b"fontScale" not in Package(read_template(shrunk).data).members[LAYOUT]


def test_templates_are_read_the_same_each_time() -> None:
    assert read_template(default()).data == read_template(default()).data


def _indexes(data: bytes, layout: LayoutName) -> list[Any]:
    template = read_template(data)
    presentation = Presentation(BytesIO(template.data))
    (found,) = (
        each
        for each in presentation.slide_layouts
        if each.part.partname == template.layouts[layout].part
    )
    placeholders: Any = found.placeholders
    return [shape.placeholder_format.idx for shape in placeholders]
