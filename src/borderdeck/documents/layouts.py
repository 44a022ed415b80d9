"""What a deck's template offers: its layouts, their placeholders' boxes and text styles.

Read from the real template by `borderdeck.render.pptx.template`; planning measures against it, and
the renderer puts words where it says. A facilitator's own template answers for every `LayoutName`,
too: what it lacks, and what is done about it, are its `lacks`.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderdeck.documents.slides import LayoutName, Role


class LevelStyle(Struct, frozen=True):
    """How a paragraph of one level is set. Lengths in points; `line_spacing` is a factor (1.0).

    `bullet` says whether the level has a marker of its own, `plain_marker` whether a number in its
    place would look as text does: of its size, in a font that has digits. `capitals` says
    whether words are shown in capital letters; `tracking` is what is added between two letters.
    """

    typeface: str
    size: float
    bold: bool = False
    italic: bool = False
    line_spacing: float = 1.0
    space_before: float = 0.0
    space_after: float = 0.0
    margin_left: float = 0.0
    indent: float = 0.0
    bullet: bool = False
    plain_marker: bool = True
    capitals: bool = False
    tracking: float = 0.0

    def __hash__(self) -> int:
        """Tell most styles apart: measures are remembered by style, and looked for often."""
        return hash((self.typeface, self.size))


class TextBox(Struct, frozen=True):
    """The inside of a placeholder, insets taken off: points; styles by level, at least one.

    `least` is the smallest size, in points, that words may be set in where they do not fit; None
    where the template's own size holds. Only boxes of a facilitator's own template have it: ours
    were drawn for these words.
    """

    width: float
    height: float
    styles: tuple[LevelStyle, ...]
    least: float | None = None

    def __hash__(self) -> int:
        """Tell most boxes apart, as styles."""
        return hash((self.width, self.height))

    def style(self, level: int) -> LevelStyle:
        """Give the style of `level`, the deepest one there is for those beyond."""
        return self.styles[min(level, len(self.styles) - 1)]

    def scaled(self, share: float) -> TextBox:
        """Give the box with text of a share of its size."""
        if share == 1.0:
            return self
        styles = (replace(style, size=style.size * share) for style in self.styles)
        return replace(self, styles=tuple(styles))

    @property
    def shares(self) -> tuple[float, ...]:
        """The shares of its size that text may be set in, the largest first, in whole points."""
        if self.least is None:
            return (1.0,)
        size = self.styles[0].size
        smaller = range(ceil(size) - 1, ceil(min(self.least, size)) - 1, -1)
        return (1.0, *(points / size for points in smaller))


class LayoutBoxes(Struct, frozen=True):
    """A layout's placeholders by what they are for.

    `part` is the part of the package that holds it, `shapes` says which of its shapes, by id, plays
    which role. `origin` names the facilitator's own layout that it is, or is made of.
    """

    name: LayoutName
    boxes: Mapping[Role, TextBox]
    part: str = ""
    shapes: Mapping[int, Role] = field(default_factory=dict)
    origin: str = ""


class Lack(Struct, frozen=True):
    """A layout, or one of its placeholders (`role`), that a template has not.

    `instead` says what happens, as the end of a message: "they stand in its layout …".
    """

    layout: LayoutName
    role: Role | None
    instead: str


class DeckTemplate(Struct, frozen=True):
    """A template as planning sees it; `data` is the .pptx itself, for the renderer."""

    data: bytes
    layouts: Mapping[LayoutName, LayoutBoxes]
    lacks: tuple[Lack, ...] = ()

    def has(self, layout: LayoutName, role: Role) -> bool:
        """Whether a layout has a placeholder for something."""
        return role in self.layouts[layout].boxes
