"""The words on answer keys."""

from __future__ import annotations

from msgspec import Struct


class AnswerWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Answers"
    purpose: str = "For the facilitator alone: what to hear, in the order of the sessions."
