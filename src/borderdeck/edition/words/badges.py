"""The words on name badges."""

from __future__ import annotations

from msgspec import Struct


class BadgeWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Name badges"
    purpose: str = "Print on card, on one side, and cut along the marks."
