"""Plan the evaluation forms: one for the end of each day, and one for the end of the training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.course.text import Run
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.forms import Asked, Rated, Scale, days_held, objectives_of
from borderdeck.documents.heads import paper_head
from borderdeck.edition.dates import written_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.words.evaluations import EvaluationWords

MOST_DAYS = 10
"""How many days can be ticked; of a longer training, the day is written down."""

LINES = 3
"""How many lines an open question has."""


class EvaluationForm(Struct, frozen=True):
    """A paper that tells the trainers how it went, without a name.

    `days` are those that can be ticked, under the words `day_label`; without them there is a line
    to write the day on. A form for the whole training has no `day_label`.
    """

    head: PaperHead
    day_label: str
    days: tuple[str, ...]
    scales: tuple[Scale, ...]
    questions: tuple[Asked, ...]


def plan_daily(edition: Edition) -> EvaluationForm:
    """Plan the form for the end of a day, the same for each day."""
    words = edition.words.forms.evaluations
    return EvaluationForm(
        head=paper_head(edition, words.daily, words.purpose),
        day_label=words.day,
        days=_days(edition),
        scales=(),
        questions=(
            _open(words.helped),
            _open(words.missing),
            _access(words),
            _open(words.change),
        ),
    )


def plan_final(edition: Edition) -> EvaluationForm:
    """Plan the form for the end of the training."""
    words = edition.words.forms.evaluations
    objectives = objectives_of(edition)
    can = Scale(words.objectives, words.can, words.ability, objectives)
    return EvaluationForm(
        head=paper_head(edition, words.final, words.purpose),
        day_label="",
        days=(),
        scales=(_usefulness(edition), *([can] if objectives else [])),
        questions=(
            _open(words.helped),
            _open(words.missing),
            _access(words),
            _open(words.more),
        ),
    )


def _open(question: str) -> Asked:
    return Asked((Run(question),), lines=LINES)


def _access(words: EvaluationWords) -> Asked:
    choices = tuple((Run(choice),) for choice in words.access_choices)
    return Asked((Run(words.access),), choices, lines=LINES - 1, more=words.access_more)


def _usefulness(edition: Edition) -> Scale:
    words = edition.words.forms.evaluations
    sessions = tuple(
        Rated(session.number, "", (session.title.runs,)) for session in edition.course.sessions
    )
    return Scale(words.sessions, words.session, words.usefulness, sessions)


def _days(edition: Edition) -> tuple[str, ...]:
    days = days_held(edition, MOST_DAYS)
    return tuple(written_day(day, edition.language.locale) for day in days)


def _evaluations(edition: Edition, planning: Planning) -> Iterator[Document]:
    """Plan the forms; a training of a single day needs no daily one."""
    del planning
    sessions = edition.course.sessions
    days = len(days_held(edition, MOST_DAYS))
    if days != 1:
        path, plan = "forms/evaluation-daily.pdf", plan_daily(edition)
        yield Document(path, plan, None, sessions, times=max(days, 1))
    yield Document("forms/evaluation-final.pdf", plan_final(edition), None, sessions)


EVALUATIONS = Kind(
    "evaluation", "evaluation form", "evaluation.html.j2", Audience.PARTICIPANT, _evaluations
)
