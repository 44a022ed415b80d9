"""Plan the answer key: for the facilitator alone, all that the course says is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience, Question
from borderdeck.course.text import Run
from borderdeck.course.walk import blocks_of
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.longer import prose_passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import AnyBlock, Session, Slide
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.passages import Passage
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition


class Answered(Struct, frozen=True):
    """A question, or what else is answered, and its answer.

    `number` is the question's on its paper, and None where it has none.
    """

    asked: Runs
    answer: tuple[Passage, ...]
    number: int | None = None


class AnswersOf(Struct, frozen=True):
    """The answers of one session, or of the questionnaire, which has no number and no label."""

    heading: Runs
    number: int | None
    label: str
    answered: tuple[Answered, ...]


class AnswerKey(Struct, frozen=True):
    """All answers of a course."""

    head: PaperHead
    parts: tuple[AnswersOf, ...]


def plan_answers(edition: Edition) -> AnswerKey | None:
    """Plan the answer key; None for a course without answers."""
    parts = tuple(part for part in _parts(edition) if part.answered)
    words = edition.words.forms.answers
    return AnswerKey(paper_head(edition, words.title, words.purpose), parts) if parts else None


def _parts(edition: Edition) -> Iterator[AnswersOf]:
    for session in edition.course.sessions:
        label = edition.words.session.format(number=session.number)
        answered = tuple(_of_session(session))
        yield AnswersOf(session.title.runs, session.number, label, answered)
    yield _of_questionnaire(edition)


def _of_session(session: Session) -> Iterator[Answered]:
    for _, slide, block in blocks_of(session):
        if answer := prose_passages(getattr(block, "answer", None)):
            yield Answered(_asked(slide, block), answer)


def _asked(slide: Slide, block: AnyBlock) -> Runs:
    """Give the words that an answer answers: a question's own, else the slide's title."""
    if isinstance(block, Question):
        return block.question.runs
    return slide.title.runs if slide.title else ()


def _of_questionnaire(edition: Edition) -> AnswersOf:
    asked = edition.course.outline.questionnaire
    questions = enumerate(asked.questions if asked else (), start=1)
    answered = tuple(
        Answered(question.question.runs, answer, number)
        for number, question in questions
        if (answer := prose_passages(question.answer))
    )
    title = edition.words.forms.questionnaires.title
    return AnswersOf((Run(title),), None, "", answered)


def _answers(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    plan = plan_answers(edition)
    if plan is not None:
        yield Document("facilitator/answers.pdf", plan, None, edition.course.sessions)


ANSWERS = Kind("answers", "answer key", "answers.html.j2", Audience.FACILITATOR, _answers)
