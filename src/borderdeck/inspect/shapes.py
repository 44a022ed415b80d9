"""The shapes of a slide, a layout or a master, and the placeholders that they inherit from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.inspect.frames import Scale
from borderdeck.inspect.xml import children, first, flag, integer, local, name, shortened, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from borderdeck.inspect.frames import Frame

TITLES = frozenset({"title", "ctrTitle"})
FEET = frozenset({"ftr", "dt", "sldNum"})
"""The placeholders of a slide's foot: footer, date and time, slide number."""

CALLED = {
    "sp": "shape",
    "pic": "picture",
    "graphicFrame": "chart or diagram",
    "grpSp": "group",
    "cxnSp": "line",
    "contentPart": "drawing",
}
"""What stands in a shape tree (ECMA-376 part 1, 19.3.1.45), as PowerPoint's users call it."""

_TAGS = frozenset(name(f"p:{kind}") for kind in CALLED)
_DECORATIVE = "a:extLst/a:ext/adec:decorative"


class Shape(Struct, frozen=True, eq=False):
    """A shape of a sheet.

    `bases` are the placeholders that it inherits from, the nearest first; `kind` is its tag.
    `placeholder` is the type of the placeholder that it is, inherited; None for any other shape.
    `words` are all that it says, in a table's cells, too. `group` is the one that it is in.
    """

    element: Element
    kind: str
    frame: Frame | None
    properties: Element | None
    reference: Element | None
    placeholder: str | None
    words: str
    bases: tuple[Shape, ...] = ()
    group: Shape | None = None

    @property
    def chain(self) -> tuple[Shape, ...]:
        """Itself and what it inherits from."""
        return (self, *self.bases)

    @property
    def name(self) -> str:
        """What the selection pane calls it."""
        return "" if self.properties is None else self.properties.get("name", "")

    @property
    def called(self) -> str:
        """What a message calls it."""
        kind = "table" if self.table is not None else CALLED[self.kind]
        return f"the {kind} {shortened(self.name)}" if self.name else f"a {kind} without a name"

    @property
    def alternative(self) -> str:
        """Its alternative text."""
        return "" if self.properties is None else self.properties.get("descr", "").strip()

    @property
    def hidden(self) -> bool:
        """Whether it, or its group, is not shown."""
        return flag(self.properties, "hidden") is True or (
            self.group is not None and self.group.hidden
        )

    @property
    def decorative(self) -> bool:
        """Whether it, or its group, is marked as decorative ([MS-ODRAWXML] 2.31.2)."""
        mark = first(self.properties, _DECORATIVE)
        return flag(mark, "val") is True or (self.group is not None and self.group.decorative)

    @property
    def table(self) -> Element | None:
        """The table that it holds."""
        return first(self.element, _TABLE)

    @property
    def prompt(self) -> bool:
        """Whether it is a placeholder that nobody has filled: no slide show has it."""
        return self.reference is not None and self.kind == "sp" and not self.words


def shapes_in(root: Element, base: tuple[Shape, ...] = ()) -> tuple[Shape, ...]:
    """Read a sheet's shapes in reading order, a group before its members.

    `base` are the shapes of the sheet that this one stands on.
    """
    tree = first(root, "p:cSld/p:spTree")
    placeholders = [shape for shape in base if shape.reference is not None]
    return () if tree is None else tuple(_members(tree, Scale(), None, placeholders))


def _members(
    tree: Element, scale: Scale, group: Shape | None, placeholders: list[Shape]
) -> Iterator[Shape]:
    for element in children(tree):
        if element.tag in _TAGS:
            shape = _shape(element, scale, group, placeholders)
            yield shape
            if shape.kind == "grpSp":
                inner = scale.inside(first(element, "p:grpSpPr/a:xfrm"))
                yield from _members(element, inner, shape, placeholders)


def _shape(element: Element, scale: Scale, group: Shape | None, placeholders: list[Shape]) -> Shape:
    kind = local(element)
    head = next((child for child in element if local(child).startswith("nv")), None)
    reference = first(head, "p:nvPr/p:ph")
    base = None if reference is None else _base(reference, placeholders)
    frame = scale.frame(first(element, _PLACES.get(kind, "p:spPr/a:xfrm")))
    return Shape(
        element=element,
        kind=kind,
        frame=base.frame if frame is None and base is not None else frame,
        properties=first(head, "p:cNvPr"),
        reference=reference,
        placeholder=None if reference is None else _type(reference, base),
        words=words(first(element, _WORDS[kind])) if kind in _WORDS else "",
        bases=() if base is None else base.chain,
        group=group,
    )


_TABLE = "a:graphic/a:graphicData/a:tbl"
_WORDS = {"sp": "p:txBody", "graphicFrame": _TABLE}
_PLACES = {"graphicFrame": "p:xfrm", "grpSp": "p:grpSpPr/a:xfrm", "contentPart": "p14:xfrm"}


def _type(reference: Element, base: Shape | None) -> str:
    """Give a placeholder's type: its own, or what it inherits (ECMA-376 part 1, 19.3.1.36)."""
    inherited = None if base is None else base.placeholder
    return reference.get("type") or inherited or "obj"


def _base(reference: Element, placeholders: list[Shape]) -> Shape | None:
    """Find the placeholder that another inherits from: by its kind or by its index."""
    given = reference.get("type", "obj")
    alone = TITLES if given in TITLES else {given} if given in FEET else None
    if alone is not None:
        same = (each for each in placeholders if each.placeholder in alone)
        return next(same, None)
    index = integer(reference, "idx")
    by_index = (
        each
        for each in placeholders
        if integer(each.reference, "idx") == index and each.placeholder not in TITLES | FEET
    )
    of_master = (each for each in placeholders if each.placeholder == "body")
    return next(by_index, None) or next(of_master, None)
