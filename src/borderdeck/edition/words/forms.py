"""The words on papers that somebody writes on, and on their fields for the screen."""

from __future__ import annotations

from msgspec import Struct

from borderdeck.edition.words.action_plans import ActionPlanWords
from borderdeck.edition.words.answers import AnswerWords
from borderdeck.edition.words.evaluations import EvaluationWords
from borderdeck.edition.words.questionnaires import QuestionnaireWords
from borderdeck.edition.words.sign_in import SignInWords


class FormWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands.

    Those with `tip` in their names are read out at a field: what it belongs to, and what it takes.
    """

    tip_part: str = "{whole} – {part}"
    tip_line: str = "{whole}, line {number}"
    tip_date: str = "{whole}: day, month and year"
    action_plans: ActionPlanWords = ActionPlanWords()
    evaluations: EvaluationWords = EvaluationWords()
    questionnaires: QuestionnaireWords = QuestionnaireWords()
    answers: AnswerWords = AnswerWords()
    sign_in: SignInWords = SignInWords()
