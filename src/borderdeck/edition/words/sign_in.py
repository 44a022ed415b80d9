"""The words on sign-in sheets."""

from __future__ import annotations

from msgspec import Struct


class SignInWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Sign-in sheet"
    purpose: str = "Please sign for each half of the day."
    day: str = "Day {number}: {date}"
    number: str = "No."
    name: str = "Name"
    organisation: str = "Organisation"
    morning: str = "Morning"
    afternoon: str = "Afternoon"
