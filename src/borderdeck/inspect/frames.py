"""Where shapes stand on their slide, in EMU, groups' own scales taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.inspect.xml import first, integer

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

EIGHTH = 45 * 60_000
"""An eighth of a turn in the unit of `rot` (ECMA-376 part 1, 20.1.10.3)."""


class Frame(Struct, frozen=True):
    """An upright rectangle; sizes are not negative."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def across(self, other: Frame) -> float:
        """How much of the narrower one's width both have in common, 0 to 1."""
        common = min(self.right, other.right) - max(self.left, other.left)
        return max(0.0, common) / max(1.0, min(self.width, other.width))

    def covering(self, other: Frame) -> float:
        """How much of another's area lies within this one, 0 to 1."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        whole = max(1.0, other.width) * max(1.0, other.height)
        return max(0.0, wide) * max(0.0, high) / whole


class Scale(Struct, frozen=True):
    """How a group's own coordinates become the slide's."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def frame(self, place: Element | None) -> Frame | None:
        """Read an `xfrm`; None where it says no place."""
        offset, extent = first(place, "a:off"), first(place, "a:ext")
        if offset is None or extent is None:
            return None
        frame = Frame(
            self.x + self.across * integer(offset, "x"),
            self.y + self.down * integer(offset, "y"),
            self.across * max(0, integer(extent, "cx")),
            self.down * max(0, integer(extent, "cy")),
        )
        return _turned(frame, integer(place, "rot"))

    def inside(self, place: Element | None) -> Scale:
        """Give the scale of the coordinates inside a group, from the group's `xfrm`."""
        frame, start, size = self.frame(place), first(place, "a:chOff"), first(place, "a:chExt")
        if frame is None or start is None or size is None:
            return self
        across = frame.width / max(1, integer(size, "cx"))
        down = frame.height / max(1, integer(size, "cy"))
        return Scale(
            frame.left - across * integer(start, "x"),
            frame.top - down * integer(start, "y"),
            across,
            down,
        )


def _turned(frame: Frame, angle: int) -> Frame:
    """Turn a frame that lies on its side about its middle; a slight turn is left out."""
    if not EIGHTH <= angle % (4 * EIGHTH) < 3 * EIGHTH:
        return frame
    middle, centre = frame.left + frame.width / 2, frame.top + frame.height / 2
    return Frame(middle - frame.height / 2, centre - frame.width / 2, frame.height, frame.width)
