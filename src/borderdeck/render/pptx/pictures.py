"""Pictures as PresentationML: whole inside their placeholder, or cropped to fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.model import Fit
from borderdeck.documents.pictures import LEAST_PIXELS
from borderdeck.render.pptx.shapes import place, shape_properties
from borderdeck.render.pptx.xml import A, P, relation

if TYPE_CHECKING:
    from borderdeck.documents.slides import PictureContent
    from borderdeck.render.pptx.placeholders import Frame, Placeholder
    from borderdeck.render.pptx.xml import Element

LARGEST_PIXEL = 914_400 / LEAST_PIXELS
"""The side of the largest pixel that a picture may be shown with, in EMU."""

WHOLE = 100_000
"""The whole of a picture's side, in the thousandths of a percent that crops are given in
(ECMA-376 part 1, 20.1.10.40)."""


def picture_shape(
    identifier: int,
    placeholder: Placeholder,
    relationship_id: str,
    picture: PictureContent,
    size: tuple[int, int],
) -> Element:
    """Put a picture of `size` pixels into a placeholder."""
    locks = P.cNvPicPr(A.picLocks(noGrp="1", noChangeAspect="1"))
    described = {"descr": picture.alternative}
    named = P.nvPicPr(*shape_properties(identifier, placeholder, locks, described))
    blip = A.blip(relation(relationship_id, "r:embed"))
    crop, frame = [], fitted(placeholder.frame, *size)
    if picture.fit is Fit.COVER:
        frame = filled(placeholder.frame, *size)
        crop = [A.srcRect(_crop(frame, *size))]
    if not picture.captioned:
        frame = replace(frame, y=placeholder.frame.y)
    fill = P.blipFill(blip, *crop, A.stretch(A.fillRect()))
    return P.pic(named, fill, P.spPr(A.xfrm(*place(frame))))


def fitted(frame: Frame, width: int, height: int) -> Frame:
    """Give the largest frame of a picture's proportions inside another; pixels do not show in it.

    It stands where text starts, and on the lower edge, beneath which its caption is.
    """
    scale = min(frame.cx / width, frame.cy / height, LARGEST_PIXEL)
    return _on_the_edge(frame, width * scale, height * scale)


def filled(frame: Frame, width: int, height: int) -> Frame:
    """Give the frame that a cropped picture fills: smaller, where its pixels would show."""
    share = min(1.0, LARGEST_PIXEL / max(frame.cx / width, frame.cy / height))
    return _on_the_edge(frame, frame.cx * share, frame.cy * share)


def _on_the_edge(frame: Frame, width: float, height: float) -> Frame:
    cx, cy = round(width), round(height)
    return replace(frame, y=frame.y + frame.cy - cy, cx=cx, cy=cy)


def cropped(frame: Frame, width: int, height: int) -> tuple[int, int]:
    """Give what is cut off a picture to fill a frame: at the left and right, at top and bottom.

    Each is what goes on either side alone, in thousandths of a percent of the picture's side.
    """
    scale = max(frame.cx / width, frame.cy / height)
    across, down = frame.cx / (width * scale), frame.cy / (height * scale)
    return round(WHOLE * (1 - across) / 2), round(WHOLE * (1 - down) / 2)


def _crop(frame: Frame, width: int, height: int) -> dict[str, str]:
    across, down = (str(share) for share in cropped(frame, width, height))
    return {"l": across, "t": down, "r": across, "b": down}
