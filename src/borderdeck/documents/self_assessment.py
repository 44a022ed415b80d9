"""Plan the self-assessment: the course's objectives, rated before and after by whoever keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.documents.document import Document, Kind, PacketPlace
from borderdeck.documents.fields import FieldNamer, with_fillable
from borderdeck.documents.forms import Rating, objectives_of
from borderdeck.documents.heads import paper_head
from borderdeck.documents.papers import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.forms import Rated
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition


class SelfAssessment(Struct, frozen=True):
    """Objectives, each with the same choices twice, under each of `times`; `asked` is over them."""

    head: PaperHead
    name_label: str
    name: Field
    asked: str
    times: tuple[str, ...]
    choices: tuple[str, ...]
    rated: tuple[Rated, ...]


def plan_self_assessment(edition: Edition) -> SelfAssessment:
    """Plan the self-assessment of a course that has objectives."""
    words = edition.words.forms.evaluations
    times = (("Start", words.at_start), ("End", words.at_end))
    fields = FieldNamer(edition.words.forms, "Able", words.can)
    return SelfAssessment(
        head=paper_head(edition, words.self_assessment, words.self_purpose),
        name_label=edition.words.papers.name,
        name=Field("Name", edition.words.papers.name),
        asked=words.can,
        times=tuple(label for _, label in times),
        choices=words.ability,
        rated=objectives_of(edition, Rating(fields, words.ability, times)),
    )


def _self_assessments(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    sessions = tuple(s for s in edition.course.sessions if s.objectives is not None)
    if sessions:
        plan = plan_self_assessment(edition)
        path, place = "forms/self-assessment.pdf", PacketPlace.BACK
        paper = Document(path, plan, None, sessions, packet=place)
        yield from with_fillable(paper, edition)


SELF_ASSESSMENTS = Kind(
    "self-assessment",
    "self-assessment",
    "self-assessment.html.j2",
    Audience.PARTICIPANT,
    _self_assessments,
)
