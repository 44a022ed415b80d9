"""The words in the facilitator's guide."""

from __future__ import annotations

from msgspec import Struct


class GuideWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    audience: str = "For the facilitator"
    title: str = "Facilitator’s guide"
    session_title: str = "Session {number}: facilitator’s guide"
    purpose: str = (
        "For the facilitator, not for participants: it holds notes and answers. A page that says "
        "what a session needs comes first, then its slides, with room for your own notes."
    )
    contents: str = "Contents"
    at_a_glance: str = "At a glance"
    time: str = "Time"
    time_of_parts: str = "{minutes}; its parts add up to {parts}"
    objectives: str = "Objectives"
    sections: str = "Sections"
    part: str = "Part"
    slides: str = "Slides"
    total: str = "Together"
    key_messages: str = "Key messages"
    activities: str = "Activities"
    materials: str = "Materials"
    left_out: str = "When time is short"
    left_out_here: str = "Can be left out"
    hidden: str = "Hidden slide: it is not shown unless you go to it"
    question: str = "Question"
    answer: str = "Answer"
    opening: str = "Opening"
