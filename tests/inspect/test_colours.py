"""Colours as DrawingML writes them."""

from __future__ import annotations

import pytest

from borderdeck.inspect.colours import BLACK, WHITE, Colour, Scheme, contrast
from borderdeck.inspect.xml import first
from tests.inspect.planting import xml

THEME = xml(
    '<a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
)
SCHEME = Scheme({"dk1": THEME[0], "accent1": THEME[1]}, {"tx1": "dk1", "accent1": "accent1"})


def shown(element: str) -> str | None:
    colour = SCHEME.read(xml(element))
    return None if colour is None else colour.hex


def changed(change: str) -> str | None:
    return shown(f'<a:schemeClr val="accent1">{change}</a:schemeClr>')


def test_black_on_white_has_the_most_contrast() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)


@pytest.mark.parametrize(
    ("element", "colour"),
    [
        ('<a:srgbClr val="0B7A75"/>', "#0B7A75"),
        ('<a:sysClr val="window" lastClr="FFFFFF"/>', "#FFFFFF"),
        ('<a:schemeClr val="tx1"/>', "#000000"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "#FF0000"),
        ('<a:prstClr val="white"/>', "#FFFFFF"),
    ],
)
def test_a_colour_may_be_said_in_many_ways(element: str, colour: str) -> None:
    assert shown(element) == colour


@pytest.mark.parametrize(
    "element",
    [
        '<a:srgbClr val="12345"/>',
        '<a:srgbClr val="no colour"/>',
        "<a:srgbClr/>",
        '<a:schemeClr val="phClr"/>',
        '<a:schemeClr val="accent9"/>',
        '<a:prstClr val="papayaWhip"/>',
    ],
)
def test_what_says_no_colour_is_unknown(element: str) -> None:
    assert shown(element) is None


@pytest.mark.parametrize(
    ("change", "colour"),
    [
        ('<a:lumMod val="75000"/>', "#2F5597"),
        ('<a:lumMod val="40000"/><a:lumOff val="60000"/>', "#B4C7E7"),
        ('<a:lumMod val="50%"/>', "#203864"),
        ('<a:lumMod val="nan"/>', "#4472C4"),
    ],
)
def test_powerpoints_own_shades_of_a_theme_colour_come_out(change: str, colour: str) -> None:
    assert changed(change) == colour


@pytest.mark.parametrize(("change", "end"), [("tint", "#FFFFFF"), ("shade", "#000000")])
def test_a_tint_goes_to_white_and_a_shade_to_black(change: str, end: str) -> None:
    assert changed(f'<a:{change} val="0"/>') == end


def test_half_of_black_on_white_is_grey() -> None:
    assert Colour(0, 0, 0, 0.5).over(WHITE) == Colour(0.5, 0.5, 0.5)


def test_nothing_is_found_below_nothing() -> None:
    assert first(None, "a:srgbClr") is None
