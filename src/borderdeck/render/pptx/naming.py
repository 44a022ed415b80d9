"""What a layout of ours says of itself: it bears our name, and its placeholders do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.documents.slides import Role
from borderdeck.render.pptx.placeholders import FEET, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from borderdeck.render.pptx.placeholders import Placeholder

Roles = dict[Role, "Placeholder"]

BY_TYPE: Mapping[str, Role] = {
    **dict.fromkeys(HEADINGS, Role.TITLE),
    **dict(zip(FEET, (Role.FOOTER, Role.DATE, Role.SLIDE_NUMBER), strict=True)),
}
"""What a placeholder is for whose type alone tells."""


def named_roles(placeholders: Iterable[Placeholder]) -> Roles:
    """Say what placeholders are for: by their names, those of some types by these."""
    known = tuple(placeholders)
    named = {Role(p.name): p for p in known if p.name in _ROLES}
    return named | {BY_TYPE[p.type]: p for p in known if p.type in BY_TYPE}


def by_id(roles: Roles) -> dict[int, Role]:
    """Say what shapes are for, by their ids."""
    return {placeholder.identifier: role for role, placeholder in roles.items()}


_ROLES = frozenset(Role)
