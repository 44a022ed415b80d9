"""The words on session handouts."""

from __future__ import annotations

from msgspec import Struct


class SessionHandoutWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    purpose: str = "To keep: what this session is about, with room for your notes."
    objectives: str = "Learning objectives"
    recalled: str = "The key messages of these sessions are on their own handouts:"
    notes: str = "Notes"
