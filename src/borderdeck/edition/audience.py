"""What participants may see of an edition: everything that is for the facilitator is gone from it.

Their papers are planned from this, so that no note and no answer can reach one by accident.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.model import Audience, Block
from borderdeck.diagnostics import Position

if TYPE_CHECKING:
    from borderdeck.edition.edition import Edition

FACILITATORS = frozenset({"notes", "answer"})
"""The keys whose values are for the facilitator, wherever they stand in a course."""


def for_participants(edition: Edition) -> Edition:
    """Leave out the facilitator's blocks, notes and answers, and who takes part."""
    return replace(edition, course=_shown(edition.course), people=())


def _shown(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_shown(part) for part in value if not _is_facilitators(part))
    if isinstance(value, Struct) and not isinstance(value, Position):
        return replace(value, **_changed(value))
    return value


def _changed(value: Struct) -> dict[str, Any]:
    """Give the fields that are shown otherwise."""
    kept = {name: getattr(value, name) for name in value.__struct_fields__}
    shown = {name: None if name in FACILITATORS else _shown(old) for name, old in kept.items()}
    return {name: new for name, new in shown.items() if new is not kept[name]}


def _is_facilitators(part: Any) -> bool:
    return isinstance(part, Block) and part.audience is Audience.FACILITATOR
