"""The words on questionnaires."""

from __future__ import annotations

from msgspec import Struct


class QuestionnaireWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Questionnaire"
    before: str = "Questionnaire before the training"
    after: str = "Questionnaire after the training"
    purpose: str = "Please do not write your name."
    code: str = "A word of your own"
    code_why: str = "The same one before and after: so your two papers can be laid side by side."
    tick_one: str = "Tick one."
    tick_several: str = "Tick all that apply."
