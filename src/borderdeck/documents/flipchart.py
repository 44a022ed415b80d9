"""Plan the flipchart sheets of a session: the words of its slides, as large as a sheet takes them.

They are for when there is no power. A sheet is hung up, or copied by hand; so it holds what is seen
at once, and each item of a list stays whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.model import Audience
from borderdeck.documents.columns import column_shares
from borderdeck.documents.deck import plan_deck, recalled
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.fit import fits, measure
from borderdeck.documents.fonts import PAPER
from borderdeck.documents.heads import paper_head
from borderdeck.documents.layouts import LevelStyle, TextBox
from borderdeck.documents.session_names import for_the_facilitator
from borderdeck.documents.sheets import MILLIMETRE, Sheet
from borderdeck.documents.slide_pictures import pictures_of
from borderdeck.documents.slides import Paragraph, PictureContent, TableContent
from borderdeck.documents.split import split, split_table
from borderdeck.documents.tables import table_fits
from borderdeck.documents.widows import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Session
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slide_pictures import SlidePicture
    from borderdeck.documents.slides import Content, Paragraphs, Runs
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.words import Words
    from borderdeck.edition.words.flipchart import FlipchartWords

MARGINS = (43.0, 47.0)
"""What the margins of `flipchart.css` take from a sheet's width and height, in millimetres."""

TITLE = 92.0
"""The room of a sheet's title, of two lines, and the gap beneath it, in points."""

CAPTION = 46.0
"""The room of what stands beneath a table or a picture, and the gap above it, in points."""

ALONE = 56.0
"""The gap above a title that has a sheet to itself, in points."""

SIZES = (60, 52, 44, 40, 36, 32)
"""The sizes that words may be set in, in points; the capitals of 32 are 8 mm high."""

TABLE_SIZES = (36, 32, 28, 24)

LEVELS = 3
"""The levels that a list has on a slide."""


FEW = 2
"""So many lines are looked at as one shape; of more, the last one may hold a word alone."""


class FlipSheet(Struct, frozen=True):
    """A sheet: its title, and words in a size in points, a table or a picture.

    `label` says where it belongs, `part` which of its slide's sheets it is where there are several.
    A sheet without content bears its title in that size.
    """

    label: str
    part: str
    title: Runs
    content: Content
    size: int
    first: bool
    caption: Paragraphs = ()


class Flipchart(Struct, frozen=True):
    """The flipchart sheets of a session."""

    head: PaperHead
    words: FlipchartWords
    sheets: tuple[FlipSheet, ...]


