"""A text of the course: what the author wrote, and the runs that it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from borderdeck.diagnostics import Position

NOWHERE = Position("", 0, 0)
"""The position of a text that no file holds (one of the tool's own words)."""


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text in one style.

    `text` may hold line breaks as "\\n". `open` marks a placeholder that nobody has filled yet.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One string of the course: its inline Markdown (`source`) and that, parsed, as `runs`."""

    source: str
    runs: tuple[Run, ...]
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def plain(self) -> str:
        """The words alone, without styles."""
        return "".join(run.text for run in self.runs)


def plain_text(words: str) -> Text:
    """Make a text of words that bear no markup, such as the tool's own."""
    return Text(source=words, runs=(Run(words),))
