"""Plan the activity sheets: for each activity, what its group reads, does and writes down."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course import model
from borderdeck.course.walk import activities_of
from borderdeck.documents.document import Document, Kind, PacketPlace
from borderdeck.documents.heads import paper_head
from borderdeck.documents.longer import prose_passages
from borderdeck.documents.printed import is_at_hand, task
from borderdeck.edition.names import file_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.passages import Passage, Task
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition


class Placed(Struct, frozen=True):
    """An activity, and where it stands: its session, its title, a file's name for it.

    `shown` is False where the slide is but kept at hand.
    """

    session: model.Session
    activity: model.Activity
    title: str
    name: str
    shown: bool


class ActivitySheet(Struct, frozen=True):
    """What a group has before it; the case may be missing. The labels are headings.

    `group_label` stands where the group fills in its name.
    """

    head: PaperHead
    group_label: str
    case_label: str
    case: tuple[Passage, ...]
    steps_label: str
    task: Task
    results_label: str


def placed_activities(edition: Edition) -> Iterator[Placed]:
    """Give the activities of an edition, each under a title that its session has but once."""
    for session in edition.course.sessions:
        taken: Counter[str] = Counter()
        for section, slide, activity in activities_of(session):
            title = slide.title.plain if slide.title else ""
            name = f"session-{session.number}-{file_name(title)}"
            taken[name] += 1
            if (count := taken[name]) > 1:
                title = edition.words.activities.again.format(title=title, count=count)
                name = f"{name}-{count}"
            shown = not is_at_hand(section, slide, edition.optional)
            yield Placed(session, activity, title, name, shown)


def plan_activity_sheet(edition: Edition, placed: Placed) -> ActivitySheet:
    """Plan the sheet of an activity."""
    words = edition.words.activities
    return ActivitySheet(
        head=paper_head(edition, placed.title, words.purpose, placed.session),
        group_label=words.group,
        case_label=words.case,
        case=prose_passages(placed.activity.case),
        steps_label=words.steps,
        task=task(placed.activity, edition),
        results_label=words.results,
    )


def _sheets(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    for placed in placed_activities(edition):
        yield Document(
            f"activities/{placed.name}.pdf",
            plan_activity_sheet(edition, placed),
            placed.session.number,
            (placed.session,),
            packet=PacketPlace.SESSION if placed.shown else None,
        )


ACTIVITIES = Kind(
    "activities", "activity sheet", "activity.html.j2", model.Audience.PARTICIPANT, _sheets
)
