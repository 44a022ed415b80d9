"""Make the layouts that a template lacks out of those that it has.

Its content layout is taken once more, its box divided: in two columns, or with a place for a source
or a caption at its foot. So every word has a placeholder of the facilitator's own design.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from msgspec import Struct
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideLayoutPart

from borderdeck.documents.slides import LayoutName, Role
from borderdeck.render.pptx.from_libreoffice import own_list_style
from borderdeck.render.pptx.mending import LEAST_LAYOUT_ID
from borderdeck.render.pptx.placeholders import Frame
from borderdeck.render.pptx.xml import A, P, every, first, name, needed, readable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from borderdeck.render.pptx.matching import Match
    from borderdeck.render.pptx.placeholders import Placeholder

GAP = 0.04
"""What is left empty between two boxes, as a share of the divided one's width."""

NOTE = 640080
"""The height of a box for a source or a caption: two lines of 18 pt and the insets, in EMU."""

NOTE_GAP = 91440
"""What is left empty above it, in EMU."""

SMALL = 18.0
"""The size of text in what is added, in points."""

COLUMN_SIZES = (24.0, 20.0, 18.0, 18.0, 18.0)
"""The largest sizes of text in a column, by level, in points."""

PROPERTIES, REFERENCE = "p:nvSpPr/p:cNvPr", "p:nvSpPr/p:nvPr/p:ph"
"""Where a shape's id and name are, and what makes it a placeholder."""


class Recipe(Struct, frozen=True):
    """How a layout is made: what the divided box is for, what the new one is for, and where it is.

    `beside` is the share of the width that the first box keeps; None puts the new one beneath it.
    """

    kept: Role
    new: Role
    beside: float | None = None
    type: str = "obj"


RECIPES: Mapping[LayoutName, Recipe] = {
    LayoutName.COLUMNS: Recipe(Role.LEFT, Role.RIGHT, beside=0.5),
    LayoutName.ACTIVITY: Recipe(Role.BODY, Role.SIDE, beside=0.7),
    LayoutName.QUOTE: Recipe(Role.BODY, Role.SOURCE),
    LayoutName.TABLE: Recipe(Role.TABLE, Role.CAPTION, type="tbl"),
    LayoutName.PICTURE: Recipe(Role.PICTURE, Role.CAPTION, type="pic"),
}
"""The layouts that can be made."""


def derive(presentation: Any, base: Match, layout: LayoutName) -> tuple[str, dict[int, Role]]:
    """Add a layout that is made of another; give its part, and what its shapes are for."""
    recipe = RECIPES[layout]
    divided = base.roles.get(recipe.kept) or base.roles[Role.BODY]
    source = _layout_part(presentation, base.sight.part)
    root = _renamed(deepcopy(source._element), layout)  # noqa: SLF001 - it has no other name
    kept = next(
        s for s in every(root, "p:cSld/p:spTree/p:sp") if _identifier(s) == divided.identifier
    )
    added = _added(root, kept, recipe)
    places = _places(divided.frame, recipe, from_the_right=base.sight.from_the_right)
    for shape, place in zip((kept, added), places, strict=True):
        _put(shape, place)
    if recipe.beside is not None and recipe.new is Role.RIGHT:
        for shape in (kept, added):
            _limit(shape, divided)
    part = _listed(presentation, source, root)
    roles = {p.identifier: role for role, p in base.roles.items()}
    roles |= {divided.identifier: recipe.kept, _identifier(added): recipe.new}
    return str(part.partname), roles


def _layout_part(presentation: Any, name: str) -> Any:
    layouts = (layout for master in presentation.slide_masters for layout in master.slide_layouts)
    return next(layout.part for layout in layouts if layout.part.partname == name)


def _renamed(root: Element, layout: LayoutName) -> Element:
    _drop(root, "type", "matchingName")
    root.set("preserve", "1")
    root.set("userDrawn", "1")
    common = needed(root, "p:cSld")
    common.set("name", layout)
    for identity in every(common, "p:extLst"):
        common.remove(identity)
    return root


def _identifier(shape: Element) -> int:
    return int(needed(shape, PROPERTIES).get("id", "0"))


def _drop(element: Element, *attributes: str) -> None:
    for key in attributes:
        if key in element.attrib:
            del element.attrib[key]


def _added(root: Element, kept: Element, recipe: Recipe) -> Element:
    """Add a placeholder after another one: as it is for a column, plain and small for the rest."""
    added = deepcopy(kept)
    _name(kept, recipe.kept, recipe.type)
    _name(added, recipe.new, "obj" if recipe.new is Role.RIGHT else "body")
    numbers = [int(e.get("id", "0")) for e in root.iter(name("p:cNvPr"))]
    indexes = [int(e.get("idx", "0")) for e in root.iter(name("p:ph"))]
    properties, reference = needed(added, PROPERTIES), needed(added, REFERENCE)
    properties.set("id", str(max(numbers) + 1))
    reference.set("idx", str(max(indexes) + 1))
    if recipe.new is not Role.RIGHT:
        _replace_text(added, recipe.new)
    kept.addnext(added)
    return added


