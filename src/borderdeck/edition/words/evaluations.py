"""The words on evaluation forms and self-assessments."""

from __future__ import annotations

from msgspec import Struct


class EvaluationWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands.

    The questions are neutral: what they ask about the course itself comes from its outline.
    """

    daily: str = "Daily evaluation"
    final: str = "Final evaluation"
    purpose: str = "Anonymous: please do not write your name."
    day: str = "Which day is this about?"

    sessions: str = "How useful was each session for your work?"
    session: str = "Session"
    usefulness: tuple[str, ...] = ("not useful", "partly useful", "very useful")

    objectives: str = "What can you do now?"
    can: str = "I can …"
    ability: tuple[str, ...] = ("not yet", "partly", "well")

    helped: str = "What helped you most?"
    missing: str = "What was missing, or remained unclear?"
    access: str = "Could you see, hear, follow and take part in everything?"
    access_choices: tuple[str, ...] = ("yes", "partly", "no")
    access_more: str = "What would make it easier?"
    change: str = "What should be done differently?"
    more: str = "What else would you like to say?"

    self_assessment: str = "Self-assessment"
    self_purpose: str = (
        "For you to keep: tick once at the start of the training, and once at its end."
    )
    at_start: str = "At the start"
    at_end: str = "At the end"
