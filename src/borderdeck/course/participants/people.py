"""Who takes part in a training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.text import NOWHERE
from borderdeck.diagnostics import Placed

if TYPE_CHECKING:
    from borderdeck.diagnostics import Position


class Private(Struct, frozen=True):
    """What is about a person, of which nothing shows in a `repr`: in no traceback and no log."""

    def __repr__(self) -> str:
        """Give the class's name alone."""
        return f"{type(self).__name__}()"


class Person(Private, Placed, frozen=True, eq=False, kw_only=True):
    """A participant; what nobody has said is empty.

    `language` is a BCP 47 tag. `position` is where the list says the name.
    """

    name: str
    organisation: str = ""
    role: str = ""
    large_print: bool = False
    language: str = ""
    position: Position = NOWHERE
