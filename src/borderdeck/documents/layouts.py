"""What a deck's template offers: its layouts, their placeholders' boxes and text styles.

Read from the real template by `borderdeck.render.pptx.template`; planning measures against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderdeck.documents.slides import LayoutName, Role


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How a paragraph of one level is set. Lengths in points; `line_spacing` is a factor (1.0).

    `bullet` says whether the level has a marker of its own.
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


@dataclass(frozen=True, slots=True)
class TextBox:
    """The inside of a placeholder, insets taken off: points; styles by level, at least one."""

    width: float
    height: float
    styles: tuple[LevelStyle, ...]

    def style(self, level: int) -> LevelStyle:
        """Give the style of `level`, the deepest one there is for those beyond."""
        return self.styles[min(level, len(self.styles) - 1)]


@dataclass(frozen=True, slots=True)
class LayoutBoxes:
    """A layout's placeholders by what they are for."""

    name: LayoutName
    boxes: Mapping[Role, TextBox]


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """A template as planning sees it; `data` is the .pptx itself, for the renderer."""

    data: bytes
    layouts: Mapping[LayoutName, LayoutBoxes]
