"""Plan the sign-in sheet: a page for each day, a row for whoever comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.course.participants.people import Private
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.fitted import direction_of
from borderdeck.documents.forms import days_held
from borderdeck.documents.heads import paper_head
from borderdeck.documents.people import missing_letters, printable
from borderdeck.edition.dates import written_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition

ROWS = 20
"""How many people there is room for where nobody has said who comes; a page holds as many."""

SPARE = 3
"""How many rows there are to spare: somebody always comes whom nobody expected."""

MOST_DAYS = 31
"""For a training of more days, one page is made, to be copied; its date is written down."""


class Signer(Private, frozen=True):
    """Somebody who signs; an empty row is for whoever comes."""

    name: str = ""
    organisation: str = ""

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Give name and organisation, each with the direction in which it is written."""
        return tuple((words, direction_of(words)) for words in (self.name, self.organisation))


class SignInSheet(Struct, frozen=True):
    """Rows to sign in, anew for each of `days`; an empty one is to be written down.

    `columns` begin with the row's number.
    """

    head: PaperHead
    date_label: str
    days: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Signer, ...]


def plan_sign_in(edition: Edition, fonts: FontBook) -> SignInSheet:
    """Plan the sheet for the people of the edition's list, or for as many as usually come.

    What no font has letters for is left out, to be written with a pen.
    """
    words = edition.words.forms.sign_in
    head = paper_head(edition, words.title, words.purpose, turned=False)
    return SignInSheet(
        head=head,
        date_label=edition.words.papers.date,
        days=_days(edition),
        columns=(words.number, words.name, words.organisation, words.morning, words.afternoon),
        rows=tuple(_rows(edition, fonts)),
    )


def _rows(edition: Edition, fonts: FontBook) -> Iterator[Signer]:
    """Give a row for each person of the list, else for each who is expected, and some to spare."""
    for person in edition.people:
        yield Signer(printable(person.name, fonts), printable(person.organisation, fonts))
    empty = ROWS if edition.headcount is None else edition.headcount - len(edition.people) + SPARE
    yield from [Signer()] * empty


def _days(edition: Edition) -> tuple[str, ...]:
    """Give the headings of the days; one that is empty where they are not known, or too many."""
    pattern = edition.words.forms.sign_in.day
    days = enumerate(days_held(edition, MOST_DAYS), start=1)
    locale = edition.language.locale
    return tuple(pattern.format(number=n, date=written_day(d, locale)) for n, d in days) or ("",)


def _sign_in(edition: Edition, planning: Planning) -> Iterator[Document]:
    path, plan = "facilitator/sign-in.pdf", plan_sign_in(edition, planning.fonts)
    found = tuple(d for person in edition.people for d in missing_letters(person, planning.fonts))
    yield Document(path, plan, None, edition.course.sessions, found, copies=Copies.ONE)


SIGN_IN = Kind("sign-in", "sign-in sheet", "sign-in.html.j2", Audience.FACILITATOR, _sign_in)
