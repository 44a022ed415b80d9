"""Plan the name badges: eight to a sheet, to be cut out; those that are left over stay empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.course.participants import Person
from borderdeck.course.participants.people import Private
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.fitted import Frame, fit
from borderdeck.documents.heads import paper_head
from borderdeck.documents.people import missing_letters, printable, too_small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.fitted import Fitted
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition

ON_A_SHEET = 8

NAME = Frame(width=200, height=56, largest=28, alone=20, least=13, bold=True)
ORGANISATION = Frame(width=200, height=22, largest=10, alone=9, least=8)
COURSE = Frame(width=200, height=21, largest=8, alone=7, least=7)
PLACE_AND_DATE = Frame(width=200, height=18, largest=8, alone=7, least=7, bold=True)
"""What stands on a badge, in the boxes that `badges.css` gives it; the last is bold while open."""


class Badge(Private, frozen=True):
    """A badge; what is None is left empty, to be written on it."""

    name: Fitted | None = None
    organisation: Fitted | None = None


class BadgeSheets(Struct, frozen=True):
    """Sheets of badges, each full; all of them bear the course, and the place and date.

    `place_and_date` says how those are set that stand in `head`.
    """

    head: PaperHead
    course: Fitted
    place_and_date: Fitted
    sheets: tuple[tuple[Badge, ...], ...]


def plan_badges(edition: Edition, fonts: FontBook) -> BadgeSheets:
    """Plan a badge for each participant and facilitator.

    Without a list of participants, badges for all who are expected are left empty.
    """
    words = edition.words.badges
    head = paper_head(edition, words.title, words.purpose, turned=False)
    named = _named(edition)
    needed = (edition.headcount or ON_A_SHEET) - len(edition.people) + len(named)
    badges = [_badge(person, fonts) for person in named]
    badges += [Badge()] * (-(-needed // ON_A_SHEET) * ON_A_SHEET - len(badges))
    return BadgeSheets(
        head=head,
        course=fit(edition.title, COURSE, fonts),
        place_and_date=fit("".join(run.text for run in head.place_and_date), PLACE_AND_DATE, fonts),
        sheets=tuple(tuple(badges[n : n + ON_A_SHEET]) for n in range(0, len(badges), ON_A_SHEET)),
    )


def _named(edition: Edition) -> tuple[Person, ...]:
    """Give all whose names are known: participants, then facilitators."""
    return (*edition.people, *(Person(name=name) for name in edition.training.facilitators))


def _badge(person: Person, fonts: FontBook) -> Badge:
    name = printable(person.name, fonts)
    organisation = printable(person.organisation, fonts)
    return Badge(
        name=fit(name, NAME, fonts) if name else None,
        organisation=fit(organisation, ORGANISATION, fonts) if organisation else None,
    )


def _badges(edition: Edition, planning: Planning) -> Iterator[Document]:
    plan = plan_badges(edition, planning.fonts)
    found = tuple(_found(edition, plan, planning.fonts))
    yield Document("facilitator/badges.pdf", plan, None, (), found, copies=Copies.ONE)


BADGES = Kind("badges", "badge sheet", "badges.html.j2", Audience.FACILITATOR, _badges)


def _found(edition: Edition, plan: BadgeSheets, fonts: FontBook) -> Iterator[Diagnostic]:
    yield from too_small("place", "badges", plan.place_and_date, None)
    yield from too_small("title", "badges", plan.course, edition.course.outline.title.position)
    badges = (badge for sheet in plan.sheets for badge in sheet)
    for person, badge in zip(_named(edition), badges, strict=False):  # those left over are empty
        yield from missing_letters(person, fonts)
        yield from too_small("name", "a badge", badge.name, person.position)
        yield from too_small("organisation", "a badge", badge.organisation, person.position)