def _name(shape: Element, role: Role, kind: str) -> None:
    properties = needed(shape, PROPERTIES)
    properties.set("name", role)
    for identity in every(properties, "a:extLst"):
        properties.remove(identity)
    reference = needed(shape, REFERENCE)
    _drop(reference, "type", "sz", "hasCustomPrompt")
    if kind != "obj":
        reference.set("type", kind)


def _replace_text(shape: Element, role: Role) -> None:
    """Let a placeholder's text be plain and small, on each level."""
    body = first(shape, "p:txBody")
    if body is not None:
        shape.remove(body)
    size = A.defRPr(sz=str(round(SMALL * 100)))
    levels = (
        getattr(A, f"lvl{level}pPr")({"marL": "0", "indent": "0"}, A.buNone(), size)
        for level in range(1, 6)
    )
    text = P.txBody(
        A.bodyPr(A.normAutofit()), A.lstStyle(*levels), A.p(A.r(A.rPr(lang="en"), A.t(role)))
    )
    shape.append(readable(text))


def _places(frame: Frame, recipe: Recipe, *, from_the_right: bool) -> tuple[Frame, Frame]:
    if recipe.beside is None:
        height = min(NOTE, frame.cy // 3)
        upper = frame.cy - height - min(NOTE_GAP, height)
        lower = Frame(frame.x, frame.y + frame.cy - height, frame.cx, height)
        return Frame(frame.x, frame.y, frame.cx, upper), lower
    gap = round(frame.cx * GAP)
    first_width = round((frame.cx - gap) * recipe.beside)
    widths = (first_width, frame.cx - gap - first_width)
    if from_the_right:
        x = (frame.x + widths[1] + gap, frame.x)
    else:
        x = (frame.x, frame.x + widths[0] + gap)
    return (
        Frame(x[0], frame.y, widths[0], frame.cy),
        Frame(x[1], frame.y, widths[1], frame.cy),
    )


def _put(shape: Element, frame: Frame) -> None:
    properties = needed(shape, "p:spPr")
    for old in every(properties, "a:xfrm"):
        properties.remove(old)
    place = A.xfrm(A.off(x=str(frame.x), y=str(frame.y)), A.ext(cx=str(frame.cx), cy=str(frame.cy)))
    properties.insert(0, readable(place))


def _limit(shape: Element, divided: Placeholder) -> None:
    """Let a column's text be no larger than a column takes."""
    style = own_list_style(shape)
    if style is None:
        return
    for level, most in enumerate(COLUMN_SIZES):
        if divided.box.style(level).size > most:
            _characters(style, level + 1).set("sz", str(round(most * 100)))


def _characters(style: Element, level: int) -> Element:
    """Give the character properties of a list style's level, made where there are none."""
    found = first(style, f"a:lvl{level}pPr")
    if found is None:
        found = style.makeelement(name(f"a:lvl{level}pPr"))
        before = ("a:defPPr", *(f"a:lvl{shallower}pPr" for shallower in range(1, level)))
        style.insert(sum(len(every(style, path)) for path in before), found)
    characters = first(found, "a:defRPr")
    if characters is None:
        characters = found.makeelement(name("a:defRPr"))
        extensions = first(found, "a:extLst")
        found.insert(len(found) - (extensions is not None), characters)
    return characters


def _listed(presentation: Any, source: Any, root: Element) -> Any:
    """Add a layout to the package, and to its master's list."""
    package = presentation.part.package
    names = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(names) + 2) if _part_name(n) not in names)
    part = SlideLayoutPart.load(
        PackURI(_part_name(number)), CT.PML_SLIDE_LAYOUT, package, etree.tostring(root)
    )
    related = {
        rel.target_part.partname: rel.target_part
        for rel in source.rels.values()
        if not rel.is_external
    }
    part.load_rels_from_xml(parse_xml(source.rels.xml), related)
    master = part.part_related_by(RT.SLIDE_MASTER)
    _enter(presentation, master, master.relate_to(part, RT.SLIDE_LAYOUT))
    return part


def _part_name(number: int) -> str:
    return f"/ppt/slideLayouts/slideLayout{number}.xml"


def _enter(presentation: Any, master: Any, key: str) -> None:
    entries = list(every(presentation.element, "p:sldMasterIdLst/p:sldMasterId"))
    for each in presentation.slide_masters:
        entries += every(each.element, "p:sldLayoutIdLst/p:sldLayoutId")
    highest = max(int(entry.get("id", "0")) for entry in entries)
    listed = needed(master._element, "p:sldLayoutIdLst")  # noqa: SLF001 - it has no other name
    entry = listed.makeelement(name("p:sldLayoutId"))
    entry.set("id", str(max(highest + 1, LEAST_LAYOUT_ID)))
    entry.set(name("r:id"), key)
    listed.append(entry)
