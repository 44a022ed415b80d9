"""Plan the certificates: a page for each participant, or one to be filled in with a pen."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.course.participants.people import Private
from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.fitted import Frame, fit, lines_of
from borderdeck.documents.heads import paper_head
from borderdeck.documents.people import missing_letters, printable, too_small
from borderdeck.documents.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.diagnostics import Position
    from borderdeck.documents.fitted import Fitted
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition

NAME = Frame(width=560, height=68, largest=36, alone=26, least=16, bold=True)
COURSE = Frame(width=560, height=48, largest=18, alone=16, least=12, bold=True)
PLACE_AND_DATE = Frame(width=560, height=30, largest=11, alone=9, least=9, bold=True)
"""What stands on a certificate, in the boxes that `certificates.css` gives it."""

SHARED_HEIGHT = 168.0
"""How high, in points, the course's title, place and date, and sessions may be together."""

SIZES = ((10.0, 1.4), (9.0, 1.3), (8.0, 1.25))
COLUMNS = (1, 2, 3, 4)
GUTTER = 20.0
NUMBER = 2.0
"""How sessions may be set: sizes in points, the height of their lines in em; how many columns, the
room between them in points, and that for a number in em."""


class Certificate(Private, frozen=True):
    """A certificate: the name as the list has it, and as it is set; None to write it with a pen."""

    listed: str = ""
    name: Fitted | None = None


class CertifiedSession(Struct, frozen=True):
    """A session by its number and title."""

    number: int
    title: Runs


class CertifiedSessions(Struct, frozen=True):
    """The sessions in so many columns, at a size in points, on lines of a height in em."""

    sessions: tuple[CertifiedSession, ...]
    columns: int
    size: float
    leading: float


class CertificateLabels(Struct, frozen=True):
    """What stands above and below a name, above the sessions, and below the lines to write on."""

    heading: str
    name: str
    before_name: str
    after_name: str
    sessions: str
    signature: str


class Certificates(Struct, frozen=True):
    """Certificates that are alike but for their names.

    `place_and_date` says how those are set that stand in `head`; `sessions` is None where there is
    no room for so many.
    """

    head: PaperHead
    labels: CertificateLabels
    course: Fitted
    place_and_date: Fitted
    sessions: CertifiedSessions | None
    certificates: tuple[Certificate, ...]


def plan_certificates(edition: Edition, fonts: FontBook) -> Certificates:
    """Plan a certificate for each participant of the list; without one, an empty one to copy."""
    words = edition.words.certificates
    head = paper_head(edition, words.title, words.purpose, turned=False)
    course = fit(edition.title, COURSE, fonts)
    where = fit("".join(run.text for run in head.place_and_date), PLACE_AND_DATE, fonts)
    return Certificates(
        head=head,
        labels=_labels(edition),
        course=course,
        place_and_date=where,
        sessions=_sessions(edition, SHARED_HEIGHT - course.height - where.height, fonts),
        certificates=tuple(_certificates(edition, fonts)) or (Certificate(),),
    )


def _labels(edition: Edition) -> CertificateLabels:
    words = edition.words.certificates
    return CertificateLabels(
        heading=words.heading,
        name=edition.words.papers.name,
        before_name=words.before_name,
        after_name=words.after_name,
        sessions=words.sessions,
        signature=words.signature,
    )


def _certificates(edition: Edition, fonts: FontBook) -> Iterator[Certificate]:
    for person in edition.people:
        name = printable(person.name, fonts)
        yield Certificate(person.name, fit(name, NAME, fonts) if name else None)


def _sessions(edition: Edition, height: float, fonts: FontBook) -> CertifiedSessions | None:
    """Set the sessions as large as they fit, in as few columns as possible at that size."""
    sessions = tuple(CertifiedSession(s.number, s.title.runs) for s in edition.course.sessions)
    for (size, leading), columns in product(SIZES, COLUMNS):
        rows = _rows([s.title.plain for s in edition.course.sessions], columns, size, fonts)
        if rows * size * leading <= height:
            return CertifiedSessions(sessions, columns, size, leading)
    return None


def _rows(titles: list[str], columns: int, size: float, fonts: FontBook) -> int:
    """Count the lines of the longest column, no title being divided between two."""
    width = (COURSE.width - (columns - 1) * GUTTER) / columns - NUMBER * size
    frame = Frame(width, 0, size, size, size, bold=True)  # a title may have bold words
    lines = [len(lines_of(title, frame, size, fonts)) for title in titles]
    most = max(lines, default=0)
    while _columns_needed(lines, most) > columns:
        most += 1
    return most


def _columns_needed(lines: list[int], most: int) -> int:
    """Count the columns that are filled one after the other, each with at most so many lines."""
    columns, filled = 1, 0
    for count in lines:
        if filled + count > most:
            columns, filled = columns + 1, 0
        filled += count
    return columns


def _documents(edition: Edition, planning: Planning) -> Iterator[Document]:
    plan = plan_certificates(edition, planning.fonts)
    yield Document(
        "facilitator/certificates.pdf",
        plan,
        None,
        edition.course.sessions,
        tuple(_found(edition, plan, planning.fonts)),
        Sheet(landscape=True),
        copies=Copies.ONE if edition.people else Copies.PARTICIPANTS,
    )


CERTIFICATES = Kind(
    "certificates", "certificate set", "certificates.html.j2", Audience.FACILITATOR, _documents
)


def _found(edition: Edition, plan: Certificates, fonts: FontBook) -> Iterator[Diagnostic]:
    title = edition.course.outline.title.position
    yield from too_small("place", "certificates", plan.place_and_date, None)
    yield from too_small("title", "certificates", plan.course, title)
    if plan.sessions is None:
        yield _sessions_left_out(edition.course.outline.position)
    for person, certificate in zip(edition.people, plan.certificates, strict=False):
        yield from missing_letters(person, fonts)
        yield from too_small("name", "a certificate", certificate.name, person.position)


def _sessions_left_out(place: Position) -> Diagnostic:
    """Tell that a certificate has no room for so many sessions, or for such long titles."""
    message = "certificates have no room for the titles of so many sessions: they are left out"
    hint = "shorten the titles, or print a list of the sessions on the back"
    return Diagnostic(Code.OVERFLOW, message, hint, place, Severity.WARNING)
