"""A template's boxes and text styles, as planning measures them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from borderdeck.documents.slides import LayoutName, Role
from borderdeck.render.pptx import TemplateLacksError, read_template, render_deck
from tests.render.pptx.plans import deck, slide
from tests.support.opc import Package
from tests.support.package_invariants import violations
from tests.support.planting import BARE_LAYOUT, bare_template, edited, with_slide

if TYPE_CHECKING:
    from borderdeck.documents.layouts import LevelStyle, TextBox

MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"
PRESENTATION = "ppt/presentation.xml"
INCH = 72


def box(role: Role, *edits: tuple[str, str, str], layout: str = "Content") -> TextBox:
    """A placeholder of the bare template's layout, after some edits of its parts."""
    template = read_template(edited(bare_template(), *edits))
    return template.layouts[LayoutName(layout)].boxes[role]


def style(role: Role, *edits: tuple[str, str, str], level: int = 0) -> LevelStyle:
    """The style of one of its levels."""
    return box(role, *edits).style(level)


def test_a_box_without_a_place_has_its_masters() -> None:
    # the master's body is 9 by 4.95 inches; insets are 0.1 and 0.05 inches on each side
    assert box(Role.BODY).width == pytest.approx((9 - 0.2) * INCH)


def test_a_box_of_its_own_is_taken_before_the_masters() -> None:
    place = (
        '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/></a:xfrm></p:spPr>'
    )
    found = box(Role.BODY, (BARE_LAYOUT, "<p:spPr/>", place))
    assert found.width == pytest.approx(100 - 0.2 * INCH)


def test_insets_of_the_layout_are_taken_off() -> None:
    found = box(Role.BODY, (BARE_LAYOUT, "<a:bodyPr/>", '<a:bodyPr lIns="0" rIns="0"/>'))
    assert found.width == pytest.approx(9 * INCH)


def test_the_presentations_defaults_are_what_nothing_else_sets() -> None:
    edits = (
        (MASTER, 'sz="3200"', ""),
        (PRESENTATION, '<a:defRPr sz="1800"', '<a:defRPr sz="1700"'),
    )
    assert style(Role.BODY, *edits).size == 17


def test_a_body_is_set_in_the_masters_body_style() -> None:
    assert style(Role.BODY).size == 32


def test_a_title_is_set_in_the_masters_title_style() -> None:
    assert style(Role.TITLE).size == 44


def test_deeper_levels_have_styles_of_their_own() -> None:
    assert [style(Role.BODY, level=level).size for level in range(5)] == [32, 28, 24, 20, 20]


LIST_STYLE = "<a:lstStyle><a:lvl1pPr {attributes}>{children}</a:lvl1pPr></a:lstStyle>"


def layout_style(attributes: str = "", children: str = "") -> tuple[str, str, str]:
    """The edit that gives the layout's placeholders a list style."""
    written = LIST_STYLE.format(attributes=attributes, children=children)
    return BARE_LAYOUT, "<a:lstStyle/>", written


@pytest.mark.parametrize(
    ("attributes", "children", "name", "value"),
    [
        ('marL="254000"', "", "margin_left", 20),
        ('indent="-127000"', "", "indent", -10),
        ("", '<a:lnSpc><a:spcPct val="110000"/></a:lnSpc>', "line_spacing", 1.1),
        ("", '<a:lnSpc><a:spcPct val="110%"/></a:lnSpc>', "line_spacing", 1.1),
        ("", '<a:lnSpc><a:spcPts val="1920"/></a:lnSpc>', "line_spacing", 0.5),
        ("", '<a:spcBef><a:spcPts val="1000"/></a:spcBef>', "space_before", 10),
        ("", '<a:spcAft><a:spcPct val="50000"/></a:spcAft>', "space_after", 19.2),
        ("", '<a:defRPr sz="2000"/>', "size", 20),
    ],
)
def test_a_length_of_the_layout_is_read(
    attributes: str, children: str, name: str, value: float
) -> None:
    found = style(Role.BODY, layout_style(attributes, children))
    assert getattr(found, name) == pytest.approx(value)


@pytest.mark.parametrize(
    ("children", "name", "value"),
    [
        ("<a:buNone/>", "bullet", False),
        ('<a:buChar char="–"/>', "bullet", True),
        ('<a:defRPr b="1"/>', "bold", True),
        ('<a:defRPr i="true"/>', "italic", True),
        ('<a:defRPr><a:latin typeface="Georgia"/></a:defRPr>', "typeface", "Georgia"),
        ('<a:defRPr><a:latin typeface="+mj-lt"/></a:defRPr>', "typeface", "Calibri"),
    ],
)
def test_a_property_of_the_layout_is_read(children: str, name: str, value: Any) -> None:
    assert getattr(style(Role.BODY, layout_style(children=children)), name) == value


def test_what_the_layout_does_not_set_is_still_the_masters() -> None:
    assert style(Role.BODY, layout_style('marL="0"')).size == 32


def test_a_name_of_the_theme_stands_for_its_typeface() -> None:
    minor = '<a:minorFont><a:latin typeface="'
    found = style(Role.BODY, (THEME, minor + "Calibri", minor + "Verdana"))
    assert found.typeface == "Verdana"


def bare_deck(template: bytes) -> bytes:
    """A deck that is rendered with a template of two layouts."""
    return render_deck(deck(slide()), read_template(template))


def test_a_layout_that_the_template_has_not_is_told() -> None:
    template = replace(read_template(bare_template()), layouts={})
    with pytest.raises(TemplateLacksError, match='no layout "Content"'):
        render_deck(deck(slide()), template)


def test_a_deck_of_another_template_is_sound() -> None:
    assert violations(bare_deck(bare_template())) == []


def test_a_size_of_the_wrong_name_is_not_carried_over() -> None:
    edit = (PRESENTATION, 'cy="6858000" type="screen4x3"', 'cy="5143500" type="screen4x3"')
    assert violations(bare_deck(edited(bare_template(), edit))) == []


def test_the_templates_own_slides_are_not_carried_over() -> None:
    assert len(Package(bare_deck(with_slide(bare_template()))).of_type("slide")) == 1


def test_a_template_has_more_than_a_deck_should() -> None:
    kinds = {rel.kind for rel in Package(bare_template()).relationships}
    assert kinds >= {"thumbnail", "printerSettings"}


def test_what_only_a_template_should_have_is_not_carried_over() -> None:
    kinds = {rel.kind for rel in Package(bare_deck(bare_template())).relationships}
    assert not kinds & {"thumbnail", "printerSettings"}
