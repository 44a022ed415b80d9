"""The placeholders of a layout: what each is for, where it stands, how its text is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.documents.layouts import TextBox
from borderdeck.render.pptx.levels import TRUE, level_styles, list_style
from borderdeck.render.pptx.xml import EMU_PER_POINT, every, first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from borderdeck.documents.slides import Role
    from borderdeck.render.pptx.levels import ListStyle

INSETS = {"lIns": 91440, "rIns": 91440, "tIns": 45720, "bIns": 45720}
"""The space between a box and its text where none is set, in EMU (ECMA-376 part 1, 21.1.2.1.1)."""

HEADINGS = ("title", "ctrTitle")
FEET = ("ftr", "dt", "sldNum")

_REFERENCE = "p:nvSpPr/p:nvPr/p:ph"
_REFERRED = ("type", "orient", "sz", "idx")


class Frame(Struct, frozen=True):
    """Where a shape stands on its slide, in EMU."""

    x: int = 0
    y: int = 0
    cx: int = 0
    cy: int = 0


class Shape(Struct, frozen=True):
    """A placeholder's shape as its own part has it, nothing inherited."""

    identifier: int
    name: str
    reference: Mapping[str, str]
    frame: Frame | None
    insets: Mapping[str, int]
    styles: ListStyle
    upright: bool = True

    @property
    def type(self) -> str:
        """Its type; one that says none is `obj` (ECMA-376 part 1, 19.3.1.36)."""
        return self.reference.get("type", "obj")


class Placeholder(Struct, frozen=True):
    """A placeholder that text goes into; `reference` is what a slide's `ph` repeats of it.

    `identifier` is its shape's id on the layout. Its lines are level where it is `upright`. `role`
    is what it is for, where that is known.
    """

    identifier: int
    name: str
    type: str
    reference: Mapping[str, str]
    frame: Frame
    box: TextBox
    upright: bool = True
    role: Role | None = None


class Master(Struct, frozen=True):
    """What placeholders inherit from: shapes by their type, text styles by that, theme fonts.

    `from_the_right` says whether its text is written from the right.
    """

    shapes: Mapping[str, Shape]
    styles: Mapping[str, ListStyle]
    defaults: ListStyle
    fonts: Mapping[str, str]
    from_the_right: bool = False

    def resolve(self, shape: Shape) -> Placeholder:
        """Add what a layout's placeholder inherits to what it has itself."""
        base = self.shapes.get(_inherited_type(shape.type), shape)
        frame = shape.frame or base.frame or Frame()
        styles = (shape.styles, base.styles, self._text_style(shape.type), self.defaults)
        inside = _inside(frame, {**INSETS, **base.insets, **shape.insets})
        return Placeholder(
            shape.identifier,
            shape.name,
            shape.type,
            shape.reference,
            frame,
            TextBox(*inside, styles=level_styles(styles, self.fonts)),
            upright=shape.upright and base.upright,
        )

    def _text_style(self, kind: str) -> ListStyle:
        if kind in HEADINGS:
            return self.styles["title"]
        return self.styles["other" if kind in FEET else "body"]


def slide_master(master: Element, presentation: Element, theme: Element) -> Master:
    """Read a slide master."""
    return Master(
        shapes={shape.type: shape for shape in shapes(master)},
        styles={
            kind: list_style(first(master, f"p:txStyles/p:{kind}Style"))
            for kind in ("title", "body", "other")
        },
        defaults=list_style(first(presentation, "p:defaultTextStyle")),
        fonts=_fonts(theme),
        from_the_right=_is_from_the_right(master),
    )


def notes_master(master: Element, presentation: Element, theme: Element) -> Master:
    """Read a notes master: one text style for all, and shapes that inherit from no others."""
    style = list_style(first(master, "p:notesStyle"))
    return Master(
        shapes={},
        styles=dict.fromkeys(("title", "body", "other"), style),
        defaults=list_style(first(presentation, "p:defaultTextStyle")),
        fonts=_fonts(theme),
    )


def placeholders(layout: Element, master: Master) -> tuple[Placeholder, ...]:
    """Read the placeholders of a layout, or of the notes master, in its own order."""
    return tuple(master.resolve(shape) for shape in shapes(layout))


def shapes(part: Element) -> Iterator[Shape]:
    """Read the placeholders of a layout or a master, in its own order."""
    for element in every(part, "p:cSld/p:spTree/p:sp"):
        reference = first(element, _REFERENCE)
        if reference is not None:
            yield _shape(element, reference)


def _shape(element: Element, reference: Element) -> Shape:
    given = _attributes(first(element, "p:nvSpPr/p:cNvPr"))
    body = _attributes(first(element, "p:txBody/a:bodyPr"))
    return Shape(
        identifier=int(given.get("id", 0)),
        name=given.get("name", ""),
        reference={key: value for key, value in reference.attrib.items() if key in _REFERRED},
        frame=_frame(first(element, "p:spPr/a:xfrm")),
        insets={side: int(value) for side, value in body.items() if side in INSETS},
        styles=list_style(first(element, "p:txBody/a:lstStyle")),
        upright=reference.get("orient", "horz") == body.get("vert", "horz") == "horz",
    )


def _attributes(element: Element | None) -> Mapping[str, str]:
    return {} if element is None else element.attrib


def _frame(place: Element | None) -> Frame | None:
    if place is None:
        return None
    sides = (side for child in place[:2] for side in child.attrib.items())
    return Frame(**{key: int(value) for key, value in sides})


def _inside(frame: Frame, insets: Mapping[str, int]) -> tuple[float, float]:
    """Give the width and the height that text has, in points."""
    width = frame.cx - insets["lIns"] - insets["rIns"]
    height = frame.cy - insets["tIns"] - insets["bIns"]
    return width / EMU_PER_POINT, height / EMU_PER_POINT


def _inherited_type(kind: str) -> str:
    """Give the type of the master's placeholder that a layout's of type `kind` inherits from."""
    if kind in HEADINGS:
        return "title"
    return kind if kind in FEET else "body"


def _is_from_the_right(master: Element) -> bool:
    level = first(master, "p:txStyles/p:bodyStyle/a:lvl1pPr")
    return level is not None and level.get("rtl", "0") in TRUE


def _fonts(theme: Element) -> dict[str, str]:
    """Give the theme's Latin typefaces, by the names that text styles call them."""
    fonts = {"+mj-lt": "majorFont", "+mn-lt": "minorFont"}
    return {
        short: element.get("typeface", "")
        for short, kind in fonts.items()
        for element in every(theme, f"a:themeElements/a:fontScheme/a:{kind}/a:latin")
    }
