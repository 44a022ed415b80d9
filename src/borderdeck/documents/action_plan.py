"""Plan the action plan: what somebody will do, with whom and by when, and who asks about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.keys import DateRange
from borderdeck.course.model import Audience
from borderdeck.documents.document import Document, Kind, PacketPlace
from borderdeck.documents.fields import FieldNamer, with_fillable
from borderdeck.documents.heads import paper_head
from borderdeck.documents.papers import Field
from borderdeck.edition.dates import months_after, written_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition

ACTIONS = 5
"""How many actions there is room for."""

MONTHS = (3, 6)
"""After how many months somebody asks how things stand."""


class FollowUp(Struct, frozen=True):
    """A time to look back: `label` is "After 3 months", `date` is empty where nobody knows it."""

    label: str
    date: str
    asked: str
    when: Field
    answer: Field


class ActionPlan(Struct, frozen=True):
    """A paper on which a participant writes what will be done.

    `for_trainer` marks the copy that the trainer keeps. `fill_in` are labels with their fields,
    `columns` the table's headings; each of `actions` has a field a column.
    """

    head: PaperHead
    for_trainer: bool
    fill_in: tuple[tuple[str, Field], ...]
    columns: tuple[str, ...]
    actions: tuple[tuple[Field, ...], ...]
    follow_ups: tuple[FollowUp, ...]
    date_label: str


def plan_action_plan(edition: Edition, *, for_trainer: bool = False) -> ActionPlan:
    """Plan the copy that a participant keeps, or the trainer's."""
    words = edition.words.forms.action_plans
    papers = edition.words.papers
    if for_trainer:
        head = paper_head(edition, words.trainer_title, words.trainer_purpose)
    else:
        head = paper_head(edition, words.title, words.purpose)
    namer = FieldNamer(edition.words.forms, "Date", papers.date)
    return ActionPlan(
        head=head,
        for_trainer=for_trainer,
        fill_in=(
            (papers.name, Field("Name", papers.name)),
            (papers.date, namer.date),
            (words.contact, Field("Contact", words.contact)),
        ),
        columns=(words.action, words.support, words.deadline),
        actions=tuple(_action(edition, number) for number in range(1, ACTIONS + 1)),
        follow_ups=tuple(_follow_up(edition, months) for months in MONTHS),
        date_label=papers.date,
    )


def _action(edition: Edition, number: int) -> tuple[Field, ...]:
    words = edition.words.forms.action_plans
    action, support, deadline = (
        FieldNamer(edition.words.forms, name, label).line(number)
        for name, label in (
            ("Action", words.action),
            ("Support", words.support),
            ("By-when", words.deadline),
        )
    )
    return action.field, support.field, deadline.date


def _follow_up(edition: Edition, months: int) -> FollowUp:
    words = edition.words.forms.action_plans
    label = words.after_months.format(count=months)
    whole = FieldNamer(edition.words.forms, f"After-{months}-months", label)
    return FollowUp(
        label=label,
        date=_date(edition, months),
        asked=words.follow_up,
        when=whole.part("date", edition.words.papers.date).date,
        answer=whole.part("answer", words.follow_up).field,
    )


def _date(edition: Edition, months: int) -> str:
    """Reckon from the edition's last day; a day more or less does not matter."""
    later = months_after(edition.date.last, months) if edition.date else None
    if later is None:
        return ""
    written = written_range(DateRange(first=later, last=later), edition.language.locale)
    return edition.words.forms.action_plans.about.format(date=written)


def _action_plans(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    sessions = edition.course.sessions
    path, own_plan = "forms/action-plan.pdf", plan_action_plan(edition)
    own = Document(path, own_plan, None, sessions, packet=PacketPlace.BACK)
    yield from with_fillable(own, edition)
    plan = plan_action_plan(edition, for_trainer=True)
    yield Document("forms/action-plan-for-the-trainer.pdf", plan, None, sessions)


ACTION_PLANS = Kind(
    "action-plan", "action plan", "action-plan.html.j2", Audience.PARTICIPANT, _action_plans
)
