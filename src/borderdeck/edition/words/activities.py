"""The words on activity sheets and on cards."""

from __future__ import annotations

from msgspec import Struct


class ActivityWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    purpose: str = "For your group: what to do, with room for what you find."
    group: str = "Group"
    case: str = "The case"
    steps: str = "What to do"
    results: str = "Your results"
    again: str = "{title} ({count})"
    cards: str = "Cards: {title}"
    cut: str = "Cut along the marks."
    cut_two_sided: str = "Print on both sides, flipped on the long edge, and cut along the marks."
