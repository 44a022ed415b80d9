"""Contrast on what is really beneath, and sizes as they are really shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code, Severity
from tests.inspect.planting import (
    BODY,
    FOOTER,
    MASTER,
    TITLE,
    added,
    box,
    changed,
    inspected,
    layout_part,
    on_slide,
    panel,
    said,
    slide_part,
    solid,
    with_attribute,
    xml,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

LOW, UNKNOWN, SMALL = Code.LOW_CONTRAST, Code.CONTRAST_UNKNOWN, Code.TEXT_TOO_SMALL
PLACE = (2.0, 5.0, 6.0, 1.0)
LEFT_HALF = (2.0, 5.0, 3.0, 1.0)
FADING = """<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs>
  <a:gs pos="100000"><a:srgbClr val="16324F"/></a:gs></a:gsLst></a:gradFill>"""
PICTURE = """<p:pic><p:nvPicPr><p:cNvPr id="60" name="Photo" descr="The sea"/><p:cNvPicPr/><p:nvPr/>
  </p:nvPicPr><p:blipFill/><p:spPr><a:xfrm><a:off x="0" y="0"/>
  <a:ext cx="12192000" cy="6858000"/></a:xfrm></p:spPr></p:pic>"""


def told(deck: bytes, code: Code) -> list[str]:
    return [message.partition(": ")[2] for message in said(deck, code)]


def holding(fill: str) -> Callable[[Element], None]:
    """Give what puts a fill into an element, first among its children."""

    def change(element: Element) -> None:
        element.insert(0, xml(fill))

    return change


def on_further(deck: bytes, *shapes: str) -> bytes:
    """Add shapes to a slide, one upon the other."""
    for shape in shapes:
        deck = added(deck, slide_part(deck, "Further"), shape)
    return deck


def scheme(colour: str, changes: str = "") -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}">{changes}</a:schemeClr></a:solidFill>'


def test_a_run_in_a_pale_colour_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"{BODY}//a:r[1]/a:rPr", holding(solid("999999")))
    assert told(planted, LOW) == [
        '"See" is hard to read: #999999 on #FFFFFF has a contrast of 2.84, and needs 4.5'
    ]


def test_a_contrast_just_short_of_enough_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"{TITLE}//a:rPr", holding(solid("777777")))
    assert "contrast of 4.47" in told(planted, LOW)[0]


def test_a_contrast_of_enough_is_well(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"{TITLE}//a:rPr", holding(solid("767676")))
    assert told(planted, LOW) == []


@pytest.mark.parametrize(
    ("part", "path"),
    [
        ("layout", "//p:sp[.//p:ph[@type='title']]/p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr"),
        ("master", "//p:sp[.//p:ph[@type='body']]/p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr"),
    ],
)
def test_a_pale_colour_that_is_inherited_is_found(deck: bytes, part: str, path: str) -> None:
    name = MASTER if part == "master" else layout_part(deck, "Content")
    cleared = changed(deck, name, f"{path}/a:solidFill/*", with_attribute("val", "bg2"))
    if part == "master":
        layout = layout_part(deck, "Content")
        for kind in ("title", "body"):
            style = f"//p:sp[.//p:ph[@type='{kind}']]/p:txBody/a:lstStyle"
            cleared = changed(cleared, layout, style, lambda style: style.clear())
    assert any("#F4EFE6 on #FFFFFF" in message for message in told(cleared, LOW))


def test_a_link_has_the_themes_colour_whatever_it_says(deck: bytes) -> None:
    fill = solid("EEEEEE")
    planted = on_slide(deck, "Further", "//a:rPr[a:hlinkClick]", holding(fill))
    assert told(planted, LOW) == []


def test_a_pale_theme_colour_for_links_is_found(deck: bytes) -> None:
    theme = changed(deck, "ppt/theme/theme1.xml", "//a:hlink/*", with_attribute("val", "66AAFF"))
    assert told(theme, LOW)[0].startswith('"a site" is hard to read: #66AAFF')


def test_lightening_of_a_theme_colour_is_taken_in(deck: bytes) -> None:
    lighter = scheme("tx1", '<a:lumMod val="50000"/><a:lumOff val="50000"/>')
    planted = on_slide(deck, "Further", f"{TITLE}//a:rPr", holding(lighter))
    assert "on #FFFFFF" in told(planted, LOW)[0]


def test_a_transparent_colour_is_mixed_with_what_is_beneath(deck: bytes) -> None:
    half = '<a:solidFill><a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr></a:solidFill>'
    planted = on_slide(deck, "Further", f"{TITLE}//a:rPr", holding(half))
    assert "#999999 on #FFFFFF" in told(planted, LOW)[0]


def test_the_shapes_own_fill_is_the_background(deck: bytes) -> None:
    planted = on_further(deck, box("words", PLACE, solid("16324F")))
    assert "on #16324F" in told(planted, LOW)[0]


def test_a_panel_beneath_the_whole_text_is_the_background(deck: bytes) -> None:
    planted = on_further(deck, panel((0, 4, 13, 3), solid("16324F")), box("words", PLACE))
    assert any('"words"' in message for message in told(planted, LOW))


def test_the_topmost_of_two_panels_counts(deck: bytes) -> None:
    dark, light = panel((0, 4, 13, 2.2), solid("16324F")), panel((0, 4, 13, 2.2), solid("FFFFFF"))
    planted = on_further(deck, dark, light, box("words", PLACE))
    assert not any('"words"' in message for message in told(planted, LOW))


def test_what_is_painted_later_is_not_beneath(deck: bytes) -> None:
    planted = on_further(deck, box("words", PLACE), panel((2, 4, 8, 2.2), solid("16324F")))
    assert not any('"words"' in message for message in told(planted, LOW))


def test_a_panel_beneath_half_of_the_text_is_a_warning(deck: bytes) -> None:
    planted = on_further(deck, panel(LEFT_HALF, solid("16324F")), box("words", PLACE))
    assert any('"words"' in message for message in told(planted, UNKNOWN))


def test_a_pale_panel_beneath_half_of_the_text_is_well(deck: bytes) -> None:
    planted = on_further(deck, panel(LEFT_HALF, solid("F4EFE6")), box("words", PLACE))
    assert not any('"words"' in message for message in told(planted, UNKNOWN))


def test_an_ellipse_does_not_fill_its_frame(deck: bytes) -> None:
    ellipse = panel(PLACE, solid("16324F"), outline="ellipse")
    planted = on_further(deck, ellipse, box("words", PLACE))
    assert any('"words"' in message for message in told(planted, UNKNOWN))


@pytest.mark.parametrize(
    "beneath", [PICTURE, panel((0, 4, 13, 2.2), FADING)], ids=["picture", "gradient"]
)
def test_text_on_what_is_not_of_one_colour_is_a_warning(deck: bytes, beneath: str) -> None:
    planted = on_further(deck, beneath, box("words", PLACE))
    found = [each for each in inspected(planted) if each.code is UNKNOWN]
    assert {each.severity for each in found} == {Severity.WARNING}


def test_a_gradient_that_is_dark_throughout_is_found(deck: bytes) -> None:
    dark = panel((0, 4, 13, 2.2), FADING.replace("FFFFFF", "333333"))
    planted = on_further(deck, dark, box("words", PLACE))
    assert any('"words"' in message for message in told(planted, LOW))


@pytest.mark.parametrize("part", ["slide", "layout", "master"])
def test_a_dark_background_of_a_sheet_is_found(deck: bytes, part: str) -> None:
    background = f"<p:bg><p:bgPr>{solid('1F2933')}<a:effectLst/></p:bgPr></p:bg>"
    names = {
        "slide": slide_part(deck, "Further"),
        "layout": layout_part(deck, "Content"),
        "master": MASTER,
    }
    planted = changed(deck, names[part], "/*/p:cSld", holding(background))
    assert any("on #1F2933" in message for message in told(planted, LOW))


def test_a_background_by_reference_takes_the_themes_fill(deck: bytes) -> None:
    reference = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="tx2"/></p:bgRef></p:bg>'
    planted = changed(deck, slide_part(deck, "Further"), "/*/p:cSld", holding(reference))
    assert any("on #16324F" in message for message in told(planted, LOW))


def test_a_slide_that_swaps_its_colours_is_read_with_them(deck: bytes) -> None:
    def swapped(override: Element) -> None:
        names = {**{f"accent{n}": f"accent{n}" for n in range(1, 7)}, "hlink": "hlink"}
        names |= {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2", "folHlink": "folHlink"}
        given = " ".join(f'{key}="{value}"' for key, value in names.items())
        override.clear()
        override.append(xml(f"<a:overrideClrMapping {given}/>"))

    planted = on_slide(deck, "Further", "//p:clrMapOvr", swapped)
    assert not any("#FFFFFF on" in message for message in told(planted, LOW))


def test_a_cells_own_fill_is_its_background(deck: bytes) -> None:
    planted = on_slide(deck, "Figures", "//a:tr[1]/a:tc/a:tcPr", holding(solid("16324F")))
    assert "on #16324F" in told(planted, LOW)[0]


def test_a_table_styles_fill_is_its_cells_background(deck: bytes) -> None:
    dark = f"<a:fill>{solid('16324F')}</a:fill>"
    styles = "ppt/tableStyles.xml"
    planted = changed(deck, styles, "//a:firstRow/a:tcStyle", lambda style: style.append(xml(dark)))
    assert '"Year" is hard to read' in told(planted, LOW)[0]


def test_a_table_in_an_unknown_style_is_a_warning(deck: bytes) -> None:
    def unknown(style: Element) -> None:
        style.text = "{00000000-0000-0000-0000-000000000000}"

    assert len(told(on_slide(deck, "Figures", "//a:tableStyleId", unknown), UNKNOWN)) == 1


def test_a_layouts_own_words_are_looked_at_once(deck: bytes) -> None:
    pale = box("Draft", PLACE, solid("1F2933"))
    planted = added(deck, layout_part(deck, "Content"), pale)
    assert said(planted, LOW)[0].startswith('layout "Content": "Draft" is hard to read')


def test_a_body_below_18_points_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Further", f"{BODY}//a:r[1]/a:rPr", with_attribute("sz", "1700"))
    assert told(planted, SMALL) == ['"See" has 17 pt, and needs 18']


def test_a_small_size_that_is_inherited_is_found(deck: bytes) -> None:
    path = "//p:sp[.//p:cNvPr[@name='Body']]//a:lvl1pPr/a:defRPr"
    planted = changed(deck, layout_part(deck, "Content"), path, with_attribute("sz", "1600"))
    assert told(planted, SMALL) == ['"See" has 16 pt, and needs 18']


def test_a_stored_shrinking_is_taken_in(deck: bytes) -> None:
    shrinking = holding('<a:normAutofit fontScale="62500" lnSpcReduction="20000"/>')
    planted = on_slide(deck, "Further", f"{BODY}//a:bodyPr", shrinking)
    assert told(planted, SMALL) == ['"See" has 15 pt after shrinking to fit its box, and needs 18']


def test_a_deep_level_has_its_own_size(deck: bytes) -> None:
    level = "//p:sp[.//p:cNvPr[@name='Body']]//a:lvl2pPr/a:defRPr"
    planted = changed(deck, layout_part(deck, "Content"), level, with_attribute("sz", "1400"))
    planted = on_slide(planted, "Further", f"{BODY}//a:p/a:pPr", with_attribute("lvl", "1"))
    assert '"See" has 14 pt, and needs 18' in told(planted, SMALL)


@pytest.mark.parametrize(("size", "messages"), [("1200", 0), ("1100", 1)])
def test_a_foot_may_have_12_points(deck: bytes, size: str, messages: int) -> None:
    planted = on_slide(deck, "Further", f"{FOOTER}//a:rPr", with_attribute("sz", size))
    assert len(told(planted, SMALL)) == messages


def test_a_small_cell_is_found(deck: bytes) -> None:
    planted = on_slide(deck, "Figures", "//a:tr[2]/a:tc[1]//a:rPr", with_attribute("sz", "1200"))
    assert told(planted, SMALL) == ['"2025" has 12 pt, and needs 18']
