"""The words on key-messages handouts."""

from __future__ import annotations

from msgspec import Struct


class HandoutWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    purpose: str = "To keep: what this session asks you to remember."
    course_purpose: str = "To keep: what each session asks you to remember."
