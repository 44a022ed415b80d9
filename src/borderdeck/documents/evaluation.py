"""Plan the evaluation forms: one for the end of each day, and one for the end of the training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.course.text import Run
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.fields import FieldNamer, with_fillable
from borderdeck.documents.forms import Asked, Rated, Rating, Scale, days_held, objectives_of
from borderdeck.documents.heads import paper_head
from borderdeck.documents.papers import Field
from borderdeck.edition.dates import written_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.papers import PaperHead, Tick
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition

MOST_DAYS = 10
"""How many days can be ticked; of a longer training, the day is written down."""

LINES = 3
"""How many lines an open question has."""


class EvaluationForm(Struct, frozen=True):
    """A paper that tells the trainers how it went, without a name.

    `days` are those that can be ticked, under the words `day_label`; without them there is a line
    to write the day on. On the screen, `day_ticks` or `day` take their places. A form for the whole
    training has no `day_label`.
    """

    head: PaperHead
    day_label: str
    days: tuple[str, ...]
    day: Field
    day_ticks: tuple[Tick, ...]
    scales: tuple[Scale, ...]
    questions: tuple[Asked, ...]


def plan_daily(edition: Edition) -> EvaluationForm:
    """Plan the form for the end of a day, the same for each day."""
    words = edition.words.forms.evaluations
    days = _days(edition)
    day = FieldNamer(edition.words.forms, "Day", words.day)
    return EvaluationForm(
        head=paper_head(edition, words.daily, words.purpose),
        day_label=words.day,
        days=days,
        day=day.date,
        day_ticks=day.ticks(days),
        scales=(),
        questions=(*_questions(edition), _open(edition, "Change", words.change)),
    )


def plan_final(edition: Edition) -> EvaluationForm:
    """Plan the form for the end of the training."""
    words = edition.words.forms.evaluations
    fields = FieldNamer(edition.words.forms, "Able", words.objectives)
    objectives = objectives_of(edition, Rating(fields, words.ability))
    can = Scale(words.objectives, words.can, words.ability, objectives)
    return EvaluationForm(
        head=paper_head(edition, words.final, words.purpose),
        day_label="",
        days=(),
        day=Field("", ""),
        day_ticks=(),
        scales=(_usefulness(edition), *([can] if objectives else [])),
        questions=(*_questions(edition), _open(edition, "More", words.more)),
    )


def _questions(edition: Edition) -> Iterator[Asked]:
    """Give the questions that both forms ask."""
    words = edition.words.forms.evaluations
    yield _open(edition, "Helped", words.helped)
    yield _open(edition, "Missing", words.missing)
    fields = FieldNamer(edition.words.forms, "Access", words.access)
    yield Asked(
        (Run(words.access),),
        FieldNamer(edition.words.forms, "Easier", words.access_more).field,
        choices=tuple((Run(choice),) for choice in words.access_choices),
        ticks=fields.ticks(words.access_choices),
        lines=LINES - 1,
        more=words.access_more,
    )


def _open(edition: Edition, name: str, question: str) -> Asked:
    field = FieldNamer(edition.words.forms, name, question).field
    return Asked((Run(question),), field, lines=LINES)


def _usefulness(edition: Edition) -> Scale:
    words = edition.words.forms.evaluations
    rating = Rating(FieldNamer(edition.words.forms, "Useful", words.sessions), words.usefulness)
    sessions = tuple(
        Rated(session.number, "", (rating.statement(session.title, session.id),))
        for session in edition.course.sessions
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
        daily = Document(path, plan, None, sessions, times=max(days, 1))
        yield from with_fillable(daily, edition)
    final = Document("forms/evaluation-final.pdf", plan_final(edition), None, sessions)
    yield from with_fillable(final, edition)


EVALUATIONS = Kind(
    "evaluation", "evaluation form", "evaluation.html.j2", Audience.PARTICIPANT, _evaluations
)
