"""What a rule found: where, what, and what to do about it in PowerPoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.inspect.deck import Deck, Place


class Finding(Struct, frozen=True):
    """One thing that somebody has to mend; `place` names the slide, `message` what is there."""

    place: Place
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def diagnostic(self, code: Code, deck: str) -> Diagnostic:
        """Say it of a deck, by the deck's name."""
        where = f"{deck}, {self.place.words}" if self.place.words else deck
        return Diagnostic(code, f"{where}: {self.message}", self.hint, None, self.severity)


Rule = Callable[[Deck], Iterator[Finding]]


def listed(quoted: list[str], most: int = 3) -> str:
    """Name the first few of what was found, and how many more there are."""
    more = len(quoted) - most
    return ", ".join(quoted[:most]) + (f" and {more} more" if more > 0 else "")
