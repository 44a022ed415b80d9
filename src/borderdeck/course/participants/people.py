"""Who takes part in a training."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from borderdeck.course.text import NOWHERE

if TYPE_CHECKING:
    from borderdeck.diagnostics import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A participant; what nobody has said is empty.

    `language` is a BCP 47 tag. `position` is where the list says the name. Nothing of a person
    shows in a `repr`, and so in no traceback and no log.
    """

    name: str = field(repr=False)
    organisation: str = field(default="", repr=False)
    role: str = field(default="", repr=False)
    large_print: bool = field(default=False, repr=False)
    language: str = field(default="", repr=False)
    position: Position = field(default=NOWHERE, compare=False, repr=False)
