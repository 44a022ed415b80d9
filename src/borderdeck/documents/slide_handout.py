"""Plan the slide handouts of a session: three to a page with room for notes, and six to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.model import Audience
from borderdeck.documents.columns import column_shares
from borderdeck.documents.deck import plan_deck, recalled
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.printed import LARGE_CELLS
from borderdeck.documents.slide_pictures import pictures_of, without_notes
from borderdeck.documents.slides import TableContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Session
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slide_pictures import SlidePicture
    from borderdeck.documents.slides import Deck
    from borderdeck.edition.edition import Edition

WITH_NOTES = 3
"""The slides on a page that has lines beside them."""

WITHOUT = 6
"""The slides on a page that is for reading."""

NAMES = {WITH_NOTES: "three", WITHOUT: "six"}


class SlideHandout(Struct, frozen=True):
    """The slides of a session that are shown, and how many a page takes.

    `slide_label` is a pattern that takes the `number` of a slide.
    """

    head: PaperHead
    decks: tuple[Deck, ...]
    pictures: tuple[SlidePicture, ...]
    to_a_page: int
    slide_label: str

    @property
    def lined(self) -> bool:
        """Whether there are lines beside the slides."""
        return self.to_a_page == WITH_NOTES


def plan_slide_handout(
    edition: Edition, session: Session, deck: Deck, to_a_page: int, fonts: FontBook
) -> SlideHandout:
    """Plan a handout of the slides of a session's deck; hidden ones are not in it."""
    words = edition.words.slides
    purpose = words.for_notes if to_a_page == WITH_NOTES else words.for_reading
    pictures = (p for p in pictures_of(deck, words.alternative) if not p.slide.hidden)
    return SlideHandout(
        head=paper_head(edition, words.handout.format(number=session.number), purpose, session),
        decks=(without_notes(deck),),
        pictures=tuple(_with_room_for_words(picture, fonts) for picture in pictures),
        to_a_page=to_a_page,
        slide_label=words.label,
    )


def _with_room_for_words(picture: SlidePicture, fonts: FontBook) -> SlidePicture:
    """Share its tables' columns out anew, by words in large print: they stand in for it there."""
    filled = (
        replace(each, content=_shared_out(each.content, fonts))
        if isinstance(each.content, TableContent)
        else each
        for each in picture.slide.filled
    )
    return replace(picture, slide=replace(picture.slide, filled=tuple(filled)))


def _shared_out(table: TableContent, fonts: FontBook) -> TableContent:
    widths = column_shares(table.header, table.rows, LARGE_CELLS, fonts)
    return replace(table, widths=widths)


def _handouts(edition: Edition, planning: Planning) -> Iterator[Document]:
    for session in edition.course.sessions:
        deck, _ = plan_deck(edition, session, planning)
        for to_a_page, name in NAMES.items():
            plan = plan_slide_handout(edition, session, deck, to_a_page, planning.fonts)
            path = f"handouts/slides-session-{session.number}-{name}-to-a-page.pdf"
            told = (session, *recalled(edition, session))
            large = to_a_page == WITH_NOTES  # its large twin has the words, and so everything
            copies = None if large else Copies.NONE  # one of the two is printed
            yield Document(path, plan, session.number, told, large_print=large, copies=copies)


SLIDE_HANDOUTS = Kind(
    "slide-handouts",
    "slide handout",
    "slide-handout.html.j2",
    Audience.PARTICIPANT,
    _handouts,
    in_packet=False,
)
