"""The packet: it holds what its papers say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from borderdeck.course.model import Audience
from borderdeck.documents.document import Document, Kind, PacketPlace
from borderdeck.documents.heads import paper_head
from borderdeck.documents.packet import Packet, packets_of
from borderdeck.documents.papers import KeyMessagesHandout
from borderdeck.edition.edition import NO_CHOICES, Choices
from borderdeck.edition.printing import Printing
from tests.support.courses import SESSION, write_course
from tests.support.papers import documents, edition_of, planning_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderdeck.documents.planning import Planning
    from borderdeck.edition.edition import Edition


def kind(
    *papers: tuple[str, PacketPlace | None, int | None],
    audience: Audience = Audience.PARTICIPANT,
) -> Kind:
    """Make a kind of papers: each one's title, its place in the packet, and its session."""

    def planned(edition: Edition, planning: Planning) -> Iterator[Document]:
        del planning
        for title, place, session in papers:
            plan = KeyMessagesHandout(paper_head(edition, title, ""), ())
            yield Document(f"{title}.pdf", plan, session, (), packet=place)

    return Kind("planted", "paper", "key-messages.html.j2", audience, planned)


def titles(tmp_path: Path, *kinds: Kind) -> list[str]:
    """Give the titles of the papers in a packet, none where there is no packet."""
    folder = write_course(tmp_path)
    found = list(packets_of(kinds, edition_of(folder), planning_for(folder)))
    plans = [document.plan for document in found]
    return [e.plan.head.title for p in plans if isinstance(p, Packet) for e in p.entries]


def test_a_paper_joins_by_its_mark(tmp_path: Path) -> None:
    found = titles(tmp_path, kind(("in", PacketPlace.BACK, None), ("out", None, None)))

    assert found == ["in"]


def test_papers_stand_in_the_order_that_they_ask_for(tmp_path: Path) -> None:
    papers = kind(
        ("back", PacketPlace.BACK, None),
        ("second", PacketPlace.SESSION, 2),
        ("first", PacketPlace.SESSION, 1),
        ("front", PacketPlace.FRONT, None),
    )

    assert titles(tmp_path, papers) == ["front", "first", "second", "back"]


def test_papers_of_one_session_stand_together(tmp_path: Path) -> None:
    places = [[(f"{name}{n}", PacketPlace.SESSION, n) for n in (1, 2)] for name in ("a", "b")]

    assert titles(tmp_path, *(kind(*papers) for papers in places)) == ["a1", "b1", "a2", "b2"]


def test_nothing_of_the_facilitators_joins(tmp_path: Path) -> None:
    paper = ("secret", PacketPlace.FRONT, None)

    assert titles(tmp_path, kind(paper, audience=Audience.FACILITATOR)) == []


def test_there_is_no_packet_of_nothing(tmp_path: Path) -> None:
    assert titles(tmp_path) == []


@pytest.mark.parametrize(
    ("printing", "names"),
    [
        (Printing(), ["packet.pdf"]),
        (Printing(booklet=True), ["packet.pdf", "packet-booklet.pdf", "packet-2-up.pdf"]),
        (Printing(large_print=True), ["packet.pdf", "packet-large-print.pdf"]),
    ],
)
def test_a_booklet_is_made_where_it_is_asked_for(
    tmp_path: Path, printing: Printing, names: list[str]
) -> None:
    found = documents(write_course(tmp_path), "packet", choices=Choices(printing=printing))

    assert list(found) == [f"packet/{name}" for name in names]


def test_a_packet_tells_of_every_session_that_it_holds_words_of(tmp_path: Path) -> None:
    second = SESSION.replace("rescue", "care")
    folder = write_course(tmp_path, SESSION, **{"sessions/2.yaml": second})
    _, packet = documents(folder, "packet")["packet/packet.pdf"]

    assert [session.number for session in packet.sessions] == [1, 2]


def test_the_packet_holds_what_participants_keep(tmp_path: Path) -> None:
    session = (
        "id: rescue\ntitle: Rescue\nsections:\n  - id: one\n    title: One\n    slides:\n"
        "      - title: In pairs\n        blocks:\n          - activity: [Look]\n"
        "            cards: [A, B]\n          - {id: q, question: Why?}\n"
        "worksheet: {id: w, title: Think back, parts: [{block: q, lines: 2}]}\n"
        "key_messages: [Planning is vital.]\n"
    )
    (_, packet) = documents(write_course(tmp_path, session), "packet")["packet/packet.pdf"]

    assert isinstance(packet.plan, Packet)
    assert [entry.plan.head.title for entry in packet.plan.entries] == [
        "Agenda",
        "Rescue",
        "In pairs",
        "Think back",
        "Action plan",
    ]


def test_a_paper_on_its_side_is_so_in_the_packet(tmp_path: Path) -> None:
    upright = kind(("wide", PacketPlace.FRONT, None))

    def turned(edition: Edition, planning: Planning) -> Iterator[Document]:
        for document in upright.documents(edition, planning):
            yield replace(document, sheet=replace(document.sheet, landscape=True))

    folder = write_course(tmp_path)
    kinds = (replace(upright, documents=turned),)
    (packet,) = packets_of(kinds, edition_of(folder, NO_CHOICES), planning_for(folder))

    assert isinstance(packet.plan, Packet)
    assert [entry.landscape for entry in packet.plan.entries] == [True]
