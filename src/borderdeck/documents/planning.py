"""What planning needs beside the edition, and what it has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.diagnostics import Code, Diagnostic, Position, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from borderdeck.documents.document import Made
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import DeckTemplate, TextBox
    from borderdeck.documents.pictures import Prepared, Room
    from borderdeck.documents.slides import LayoutName, Role


class Planning(Struct, frozen=True):
    """The template that decks are measured against, the fonts, and the course's pictures.

    `load_template` gives the template, which only decks need; `picture` gives the bytes of a file
    of the course, by its path in the course. `pictures` remembers those that were prepared, by
    path and by the room that they were prepared for. `made` are the other files of the edition, for
    kinds that are planned last.
    """

    load_template: Callable[[], DeckTemplate]
    fonts: FontBook
    picture: Callable[[str], bytes]
    pictures: dict[tuple[str, Room], Prepared] = field(default_factory=dict)
    made: tuple[Made, ...] = ()

    def box(self, layout: LayoutName, role: Role) -> TextBox:
        """Give the placeholder's inside; a template without it is refused when it is read."""
        return self.load_template().layouts[layout].boxes[role]

    def origin(self, layout: LayoutName) -> str:
        """Name the template's own layout that serves as one of ours."""
        return self.load_template().layouts[layout].origin

    def has(self, layout: LayoutName, role: Role) -> bool:
        """Whether a layout has a placeholder for something."""
        return self.load_template().has(layout, role)


def overflow(message: str, position: Position | None) -> Diagnostic:
    """Tell of words that do not fit where they have to stand."""
    return Diagnostic(
        Code.OVERFLOW,
        message,
        "shorten it, or divide it in two",
        position,
        Severity.WARNING,
    )
