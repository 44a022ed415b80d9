"""The words on worksheets."""

from __future__ import annotations

from msgspec import Struct


class WorksheetWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    purpose: str = "For you to fill in and keep."
    target_date: str = "Target date"
