"""What will be drawn on slides: frozen plans, every word final and measured."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from borderdeck.course.model import Fit
from borderdeck.course.text import Marker, Run
from borderdeck.diagnostics import Placed

if TYPE_CHECKING:
    from borderdeck.diagnostics import Position

__all__ = [
    "LEFT_OUT",
    "Content",
    "Deck",
    "Filled",
    "LayoutName",
    "Marker",
    "Paragraph",
    "Paragraphs",
    "PictureContent",
    "Role",
    "Run",
    "Runs",
    "Slide",
    "SlideSection",
    "TableContent",
]

Runs = tuple[Run, ...]


class LayoutName(StrEnum):
    """The layouts of the template, by the name that each bears in PowerPoint."""

    TITLE = "Title"
    AGENDA = "Agenda"
    OBJECTIVES = "Objectives"
    DIVIDER = "Section divider"
    KEY_MESSAGES = "Key messages"
    CONTENT = "Content"
    COLUMNS = "Two columns"
    QUOTE = "Quote"
    QUESTION = "Question"
    STATEMENT = "Statement"
    ACTIVITY = "Activity"
    TABLE = "Table"
    PICTURE = "Picture"
    CLOSING = "Closing"
    THANKS = "Thank you"


class Role(StrEnum):
    """What a placeholder of a layout is for, by the name that it bears in PowerPoint."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    PLACE_AND_DATE = "Place and date"
    RAIL = "Number"
    BODY = "Body"
    LEFT = "Left"
    RIGHT = "Right"
    SOURCE = "Source"
    SIDE = "Side"
    TABLE = "Table"
    PICTURE = "Picture"
    CAPTION = "Caption"
    FOOTER = "Footer"
    DATE = "Date"
    SLIDE_NUMBER = "Slide number"


class Paragraph(Struct, frozen=True):
    """A paragraph on a slide.

    `level` counts from 0. `number` is the item's number in its list, from 1, where `marker` is
    `NUMBER`; `digits` is how many the list's highest number has. `keep_with_next` forbids a cut
    after it (a list's introduction), `break_before` calls for one before it. `continued` marks the
    rest of an item that an earlier slide began: it has no marker, and stands where the words beside
    a marker do.
    """

    runs: Runs
    marker: Marker = Marker.NONE
    level: int = 0
    number: int | None = None
    keep_with_next: bool = False
    break_before: bool = False
    continued: bool = False
    digits: int = 1


Paragraphs = tuple[Paragraph, ...]


class TableContent(Struct, frozen=True):
    """A table: the header's cells, then each row's, all rows as long as the header.

    `widths` are the columns' shares of the whole width; they add up to 1.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]


class PictureContent(Struct, frozen=True):
    """A picture, its bytes at hand; `alternative` says what it shows.

    One that is `captioned` stands on its caption, another hangs where text would start.
    """

    data: bytes
    alternative: str
    fit: Fit = Fit.CONTAIN
    captioned: bool = True


Content = Paragraphs | TableContent | PictureContent


class Filled(Struct, frozen=True):
    """A placeholder of the layout, and what goes into it."""

    role: Role
    content: Content


LEFT_OUT = 0.0
"""The size of what is not shown."""


class Slide(Placed, frozen=True, eq=False):
    """One slide: its layout, its title, what fills its other placeholders, and its notes.

    `sizes` are the shares of their layout's size that words are set in, where that is too large;
    `LEFT_OUT` for a foot whose box is too small for it. `source` is where its author wrote it: the
    slides that one slide of the outline became have the same, those that the tool adds have none.
    """

    place_field: ClassVar[str] = "source"

    layout: LayoutName
    title: Runs
    filled: tuple[Filled, ...] = ()
    notes: Paragraphs = ()
    hidden: bool = False
    sizes: tuple[tuple[Role, float], ...] = ()
    source: Position | None = None

    @property
    def title_text(self) -> str:
        """The title's words, a line break read as a space."""
        return "".join(run.text for run in self.title).replace("\n", " ")


class SlideSection(Struct, frozen=True):
    """A run of slides under one name, as PowerPoint's slide sorter shows it."""

    name: str
    slides: tuple[Slide, ...]


class Deck(Struct, frozen=True):
    """A whole deck.

    `language` is a BCP 47 tag. `footer` and `date` stand at the foot of each slide. `identifier`
    is stable across builds of one deck: what has to be unique in the file is derived from it.
    """

    identifier: str
    title: str
    subject: str
    language: str
    footer: str
    date: Runs
    sections: tuple[SlideSection, ...]

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides, in order."""
        return tuple(slide for section in self.sections for slide in section.slides)
