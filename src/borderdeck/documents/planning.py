"""What planning needs beside the edition, and what it has to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code, Diagnostic, Position, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import DeckTemplate, TextBox
    from borderdeck.documents.slides import LayoutName, Role


@dataclass(frozen=True, slots=True)
class Planning:
    """The template that decks are measured against, the fonts, and the course's pictures.

    `load_template` gives the template, which only decks need; `picture` gives the bytes of a file
    of the course, by its path in the course.
    """

    load_template: Callable[[], DeckTemplate]
    fonts: FontBook
    picture: Callable[[str], bytes]

    def box(self, layout: LayoutName, role: Role) -> TextBox:
        """Give the placeholder's inside; a template without it is refused when it is read."""
        return self.load_template().layouts[layout].boxes[role]


def overflow(message: str, position: Position) -> Diagnostic:
    """Tell of words that do not fit where they have to stand."""
    return Diagnostic(
        Code.OVERFLOW,
        message,
        "shorten it, or divide it in two",
        position,
        Severity.WARNING,
    )
