"""Shapes as PresentationML: they stand in a layout's placeholders, and take their place from them.

A slide's `spPr` stays empty, so that a shape stands where its layout has it; only a table and a
picture have a size of their own.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.render.pptx.xml import A, P, Written, fixed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderdeck.render.pptx.placeholders import Frame, Placeholder
    from borderdeck.render.pptx.xml import Element


def tree(shapes: Iterable[Element]) -> Element:
    """Give a slide's common data: its shapes, in reading order."""
    return P.cSld(P.spTree(*_group(), *shapes))


def text_shape(identifier: int, placeholder: Placeholder, body: Element) -> Element:
    """Put text into a placeholder."""
    reference = tuple(placeholder.reference.items())
    return P.sp(_head_of_text(identifier, placeholder.name, reference), body)


def slide_image(identifier: int, placeholder: Placeholder) -> Element:
    """Put the picture of the slide itself onto a page of notes."""
    locks = P.cNvSpPr(A.spLocks(noGrp="1", noRot="1", noChangeAspect="1"))
    return P.sp(P.nvSpPr(*shape_properties(identifier, placeholder, locks)), P.spPr())


def graphic_frame(
    identifier: int, placeholder: Placeholder, graphic: Element, height: int, alternative: str
) -> Element:
    """Put a graphic into a placeholder, as wide as that, `height` EMU high, with words for it."""
    locks = P.cNvGraphicFramePr(A.graphicFrameLocks(noGrp="1"))
    where = P.xfrm(*place(replace(placeholder.frame, cy=height)))
    named = P.nvGraphicFramePr(
        *shape_properties(identifier, placeholder, locks, {"descr": alternative})
    )
    return P.graphicFrame(named, where, graphic)


def shape_properties(
    identifier: int,
    placeholder: Placeholder,
    locks: Element,
    more: dict[str, str] | None = None,
) -> tuple[Element, Element, Element]:
    """Give what a shape says of itself: id, name and `more`, its locks, its placeholder."""
    named = {"id": str(identifier), "name": placeholder.name, **(more or {})}
    return _properties(named, locks, dict(placeholder.reference))


def place(frame: Frame) -> tuple[Element, Element]:
    """Give where a frame stands, and how large it is."""
    return (
        A.off(x=str(frame.x), y=str(frame.y)),
        A.ext(cx=str(frame.cx), cy=str(frame.cy)),
    )


@cache
def _group() -> tuple[Written, Written]:
    point, size = {"x": "0", "y": "0"}, {"cx": "0", "cy": "0"}
    group = A.xfrm(A.off(point), A.ext(size), A.chOff(point), A.chExt(size))
    named = P.nvGrpSpPr(P.cNvPr({"id": "1", "name": ""}), P.cNvGrpSpPr(), P.nvPr())
    return fixed(named), fixed(P.grpSpPr(group))


@lru_cache(maxsize=256)
def _head_of_text(identifier: int, name: str, reference: tuple[tuple[str, str], ...]) -> Written:
    locks = P.cNvSpPr(A.spLocks(noGrp="1"))
    properties = _properties({"id": str(identifier), "name": name}, locks, dict(reference))
    return Written(fixed(P.nvSpPr(*properties)) + fixed(P.spPr()))


def _properties(
    named: dict[str, str], locks: Element, reference: dict[str, str]
) -> tuple[Element, Element, Element]:
    return P.cNvPr(named), locks, P.nvPr(P.ph(reference))
