"""Plan the participant's packet: all their papers in one, for the press as a booklet, too.

It holds what the documents of participants' kinds say of themselves (`Document.packet`), from the
same plans and by the same templates; nothing is listed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.model import Audience
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.sheets import Imposition, Sheet
from borderdeck.documents.slides import Deck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.course.model import Session
    from borderdeck.documents.papers import Paper, PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition


class PacketEntry(Struct, frozen=True):
    """A paper of the packet, its template, and whether its sheet lies on its side."""

    plan: Paper
    template: str
    landscape: bool

    @property
    def name(self) -> str:
        """What style sheets tell it by: its template's name."""
        return self.template.partition(".")[0]


class Packet(Struct, frozen=True):
    """Papers, one after the other, behind a cover and their list.

    `name_label` stands where its owner fills in a name.
    """

    head: PaperHead
    name_label: str
    contents_label: str
    entries: tuple[PacketEntry, ...]


def plan_packet(edition: Edition, papers: list[tuple[Kind, Document]]) -> Packet:
    """Plan a packet of papers, which are put in the order that they ask for."""
    words = edition.words
    return Packet(
        head=paper_head(edition, words.packet.title, words.packet.purpose, turned=False),
        name_label=words.papers.name,
        contents_label=words.packet.contents,
        entries=tuple(
            PacketEntry(document.plan, kind.template, document.sheet.landscape)
            for kind, document in sorted(papers, key=_place)
            if not isinstance(document.plan, Deck)
        ),
    )


def _packets(edition: Edition, planning: Planning) -> Iterator[Document]:
    from borderdeck.documents.kinds import every_kind  # which lists the packet, too

    others = (kind for kind in every_kind() if kind is not PACKET)
    yield from packets_of(others, edition, planning)


def packets_of(kinds: Iterable[Kind], edition: Edition, planning: Planning) -> Iterator[Document]:
    """Plan the packet of what documents of these kinds put into it, as a booklet, too, if asked.

    It is no print of its own: the print list counts its papers, one by one.
    """
    papers = [
        (kind, document)
        for kind in kinds
        if kind.audience is Audience.PARTICIPANT and kind.in_packet and not kind.closing
        for document in kind.documents(edition, planning)
        if document.packet is not None
    ]
    if not papers:
        return
    plan = plan_packet(edition, papers)
    sessions = _sessions(edition, papers)
    packet = Document("packet/packet.pdf", plan, None, sessions, copies=Copies.NONE)
    yield packet
    for imposition in Imposition if edition.printing.booklet else ():
        path = f"packet/packet-{imposition}.pdf"
        sheet = Sheet(halved=True, imposition=imposition)
        yield replace(packet, path=path, sheet=sheet, large_print=False)


def _place(paper: tuple[Kind, Document]) -> tuple[int, int]:
    """Give where a paper stands among the others; those of one place keep their order."""
    _, document = paper
    return document.packet or 0, document.session or 0


def _sessions(edition: Edition, papers: list[tuple[Kind, Document]]) -> tuple[Session, ...]:
    told = {session.id for _, document in papers for session in document.sessions}
    return tuple(session for session in edition.course.sessions if session.id in told)


PACKET = Kind("packet", "packet", "packet.html.j2", Audience.PARTICIPANT, _packets)
