"""The words on flipchart sheets."""

from __future__ import annotations

from msgspec import Struct


class FlipchartWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Session {number}: flipchart sheets"
    purpose: str = (
        "For the facilitator, for when there is no power: the words of each slide, as large as a "
        "sheet takes them. Print them on one side, hang them up one after the other, or copy them "
        "onto a flipchart: the bold words are what has to be seen from the last row."
    )
    sheets: str = "Sheets"
    sheet: str = "sheet {part} of {parts}"
    hidden: str = "Hidden slide"
