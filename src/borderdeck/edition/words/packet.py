"""The words on the participant's packet."""

from __future__ import annotations

from msgspec import Struct


class PacketWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Participant’s packet"
    purpose: str = "To keep: all papers of the training in one."
    contents: str = "Contents"