class Easel(Struct, frozen=True):
    """Where sheets are measured: their sides in points, the fonts, the edition's words."""

    width: float
    height: float
    fonts: FontBook
    words: Words

    def sheets(self, picture: SlidePicture) -> Iterator[FlipSheet]:
        """Give the sheets of a slide: words first, then tables and pictures."""
        contents = tuple(self._contents(picture))
        words = self.words.flipchart
        for part, (content, size) in enumerate(contents, start=1):
            yield FlipSheet(
                label=self._label(picture),
                part=words.sheet.format(part=part, parts=len(contents)) if contents[1:] else "",
                title=picture.slide.title if content else self._alone(picture.slide.title, size),
                content=content,
                size=size,
                first=part == 1,
                caption=_paragraphs(picture) if _is_shown(content) else (),
            )

    def _label(self, picture: SlidePicture) -> str:
        """Say where a sheet belongs: "7.1 · Slide 5"."""
        said = (
            picture.rail,
            self.words.slides.label.format(number=picture.number),
            self.words.flipchart.hidden if picture.slide.hidden else "",
        )
        return " \N{MIDDLE DOT} ".join(word for word in said if word)

    def _contents(self, picture: SlidePicture) -> Iterator[tuple[Content, int]]:
        shown = [content for content in picture.contents if _is_shown(content)]
        if not shown:
            yield from self._words(_paragraphs(picture), picture.slide.title)
        for content in shown:
            if isinstance(content, TableContent):
                yield from self._tables(content)
            else:
                yield content, SIZES[-1]

    def _words(self, paragraphs: Paragraphs, title: Runs) -> Iterator[tuple[Paragraphs, int]]:
        """Set words on as few sheets as the smallest size needs, each as large as it takes them."""
        if not paragraphs:
            yield (), self._largest((_bold(title),), self.height - ALONE)
            return
        height = self.height - TITLE
        for piece in split(paragraphs, self._box(SIZES[-1], height), self.fonts):
            size = self._largest(piece, height)
            box = self._box(size, height)
            yield tuple(self._balanced(each, box) for each in piece), size

    def _alone(self, title: Runs, size: int) -> Runs:
        """Set a title that has a sheet to itself: no word stands alone on its last line."""
        box = self._box(size, self.height - ALONE)
        words = joined(_bold(title), box, self.fonts).runs
        return tuple(replace(run, text=said.text) for run, said in zip(title, words, strict=True))

    def _balanced(self, paragraph: Paragraph, box: TextBox) -> Paragraph:
        """Leave no word alone on the last of few lines."""
        (measured,) = measure((paragraph,), box, self.fonts)
        return joined(paragraph, box, self.fonts) if measured.lines == FEW else paragraph

    def _largest(self, paragraphs: Paragraphs, height: float) -> int:
        fitting = (s for s in SIZES if fits(paragraphs, self._box(s, height), self.fonts))
        return next(fitting, SIZES[-1])

    def _tables(self, table: TableContent) -> Iterator[tuple[TableContent, int]]:
        height = self.height - TITLE - CAPTION
        boxes = {size: self._box(size, height) for size in TABLE_SIZES}
        measured = {size: self._shared_out(table, box) for size, box in boxes.items()}
        fitting = (s for s in TABLE_SIZES if table_fits(measured[s], boxes[s], self.fonts))
        size = next(fitting, TABLE_SIZES[-1])
        pieces = split_table(measured[size], boxes[size], self.fonts)
        yield from ((piece, size) for piece in pieces)

    def _shared_out(self, table: TableContent, box: TextBox) -> TableContent:
        return replace(table, widths=column_shares(table.header, table.rows, box, self.fonts))

    def _box(self, size: int, height: float) -> TextBox:
        styles = (_style(size, level) for level in range(LEVELS))
        return TextBox(self.width, height, tuple(styles))


def plan_flipchart(edition: Edition, session: Session, planning: Planning) -> Flipchart:
    """Plan the flipchart sheets of a session."""
    words = edition.words
    deck, _ = plan_deck(edition, session, planning)
    title = words.flipchart.title.format(number=session.number)
    head = paper_head(edition, title, words.flipchart.purpose, session, turned=False)
    across, down = Sheet(edition.printing.paper, landscape=True).millimetres
    easel = Easel(
        width=(across - MARGINS[0]) * MILLIMETRE,
        height=(down - MARGINS[1]) * MILLIMETRE,
        fonts=planning.fonts,
        words=words,
    )
    pictures = pictures_of(deck, words.slides.alternative)
    sheets = (sheet for picture in pictures for sheet in easel.sheets(picture))
    marked = replace(head, session_label=for_the_facilitator(session, words))
    return Flipchart(marked, words.flipchart, tuple(sheets))


def _flipcharts(edition: Edition, planning: Planning) -> Iterator[Document]:
    for session in edition.course.sessions:
        path = f"facilitator/flipchart-session-{session.number}.pdf"
        plan = plan_flipchart(edition, session, planning)
        told = (session, *recalled(edition, session))
        yield Document(
            path, plan, session.number, told, sheet=Sheet(landscape=True), copies=Copies.ONE
        )


FLIPCHART = Kind("flipchart", "flipchart", "flipchart.html.j2", Audience.FACILITATOR, _flipcharts)


def _bold(title: Runs) -> Paragraph:
    return Paragraph(tuple(replace(run, bold=True) for run in title))


def _is_shown(content: Content) -> bool:
    """Whether it is a table or a picture; words beside it are its caption."""
    return isinstance(content, TableContent | PictureContent)


def _paragraphs(picture: SlidePicture) -> Paragraphs:
    """Give the words of a slide beneath its title."""
    contents = (content for content in picture.contents if isinstance(content, tuple))
    return tuple(paragraph for content in contents for paragraph in content)


def _style(size: int, level: int) -> LevelStyle:
    """Set a level; items of a list hang one em further in at each."""
    hang = float(size)
    return LevelStyle(
        PAPER, size, space_before=0.25 * size, margin_left=(level + 1) * hang, indent=-hang
    )
