"""A text of the course: what the author wrote, and the runs that it is made of."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from borderdeck.diagnostics import Placed, Position

NOWHERE = Position("", 0, 0)
"""The position of a text that no file holds (one of the tool's own words)."""

RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages that are written from right to left, where their tag names no script."""

SCRIPTS = frozenset({"arab", "aran", "hebr", "nkoo", "syrc", "thaa"})
"""Scripts that are, whatever the language (ISO 15924)."""

SCRIPT_LETTERS = 4
"""How many letters the subtag of a script has; no other has as many (RFC 5646, 2.2.3)."""


def is_right_to_left(tag: str) -> bool:
    """Whether a language, by its BCP 47 tag, is written from right to left."""
    language, *more = tag.lower().split("-")
    script = next((each for each in more if len(each) == SCRIPT_LETTERS and each.isalpha()), "")
    return script in SCRIPTS if script else language in RIGHT_TO_LEFT


class Run(Struct, frozen=True):
    r"""A stretch of text in one style.

    `text` may hold line breaks as "\\n". `open` marks a placeholder that nobody has filled yet.
    `language` is a BCP 47 tag where the words are not in the language of all the others.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    open: bool = False
    language: str | None = None


class Text(Placed, frozen=True, eq=False):
    """One string of the course: its inline Markdown (`source`) and that, parsed, as `runs`."""

    source: str
    runs: tuple[Run, ...]
    position: Position = NOWHERE

    @property
    def plain(self) -> str:
        """The words alone, without styles."""
        return "".join(run.text for run in self.runs)


class Marker(StrEnum):
    """What stands before a paragraph."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"


class ProseLine(Struct, frozen=True):
    """A paragraph of a longer text, or an item of a list in it.

    `level` counts from 0; `number` is the item's, where `marker` is `NUMBER`.
    """

    text: Text
    marker: Marker = Marker.NONE
    level: int = 0
    number: int | None = None


class Prose(Struct, frozen=True):
    """A longer text in Markdown: paragraphs and lists."""

    lines: tuple[ProseLine, ...]


def plain_text(words: str) -> Text:
    """Make a text of words that bear no markup, such as the tool's own."""
    return Text(source=words, runs=(Run(words),))
