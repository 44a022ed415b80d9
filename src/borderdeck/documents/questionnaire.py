"""Plan the questionnaires: what is asked before the training, and word for word after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.fields import FieldNamer, with_fillable
from borderdeck.documents.forms import Asked
from borderdeck.documents.heads import paper_head
from borderdeck.documents.papers import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Questionnaire, QuestionnaireQuestion
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition

WRITTEN = "Written"
"""What the name of a field begins with that stands beneath choices."""

LINES = 3
"""How many lines an open question has where its author does not say."""


class QuestionnairePaper(Struct, frozen=True):
    """Questions without a name; a word of one's own lets answers before and after be compared."""

    head: PaperHead
    code_label: str
    code_why: str
    code: Field
    lead: Runs
    questions: tuple[Asked, ...]


def plan_questionnaire(edition: Edition, asked: Questionnaire, title: str) -> QuestionnairePaper:
    """Plan a questionnaire under the title that says when it is asked."""
    words = edition.words.forms.questionnaires
    return QuestionnairePaper(
        head=paper_head(edition, title, words.purpose),
        code_label=words.code,
        code_why=words.code_why,
        code=Field("Code", words.code),
        lead=asked.lead.runs if asked.lead else (),
        questions=tuple(_asked(edition, n, q) for n, q in enumerate(asked.questions, start=1)),
    )


def _asked(edition: Edition, number: int, question: QuestionnaireQuestion) -> Asked:
    words = edition.words.forms
    tick = words.questionnaires
    hint = tick.tick_several if question.several else tick.tick_one
    fields = FieldNamer(words, question.id, question.question.plain)
    choices = (choice.plain for choice in question.choices)
    return Asked(
        text=question.question.runs,
        field=fields.part(WRITTEN, "").field if question.choices else fields.field,
        choices=tuple(choice.runs for choice in question.choices),
        ticks=fields.ticks(choices, several=question.several),
        lines=question.lines or (0 if question.choices else LINES),
        number=number,
        hint=hint if question.choices else "",
    )


def _questionnaires(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    asked = edition.course.outline.questionnaire
    if asked is None:
        return
    words = edition.words.forms.questionnaires
    for when, title in (("before", words.before), ("after", words.after)):
        plan = plan_questionnaire(edition, asked, title)
        paper = Document(f"forms/questionnaire-{when}.pdf", plan, None, ())
        yield from with_fillable(paper, edition)


QUESTIONNAIRES = Kind(
    "questionnaires",
    "questionnaire",
    "questionnaire.html.j2",
    Audience.PARTICIPANT,
    _questionnaires,
)
