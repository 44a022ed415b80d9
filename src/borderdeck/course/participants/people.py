"""Who takes part in a training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.text import NOWHERE
from borderdeck.diagnostics import Placed

if TYPE_CHECKING:
    from borderdeck.diagnostics import Position


class Person(Placed, frozen=True, eq=False, kw_only=True):
    """A participant; what nobody has said is empty.

    `language` is a BCP 47 tag. `position` is where the list says the name. Nothing of a person
    shows in a `repr`, and so in no traceback and no log.
    """

    name: str
    organisation: str = ""
    role: str = ""
    large_print: bool = False
    language: str = ""
    position: Position = NOWHERE

    def __repr__(self) -> str:
        """Show nothing of a person."""
        return f"{type(self).__name__}()"
