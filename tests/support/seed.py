"""The course's words as they were handed to us: session 7, verbatim."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

SEED = Path(__file__).parents[1] / "data" / "session-07.txt"


class Seed(Struct, frozen=True):
    """The seed text, and what a reader finds in it."""

    lines: tuple[str, ...]

    @property
    def messages(self) -> dict[int, tuple[str, ...]]:
        """Give the key messages by session, with their Markdown."""
        found: dict[int, list[str]] = {}
        number = 0
        for line in self._between("Session 1: Introduction to human rights", "7.2"):
            if heading := re.match(r"Session (\d)", line):
                number = int(heading[1])
            elif line.startswith("- "):
                found.setdefault(number, []).append(line[2:])
        return {number: tuple(messages) for number, messages in found.items()}

    @property
    def questions(self) -> tuple[str, ...]:
        """Give the five numbered questions, without their numbers."""
        return tuple(re.sub(r"^\d\. ", "", line) for line in self.lines if line[:2] in NUMBERS)

    @property
    def prompts(self) -> tuple[str, ...]:
        """Give the six prompts."""
        start = "What have you learned during the training course?"
        lines = self._between(start, "How can you put what you have learned into practice?")
        return tuple(line[2:] for line in lines if line.startswith("- "))

    @property
    def words(self) -> str:
        """Give all words in order, without Markdown's marks, bullets and numbers of items.

        The sections' numbers, alone on a line, are left out: a slide bears them beside its text.
        """
        lines = (line for line in self.lines if line not in SECTIONS)
        bare = (re.sub(r"^(- |\d\. )", "", line) for line in lines)
        return squeezed(" ".join(bare).replace("*", ""))

    def _between(self, first: str, last: str) -> tuple[str, ...]:
        start = self.lines.index(first)
        return self.lines[start : self.lines.index(last, start)]


SECTIONS = ("7.1", "7.2")
NUMBERS = tuple(f"{number}." for number in range(1, 6))


def seed() -> Seed:
    """Read the seed."""
    return Seed(tuple(SEED.read_text(encoding="utf-8").splitlines()))


def bold_spans(markdown: str) -> list[str]:
    """Give what stands in bold in a line of Markdown."""
    return re.findall(r"\*\*(.+?)\*\*", markdown)


def plain(markdown: str) -> str:
    """Give a line's words without Markdown's marks."""
    return markdown.replace("*", "")


def squeezed(text: str) -> str:
    """Fold every stretch of white space into one space."""
    return " ".join(text.split())


def tight(text: str) -> str:
    """Leave white space out: a PDF's lines and styles do not say where a space was."""
    return "".join(text.split())
