"""Shapes as PresentationML: they stand in a layout's placeholders, and take their place from them.

A slide's `spPr` stays empty, so that a shape stands where its layout has it; only a table and a
picture have a size of their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from borderdeck.render.pptx.xml import A, P, relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from borderdeck.render.pptx.placeholders import Frame, Placeholder


def tree(shapes: Iterable[Element]) -> Element:
    """Give a slide's common data: its shapes, in reading order."""
    point, size = {"x": "0", "y": "0"}, {"cx": "0", "cy": "0"}
    group = A.xfrm(A.off(point), A.ext(size), A.chOff(point), A.chExt(size))
    named = P.nvGrpSpPr(P.cNvPr({"id": "1", "name": ""}), P.cNvGrpSpPr(), P.nvPr())
    return P.cSld(P.spTree(named, P.grpSpPr(group), *shapes))


def text_shape(identifier: int, placeholder: Placeholder, body: Element) -> Element:
    """Put text into a placeholder."""
    locks = P.cNvSpPr(A.spLocks(noGrp="1"))
    return P.sp(P.nvSpPr(*_named(identifier, placeholder, locks)), P.spPr(), body)


def slide_image(identifier: int, placeholder: Placeholder) -> Element:
    """Put the picture of the slide itself onto a page of notes."""
    locks = P.cNvSpPr(A.spLocks(noGrp="1", noRot="1", noChangeAspect="1"))
    return P.sp(P.nvSpPr(*_named(identifier, placeholder, locks)), P.spPr())


def graphic_frame(
    identifier: int, placeholder: Placeholder, graphic: Element, height: int
) -> Element:
    """Put a graphic into a placeholder, as wide as that, and `height` EMU high."""
    locks = P.cNvGraphicFramePr(A.graphicFrameLocks(noGrp="1"))
    place = P.xfrm(*_place(replace(placeholder.frame, cy=height)))
    named = P.nvGraphicFramePr(*_named(identifier, placeholder, locks))
    return P.graphicFrame(named, place, graphic)


def picture_shape(
    identifier: int, placeholder: Placeholder, relationship_id: str, alternative: str, frame: Frame
) -> Element:
    """Put a picture into a placeholder; `alternative` says what it shows."""
    locks = P.cNvPicPr(A.picLocks(noGrp="1", noChangeAspect="1"))
    named = _named(identifier, placeholder, locks, {"descr": alternative})
    fill = P.blipFill(A.blip(relation(relationship_id, "r:embed")), A.stretch(A.fillRect()))
    return P.pic(P.nvPicPr(*named), fill, P.spPr(A.xfrm(*_place(frame))))


def fitted(frame: Frame, width: int, height: int) -> Frame:
    """Give the largest frame of a picture's proportions inside another, in its middle."""
    scale = min(frame.cx / width, frame.cy / height)
    cx, cy = round(width * scale), round(height * scale)
    return replace(
        frame, x=frame.x + (frame.cx - cx) // 2, y=frame.y + (frame.cy - cy) // 2, cx=cx, cy=cy
    )


def _named(
    identifier: int,
    placeholder: Placeholder,
    locks: Element,
    more: dict[str, str] | None = None,
) -> tuple[Element, Element, Element]:
    properties = P.cNvPr({"id": str(identifier), "name": placeholder.name, **(more or {})})
    return properties, locks, P.nvPr(P.ph(dict(placeholder.reference)))


def _place(frame: Frame) -> tuple[Element, Element]:
    return (
        A.off(x=str(frame.x), y=str(frame.y)),
        A.ext(cx=str(frame.cx), cy=str(frame.cy)),
    )
