"""What stands on a page, and where. Lengths are points, from the upper left corner of the page."""

from __future__ import annotations

from msgspec import Struct, field

Colour = tuple[float, float, float]

MM = 72 / 25.4

THIN = 3
"""How high a line is at most, in points."""


class Box(Struct, frozen=True):
    """A rectangle of a page."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Box) -> Box | None:
        """Give what of it lies in another; None where nothing does."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(left, top, right, bottom) if left <= right and top <= bottom else None

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


NOWHERE = Box(0, 0, 0, 0)


class Words(Struct, frozen=True):
    """A stretch of text: `box` is from a little above its small letters to its baseline.

    `mark` is the number by which the structure tree knows it, None for an artefact.
    """

    words: str
    box: Box
    size: float
    colour: Colour
    ground: Colour
    mark: int | None


class Shape(Struct, frozen=True):
    """A painted path, or a picture or pattern, without a colour. Frames and lines are `hollow`."""

    box: Box
    colour: Colour | None
    mark: int | None
    hollow: bool = False

    @property
    def is_rule(self) -> bool:
        """Whether it is a line across, such as one to write on: longer than 25 mm."""
        return self._height < THIN and self.box.right - self.box.left > 25 * MM

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, or part of one that is drawn."""
        return self.colour is None or (self.mark is not None and self._height >= THIN)

    @property
    def _height(self) -> float:
        return self.box.bottom - self.box.top


class Page(Struct):
    """A page's size, and all that is on it in the order of drawing; and its fields to type into."""

    width: float
    height: float
    fields: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
