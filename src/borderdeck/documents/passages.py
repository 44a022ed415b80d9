"""What stands on a paper of flowing text, piece by piece: paragraphs, lists, tables, pictures.

A template tells the pieces apart by their `kind`; `templates/passages.html.j2` sets each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

if TYPE_CHECKING:
    from borderdeck.documents.slides import Runs


class Words(Struct, frozen=True):
    """A paragraph."""

    kind: ClassVar[str] = "words"
    runs: Runs


class Entry(Struct, frozen=True):
    """An item of a list, and the lists within it."""

    runs: Runs
    inner: tuple[Listing, ...] = ()


class Listing(Struct, frozen=True):
    """A list, and the words that introduce it. `start` is the first number of one with numbers."""

    kind: ClassVar[str] = "listing"
    entries: tuple[Entry, ...]
    numbered: bool = False
    lead: Runs = ()
    start: int = 1


class Quotation(Struct, frozen=True):
    """Somebody's words, and who said them; the source may be empty."""

    kind: ClassVar[str] = "quotation"
    runs: Runs
    source: Runs


class Grid(Struct, frozen=True):
    """A table; `widths` are its columns' shares of the whole width, which add up to 1.

    On half a sheet, and in large print, they have others: there each word takes more of it.
    """

    kind: ClassVar[str] = "grid"
    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: Runs
    widths: tuple[float, ...]
    halved_widths: tuple[float, ...]
    large_widths: tuple[float, ...]


class Figure(Struct, frozen=True):
    """A picture: its bytes as a `data:` URL, what it shows, and the words beneath it."""

    kind: ClassVar[str] = "figure"
    url: str
    alternative: str
    caption: Runs


class Pillar(Struct, frozen=True):
    """One of two columns; its heading may be empty."""

    heading: Runs
    passages: tuple[Passage, ...]


class SideBySide(Struct, frozen=True):
    """Two columns; `stacked` are those that are too long to stand side by side on one page."""

    kind: ClassVar[str] = "side-by-side"
    pillars: tuple[Pillar, ...]
    stacked: bool


class Asked(Struct, frozen=True):
    """A question, with so many lines for its answer: none where another paper has them."""

    kind: ClassVar[str] = "asked"
    runs: Runs
    lines: int


class Begun(Struct, frozen=True):
    """Sentences that the reader goes on with, each on a line of its own; the lead may be empty."""

    kind: ClassVar[str] = "begun"
    entries: tuple[Entry, ...]
    lead: Runs


class Fact(Struct, frozen=True):
    """What a group has to know of its work: "Materials", and which they are. May have no label."""

    label: str
    runs: Runs

    @property
    def has_label(self) -> bool:
        """Whether it takes a line of its own, after its label."""
        return bool(self.label)


class Task(Struct, frozen=True):
    """What a group does: what it has to know, and the instructions in order."""

    kind: ClassVar[str] = "task"
    facts: tuple[Fact, ...]
    steps: Listing


Passage = Words | Listing | Quotation | Grid | Figure | SideBySide | Asked | Begun | Task
"""Every piece of a flowing text."""
