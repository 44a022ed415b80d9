"""The words on worksheets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorksheetWords:
    """One language's words; a field's name says where it stands."""

    purpose: str = "For you to fill in and keep."
    target_date: str = "Target date"
