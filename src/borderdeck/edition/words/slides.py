"""The words on papers that show slides."""

from __future__ import annotations

from msgspec import Struct


class SlideWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    handout: str = "Session {number}: slides"
    for_notes: str = "To keep: the slides of this session, with room for your notes."
    for_reading: str = "To keep: the slides of this session."
    alternative: str = "Slide {number}: {words}"
    label: str = "Slide {number}"
