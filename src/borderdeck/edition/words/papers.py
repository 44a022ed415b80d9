"""The words that papers of several kinds bear."""

from __future__ import annotations

from msgspec import Struct


class PaperWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    page: str = "page {page} of {pages}"
    turn: str = "please turn over"
    name: str = "Name"
    date: str = "Date"
