"""What is wrong with a value, before it is known where the value stands."""

from __future__ import annotations

from msgspec import Struct

from borderdeck.course.nodes import pointing_at
from borderdeck.diagnostics import Code, Diagnostic, Position, Severity


class Fault(Struct, frozen=True):
    """A diagnostic without its place; `words` are those at fault, where it is not the whole."""

    code: Code
    message: str
    hint: str = ""
    words: str = ""
    severity: Severity = Severity.ERROR

    def at(self, position: Position | None) -> Diagnostic:
        """Make the diagnostic for a value at `position`."""
        place = position and pointing_at(position, self.words)
        return Diagnostic(self.code, self.message, self.hint, place, self.severity)


class PictureError(Exception):
    """A picture cannot be drawn: why, as what follows its name in a sentence, and what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint
