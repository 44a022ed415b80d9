"""The words on name badges."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadgeWords:
    """One language's words; a field's name says where it stands."""

    title: str = "Name badges"
    purpose: str = "Print on card, on one side, and cut along the marks."
