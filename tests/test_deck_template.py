"""The deck template: made by its script, complete, readable."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from borderdeck.course.text import Run
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.slides import LayoutName, Marker, Paragraph, Role
from borderdeck.documents.split import split
from borderdeck.render.pptx import read_clean_template, read_template
from borderdeck.workspace import bundled
from tests.support.seed import seed

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "templates/deck.pptx"
STANDARD = ROOT / "templates/deck-4x3.pptx"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

FEET = (Role.FOOTER, Role.DATE, Role.SLIDE_NUMBER)
TEXT_COLOURS = ("dk1", "dk2", "accent1", "accent2", "accent3", "hlink", "folHlink")
BODIES = frozenset({"body", "subTitle", "tbl", "pic"})
NUMBERED = (Role.TITLE, Role.RAIL)
ROLES = {
    LayoutName.TITLE: (Role.TITLE, Role.SUBTITLE, Role.PLACE_AND_DATE),
    LayoutName.AGENDA: (*NUMBERED, Role.BODY),
    LayoutName.OBJECTIVES: (*NUMBERED, Role.BODY),
    LayoutName.DIVIDER: NUMBERED,
    LayoutName.KEY_MESSAGES: (*NUMBERED, Role.BODY),
    LayoutName.CONTENT: (*NUMBERED, Role.BODY),
    LayoutName.COLUMNS: (*NUMBERED, Role.LEFT, Role.RIGHT),
    LayoutName.QUOTE: (*NUMBERED, Role.BODY, Role.SOURCE),
    LayoutName.QUESTION: (*NUMBERED, Role.BODY),
    LayoutName.STATEMENT: NUMBERED,
    LayoutName.ACTIVITY: (*NUMBERED, Role.BODY, Role.SIDE),
    LayoutName.TABLE: (*NUMBERED, Role.TABLE, Role.CAPTION),
    LayoutName.PICTURE: (*NUMBERED, Role.PICTURE, Role.CAPTION),
    LayoutName.CLOSING: (Role.TITLE, Role.PLACE_AND_DATE),
    LayoutName.THANKS: (Role.TITLE, Role.SUBTITLE),
}

each_ratio = pytest.mark.parametrize("template", [TEMPLATE, STANDARD], ids=["16:9", "4:3"])
each_layout = pytest.mark.parametrize("name", list(LayoutName))


def parts(data: bytes) -> dict[str, bytes]:
    """Give an archive's members by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the parts that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def made(folder: Path, name: str) -> bytes:
    """Run the script; give one of the templates that it makes."""
    folder.mkdir(exist_ok=True)
    subprocess.run([sys.executable, ROOT / "tools/make_deck_template.py", folder], check=True)
    return (folder / name).read_bytes()


def layout(name: LayoutName, template: Path = TEMPLATE) -> Any:
    """Give a layout's element."""
    layouts = Presentation(str(template)).slide_layouts
    return next(found for found in layouts if found.name == name).element


def placeholders(element: Any) -> list[Any]:
    """Give the `p:sp` that are placeholders, in reading order."""
    return [shape for shape in element.iter(f"{P}sp") if shape.find(f".//{P}ph") is not None]


def ornaments(element: Any) -> list[Any]:
    """Give the `p:sp` that are not."""
    return [shape for shape in element.iter(f"{P}sp") if shape.find(f".//{P}ph") is None]


def undeclared(element: Any) -> list[str]:
    """Name the ornaments that do not say that they are decorative."""
    return [
        shape.find(f".//{P}cNvPr").get("name")
        for shape in ornaments(element)
        if not any(mark.get("val") == "1" for mark in shape.iter(DECORATIVE))
    ]


def shape_name(shape: Any) -> str:
    """Give a shape's name."""
    return str(shape.find(f".//{P}cNvPr").get("name"))


def sizes(shape: Any) -> list[float]:
    """Give the sizes of a placeholder's own levels, in points."""
    return [int(run.get("sz")) / 100 for run in shape.iter(f"{A}defRPr")]


def corners(shape: Any) -> tuple[int, int, int, int]:
    """Give a shape's left, top, right and bottom, in EMU."""
    offset, extent = shape.find(f".//{A}xfrm/{A}off"), shape.find(f".//{A}xfrm/{A}ext")
    left, top = int(offset.get("x")), int(offset.get("y"))
    return left, top, left + int(extent.get("cx")), top + int(extent.get("cy"))


def meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Whether two rectangles overlap, given by left, top, right and bottom."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def size(template: Path) -> tuple[int, int]:
    """Give the width and the height of a template's slides, in EMU."""
    found = Presentation(str(template)).element.find(f"{P}sldSz")
    return int(found.get("cx")), int(found.get("cy"))


def theme_colours() -> dict[str, str]:
    """Give the theme's colours, as RRGGBB."""
    theme = etree.fromstring(parts(TEMPLATE.read_bytes())["ppt/theme/theme1.xml"])
    scheme = next(theme.iter(f"{A}clrScheme"))
    return {slot.tag.removeprefix(A): slot[0].get("val", "") for slot in scheme}


def bulleted(message: str) -> Paragraph:
    """Give a key message with its bold spans as a paragraph."""
    spans = enumerate(message.split("**"))
    return Paragraph(tuple(Run(span, bold=i % 2 == 1) for i, span in spans), Marker.BULLET)


def luminance(rgb: str) -> float:
    """Give the relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    channels = [int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@each_ratio
def test_each_part_is_what_the_script_makes(tmp_path: Path, template: Path) -> None:
    fresh = made(tmp_path, template.name)
    assert differing(parts(fresh), parts(template.read_bytes())) == []


@each_ratio
def test_to_take_it_in_changes_nothing(template: Path) -> None:
    data = template.read_bytes()
    assert read_template(data) == read_clean_template(data)


def test_a_part_that_differs_is_named() -> None:
    assert differing({"same": b"", "changed": b"1"}, {"same": b"", "changed": b"2"}) == ["changed"]


def test_a_part_that_is_missing_is_named() -> None:
    assert differing({"same": b"", "gone": b""}, {"same": b""}) == ["gone"]


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    name = TEMPLATE.name
    assert made(tmp_path / "one", name) == made(tmp_path / "two", name)


def test_content_types_come_first_and_the_other_parts_are_sorted() -> None:
    first, *others = parts(TEMPLATE.read_bytes())
    assert (first, others) == ("[Content_Types].xml", sorted(others))


def test_it_carries_no_printer_settings_thumbnail_or_slide() -> None:
    unwanted = ("printerSettings", "thumbnail", "/slides/")
    assert [n for n in parts(TEMPLATE.read_bytes()) if any(word in n for word in unwanted)] == []


def test_only_the_first_sessions_messages_need_a_second_slide() -> None:
    box = read_template(TEMPLATE.read_bytes()).layouts[LayoutName.KEY_MESSAGES].boxes[Role.BODY]
    fonts = FontBook(bundled("fonts"))
    slides = {
        session: [len(slide) for slide in split(tuple(map(bulleted, messages)), box, fonts)]
        for session, messages in seed().messages.items()
    }
    assert slides == {1: [3, 3], 2: [3], 3: [5], 4: [4], 5: [6], 6: [5]}


def test_the_layouts_are_those_that_planning_knows() -> None:
    names = [found.name for found in Presentation(str(TEMPLATE)).slide_layouts]
    assert names == list(LayoutName)


@each_layout
def test_a_layout_reads_in_order_with_its_feet_last(name: LayoutName) -> None:
    found = [shape_name(shape) for shape in placeholders(layout(name))]
    assert found == [*ROLES[name], *FEET]


@each_layout
def test_no_two_placeholders_of_a_layout_share_an_index(name: LayoutName) -> None:
    found = [ph.get("idx", "0") for ph in layout(name).iter(f"{P}ph")]
    assert len(found) == len(set(found))


@each_ratio
@each_layout
def test_nothing_stands_outside_the_slide(name: LayoutName, template: Path) -> None:
    width, height = size(template)
    boxes = [corners(shape) for shape in layout(name, template).iter(f"{P}sp")]
    outside = [(x, y, r, b) for x, y, r, b in boxes if x < 0 or y < 0 or r > width or b > height]
    assert outside == []


@each_ratio
@each_layout
def test_no_two_placeholders_overlap(name: LayoutName, template: Path) -> None:
    boxes = [(shape_name(s), corners(s)) for s in placeholders(layout(name, template))]
    assert [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if meet(one, other)] == []


def test_placeholders_that_overlap_are_found() -> None:
    assert meet((0, 0, 2, 2), (1, 1, 3, 3))


@each_layout
def test_both_ratios_have_the_same_placeholders(name: LayoutName) -> None:
    wide, standard = (
        [shape_name(shape) for shape in placeholders(layout(name, template))]
        for template in (TEMPLATE, STANDARD)
    )
    assert wide == standard


@each_layout
def test_bodies_have_one_size_in_both_ratios(name: LayoutName) -> None:
    wide, standard = (
        [
            sizes(shape)
            for shape in placeholders(layout(name, template))
            if shape.find(f".//{P}ph").get("type") in BODIES
        ]
        for template in (TEMPLATE, STANDARD)
    )
    assert wide == standard


@each_layout
def test_no_text_in_a_body_is_under_18_points(name: LayoutName) -> None:
    bodies = [s for s in placeholders(layout(name)) if s.find(f".//{P}ph").get("type") in BODIES]
    assert min((size for body in bodies for size in sizes(body)), default=18) >= 18


@each_layout
def test_feet_are_set_in_12_points(name: LayoutName) -> None:
    feet = [shape for shape in placeholders(layout(name)) if shape_name(shape) in FEET]
    assert [sizes(foot) for foot in feet] == [[12.0]] * 3


@each_layout
def test_each_ornament_is_marked_decorative(name: LayoutName) -> None:
    assert undeclared(layout(name)) == []


def test_an_ornament_without_its_mark_is_found() -> None:
    element = layout(LayoutName.DIVIDER)
    next(element.iter(DECORATIVE)).set("val", "0")
    assert undeclared(element) == ["Line above"]


@pytest.mark.parametrize(
    "name", [LayoutName.TITLE, LayoutName.DIVIDER, LayoutName.CLOSING, LayoutName.THANKS]
)
def test_the_line_opens_at_the_titles_height(name: LayoutName) -> None:
    above, below = (corners(shape) for shape in ornaments(layout(name)))
    _, top, _, bottom = corners(placeholders(layout(name))[0])
    assert (above[3], below[1]) == (top, bottom)


@pytest.mark.parametrize("background", ["lt1", "lt2"])
@pytest.mark.parametrize("text", TEXT_COLOURS)
def test_each_text_colour_is_readable_on_each_background(text: str, background: str) -> None:
    colours = theme_colours()
    assert contrast(colours[text], colours[background]) >= 4.5


@pytest.mark.parametrize("background", ["lt1", "lt2"])
@pytest.mark.parametrize("text", ["dk1", "dk2", "accent3"])
def test_running_text_has_the_stronger_contrast(text: str, background: str) -> None:
    colours = theme_colours()
    assert contrast(colours[text], colours[background]) >= 7


def test_black_on_white_has_the_strongest_contrast() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


def test_a_pale_grey_on_white_is_found_unreadable() -> None:
    assert contrast("808080", "FFFFFF") < 4.5


def test_ids_of_master_and_layouts_are_unique_and_large() -> None:
    written = Presentation(str(TEMPLATE))
    masters = written.element.iter(f"{P}sldMasterId")
    layouts = written.slide_master.element.iter(f"{P}sldLayoutId")
    ids = [int(found.get("id")) for found in (*masters, *layouts)]
    assert sorted(set(ids)) == list(range(2**31, 2**31 + len(LayoutName) + 1))


def test_the_presentation_lists_its_notes_master() -> None:
    written = Presentation(str(TEMPLATE))
    listed = next(written.element.iter(f"{P}notesMasterId")).get(R_ID)
    assert written.part.related_part(listed) is written.notes_master.part


def test_the_notes_master_has_a_theme_of_its_own() -> None:
    written = Presentation(str(TEMPLATE))
    themes = [
        next(rel.target_part for rel in part.rels.values() if rel.reltype.endswith("/theme"))
        for part in (written.slide_master.part, written.notes_master.part)
    ]
    assert themes[0].partname != themes[1].partname


@pytest.mark.parametrize(("template", "width"), [(TEMPLATE, "12192000"), (STANDARD, "9144000")])
def test_the_slide_size_claims_no_type(template: Path, width: str) -> None:
    found = Presentation(str(template)).element.find(f"{P}sldSz")
    assert dict(found.attrib) == {"cx": width, "cy": "6858000"}


def test_no_text_claims_a_language() -> None:
    found = [n for n, data in parts(TEMPLATE.read_bytes()).items() if b" lang=" in data]
    assert found == []
