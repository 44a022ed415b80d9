"""What would call for a repair is mended in a template, without a word."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from borderdeck.documents.slides import LayoutName
from borderdeck.render.pptx import read_template, render_deck
from tests.render.pptx.plans import deck, slide
from tests.support.opc import Package
from tests.support.package_invariants import violations
from tests.support.planting import edited, with_relationship
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


@pytest.mark.parametrize("planted", sorted(PLANTED))
def test_it_is_mended(planted: str) -> None:
    assert violations(built(PLANTED[planted])) == []


@pytest.mark.parametrize("planted", sorted(PLANTED))
def test_without_mending_it_would_be_kept(planted: str) -> None:
    assert read_template(PLANTED[planted]).data != PLANTED[planted]


def test_a_deck_does_not_ask_before_it_is_changed() -> None:
    data = built(PLANTED["what asks before it is changed"])
    assert not Package(data).every(PRESENTATION, "//p:modifyVerifier")


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
