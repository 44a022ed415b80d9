"""The words on worksheets."""

from __future__ import annotations

from typing import NamedTuple


class WorksheetWords(NamedTuple):
    """One language's words; a field's name says where it stands."""

    purpose: str = "For you to fill in and keep."
    target_date: str = "Target date"
