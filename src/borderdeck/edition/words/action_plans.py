"""The words on action plans."""

from __future__ import annotations

from msgspec import Struct


class ActionPlanWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Action plan"
    purpose: str = "For you to fill in and keep; the trainer keeps a copy."
    trainer_title: str = "Action plan: the trainer’s copy"
    trainer_purpose: str = "The trainer keeps this copy, and asks after 3 and 6 months."
    contact: str = "E-mail or telephone"
    action: str = "What I will do"
    support: str = "Who supports me"
    deadline: str = "By when"
    after_months: str = "After {count} months"
    about: str = "about {date}"
    follow_up: str = "What has been done? What is in the way, and who can help?"
