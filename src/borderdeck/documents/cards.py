"""Plan the cards of activities: equal cards to cut out, their words as large as the rule allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import Audience
from borderdeck.documents.activities import placed_activities
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.fit import USED_WIDTH, fits
from borderdeck.documents.flow import flow
from borderdeck.documents.heads import paper_head
from borderdeck.documents.layouts import LevelStyle, TextBox
from borderdeck.documents.planning import overflow
from borderdeck.documents.sheets import MILLIMETRE
from borderdeck.documents.slides import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderdeck.course.text import Text
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.activities import Placed
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition

WIDTH = 170.0
"""What all cards of a page take together, in millimetres: A4 and Letter have room for marks."""

PADDING = 6.0
"""What is left free along each edge of a card, in millimetres, as in `templates/cards.css`."""

FONT, LINE = "Noto Sans", 1.4
"""What words on cards are set in, and how high a line is, in em: both as in `cards.css`."""


class CardGrid(Struct, frozen=True):
    """So many cards beside and beneath each other; the sizes of their words, largest first.

    `whole` is how high all of them are together, in millimetres.
    """

    columns: int
    rows: int
    whole: float
    sizes: tuple[int, ...]

    @property
    def width(self) -> float:
        """The width of a card, in millimetres."""
        return WIDTH / self.columns

    @property
    def height(self) -> float:
        """The height of a card, in millimetres."""
        return self.whole / self.rows

    def box(self, size: int, fonts: FontBook) -> TextBox:
        """Give the room for a card's words, set in a size."""
        style = LevelStyle(FONT, size, line_spacing=LINE / fonts.twin(FONT).line_height)
        width, height = (side - 2 * PADDING for side in (self.width, self.height))
        return TextBox(width * MILLIMETRE, height * MILLIMETRE, (style,))


USUAL = CardGrid(2, 4, 232.0, (22, 20, 18, 16, 14, 12))
LARGE = CardGrid(1, 3, 204.0, (32, 28, 24, 22, 20, 18))
"""For large print: larger cards, whose words are never smaller than 18 pt."""


class Card(Struct, frozen=True):
    """A card's words, and their size in points."""

    runs: Runs
    size: int


class CardPages(Struct, frozen=True):
    """Cards in their grid, page by page."""

    grid: CardGrid
    pages: tuple[tuple[Card, ...], ...]


class CardSheets(Struct, frozen=True):
    """The cards of an activity, at the usual size and for large print.

    `back` is what each bears on its back, so that it is found again; empty for one-sided ones.
    """

    head: PaperHead
    usual: CardPages
    large: CardPages
    back: tuple[str, ...]


def plan_cards(
    edition: Edition, placed: Placed, fonts: FontBook, *, two_sided: bool = False
) -> CardSheets:
    """Plan an activity's cards, with backs where they are to be printed on both sides."""
    words = edition.words.activities
    title = words.cards.format(title=placed.title)
    purpose = words.cut_two_sided if two_sided else words.cut
    head = paper_head(edition, title, purpose, placed.session, turned=False)
    texts = placed.activity.cards
    usual, large = (CardPages(grid, _pages(texts, grid, fonts)) for grid in (USUAL, LARGE))
    return CardSheets(head, usual, large, (head.session_label, placed.title) if two_sided else ())


def overlong(texts: Sequence[Text], fonts: FontBook) -> Iterator[Diagnostic]:
    """Tell of each card that has more words than fit it at the smallest size of the rule."""
    for text in texts:
        if not all(_fits(text.runs, grid.sizes[-1], grid, fonts) for grid in (USUAL, LARGE)):
            message = f"this card is too long to be read: it does not fit in {USUAL.sizes[-1]} pt"
            yield overflow(message, text.position)


def _cards(edition: Edition, planning: Planning) -> Iterator[Document]:
    for placed in placed_activities(edition):
        if not placed.activity.cards:
            continue
        found = tuple(overlong(placed.activity.cards, planning.fonts))
        for two_sided in (False, True):
            ending = "-two-sided" if two_sided else ""
            yield Document(
                f"cards/{placed.name}{ending}.pdf",
                plan_cards(edition, placed, planning.fonts, two_sided=two_sided),
                placed.session.number,
                (placed.session,),
                found,
                large_print=not two_sided,
                copies=Copies.NONE if two_sided else Copies.ONE,
            )


CARDS = Kind("cards", "card sheet", "cards.html.j2", Audience.PARTICIPANT, _cards)


def _pages(texts: Sequence[Text], grid: CardGrid, fonts: FontBook) -> tuple[tuple[Card, ...], ...]:
    sizes = [_largest(text.runs, grid, fonts) for text in texts]
    common = min((size for size in sizes if size >= grid.sizes[-1]), default=grid.sizes[-1])
    cards = [Card(text.runs, min(common, own)) for text, own in zip(texts, sizes, strict=True)]
    whole = grid.columns * grid.rows
    return tuple(tuple(cards[start : start + whole]) for start in range(0, len(cards), whole))


def _largest(runs: Runs, grid: CardGrid, fonts: FontBook) -> int:
    """Give the largest size that all words fit in, of the rule's or, where they must, smaller."""
    smaller = range(grid.sizes[-1] - 1, 0, -1)
    for size in grid.sizes:
        if _fits(runs, size, grid, fonts) and _keeps_words_whole(runs, size, grid, fonts):
            return size
    return next((s for s in (grid.sizes[-1], *smaller) if _fits(runs, s, grid, fonts)), 1)


def _fits(runs: Runs, size: int, grid: CardGrid, fonts: FontBook) -> bool:
    return fits((Paragraph(runs),), grid.box(size, fonts), fonts)


def _keeps_words_whole(runs: Runs, size: int, grid: CardGrid, fonts: FontBook) -> bool:
    box = grid.box(size, fonts)
    return max(flow(runs, box.style(0), fonts).words()) <= box.width * USED_WIDTH
