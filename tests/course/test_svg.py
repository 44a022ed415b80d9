"""Drawings are read without fetching anything, and refused where they are more than a drawing."""

from __future__ import annotations

import base64

import pytest

from borderdeck.course.faults import PictureError
from borderdeck.course.svg import DEEPEST, LIMIT, MOST_ELEMENTS, read_svg
from tests.support.courses import PNG
from tests.support.pictures import svg

EMBEDDED = base64.b64encode(PNG).decode()
HARMLESS = (
    '<use xlink:href="#a"/>',
    '<rect fill="url(#a)"/>',
    "<rect style=\"fill: url('#a')\"/>",
    "<style>.a { fill: url(#b) }</style>",
    '<text>see "http://example.org", on the web</text>',
    f'<image href="data:image/png;base64,{EMBEDDED}"/>',
    "<!-- drawn by hand --><title>A map</title>",
)
OUTSIDE = (
    '<image href="http://example.org/a.png"/>',
    '<image xlink:href="https://example.org/a.png"/>',
    '<image href="file:///etc/passwd"/>',
    '<image href="a.png"/>',
    '<image href=" //example.org/a.png"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    '<use href="other.svg#a"/>',
    '<a href="http://example.org/"><rect/></a>',
    '<a href="javascript:alert(1)"><rect/></a>',
    '<rect fill="url(http://example.org/a.svg#b)"/>',
    '<rect style="fill: URL( &quot;http://example.org/a.svg#b&quot; )"/>',
    "<style>@import 'http://example.org/a.css';</style>",
    "<style>@font-face { src: url(http://example.org/a.woff) }</style>",
    "<style><![CDATA[.a { fill: url(http://example.org/a) }]]></style>",
    '<filter><feImage href="http://example.org/a.png"/></filter>',
)
ACTIVE = (
    "<script>alert(1)</script>",
    "<g><SCRIPT/></g>",
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<rect onclick="alert(1)"/>',
    '<rect ONLOAD="alert(1)"/>',
)


@pytest.mark.parametrize("inside", HARMLESS)
def test_a_drawing_is_read(inside: str) -> None:
    assert read_svg(svg(inside)).width == 400


@pytest.mark.parametrize("inside", OUTSIDE)
def test_a_drawing_that_refers_to_something_else_is_refused(inside: str) -> None:
    assert "not part of it" in refused(svg(inside))


@pytest.mark.parametrize("inside", ACTIVE)
def test_a_drawing_that_does_something_is_refused(inside: str) -> None:
    assert "holds a " in refused(svg(inside))


def test_a_drawing_with_a_style_sheet_elsewhere_is_refused() -> None:
    assert "style sheet" in refused(b'<?xml-stylesheet href="a.css"?>' + svg())


def test_a_drawing_with_a_document_type_is_refused() -> None:
    assert "document type" in refused(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg())


def test_a_document_type_does_not_hide_in_another_encoding() -> None:
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE svg+AD4-' + svg()
    assert "cannot be read" in refused(hidden)


def test_a_drawing_in_another_encoding_is_refused() -> None:
    assert "UTF-8" in refused(svg("<text>Détention</text>").decode().encode("cp1252"))


def test_a_declared_encoding_does_not_count() -> None:
    declared = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + svg("<text>Détention</text>")
    assert read_svg(declared).words == "Détention"


def test_a_byte_order_mark_is_no_harm() -> None:
    assert read_svg(b"\xef\xbb\xbf" + svg()).width == 400


def test_a_drawing_that_is_no_xml_is_refused() -> None:
    assert "cannot be read" in refused(b"<svg")


def test_a_web_page_with_a_drawing_is_no_drawing() -> None:
    assert "no SVG picture" in refused(b"<html><svg/></html>")


def test_a_drawing_of_too_many_bytes_is_refused() -> None:
    assert "larger than" in refused(svg("<!--" + "x" * LIMIT + "-->"))


def test_a_drawing_of_too_many_elements_is_refused() -> None:
    assert "intricate" in refused(svg("<g/>" * MOST_ELEMENTS))


def test_groups_in_groups_have_an_end() -> None:
    assert "intricate" in refused(svg("<g>" * DEEPEST + "</g>" * DEEPEST))


def test_a_drawing_holds_the_pictures_that_are_in_it() -> None:
    drawing = svg(f'<image href="data:image/png;base64,{EMBEDDED}"/>')
    assert read_svg(drawing).embedded == (PNG,)


def test_a_picture_that_is_no_base64_is_refused() -> None:
    assert "damaged" in refused(svg('<image href="data:image/png;base64,!"/>'))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('viewBox="0,0,40,20" width="100%"', (40, 20)),
        ('width="2in" height="72pt"', (192, 96)),
        ('width="80" height="20px" viewBox="0 0 1 1"', (80, 20)),
    ],
)
def test_a_drawing_says_how_large_it_is(attributes: str, size: tuple[float, float]) -> None:
    found = read_svg(svg(attributes=attributes))
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    "attributes", ["", 'width="100%"', 'viewBox="0 0 0 0"', 'viewBox="0 0 nan inf"', 'width="9em"']
)
def test_a_drawing_that_does_not_say_how_large_it_is_is_refused(attributes: str) -> None:
    assert "how large" in refused(svg(attributes=attributes))


def test_a_drawing_that_is_a_line_is_refused() -> None:
    assert "a line" in refused(svg(attributes='viewBox="0 0 1000 1"'))


def refused(data: bytes) -> str:
    """Why a drawing is refused."""
    with pytest.raises(PictureError) as caught:
        read_svg(data)
    return caught.value.why
