"""Blocks of the course as they stand on participants' papers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course import model
from borderdeck.course.edition_file import OptionalParts
from borderdeck.course.text import Run
from borderdeck.documents.columns import column_shares
from borderdeck.documents.fit import height
from borderdeck.documents.layouts import LevelStyle, TextBox
from borderdeck.documents.paragraphs import in_a_row, paragraphs_of
from borderdeck.documents.passages import (
    Asked,
    Begun,
    Entry,
    Fact,
    Figure,
    Grid,
    Listing,
    Pillar,
    Quotation,
    SideBySide,
    Task,
    Words,
)
from borderdeck.documents.pictures import Room, as_url, in_grey, ready_picture
from borderdeck.documents.session_names import session_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.course.text import Text
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.passages import Passage
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition

MEASURE = 397.0
"""How wide a paper's text is, in points: 140 mm, as in `templates/paper.css`."""

PICTURE = Room(MEASURE, 300.0)
"""The room that a picture has on a paper, in points."""

CELLS = TextBox(MEASURE, 0.0, (LevelStyle("Noto Sans", 10.5),))
"""What a table's columns are shared out by: the words in its cells, as `passages.css` sets them."""

HALVED_CELLS = TextBox(313.0, 0.0, (LevelStyle("Noto Sans", 10.5),))
"""The same on half a sheet: of Letter, which has the least room."""

LARGE_CELLS = TextBox(453.0, 0.0, (LevelStyle("Noto Sans", 18.0),))
"""The same in large print: 160 mm."""

COLUMN = TextBox(180.0, 300.0, (LevelStyle("Noto Sans", 11.0, space_after=4.0, margin_left=12.0),))
"""The room that one of two columns has; what is longer stands beneath the other one."""

ANSWER_LINES = 3
"""How many lines a question has that no worksheet gives room to."""


class Press(Struct, frozen=True):
    """Where a session's papers are planned: from what, and what was found to be wrong."""

    edition: Edition
    planning: Planning
    session: model.Session
    found: list[Diagnostic]

    def slides(self, section: model.Section) -> Iterator[model.Slide]:
        """Give the slides of a section that are shown."""
        for slide in section.slides:
            if not is_at_hand(section, slide, self.edition.optional):
                yield slide

    def passages(self, blocks: Iterable[model.AnyBlock]) -> tuple[Passage, ...]:
        """Set blocks one beneath the other."""
        return tuple(chain.from_iterable(self._passages(block) for block in blocks))

    def _passages(self, block: model.AnyBlock) -> Iterator[Passage]:
        match block:
            case model.Image():
                yield from self._figure(block)
            case model.Table():
                yield self._grid(block)
            case model.Columns():
                yield self._side_by_side(block)
            case model.Question():
                yield Asked(block.question.runs, 0 if self._on_worksheet(block) else ANSWER_LINES)
            case model.Prompts() if not self._on_worksheet(block):
                yield Begun(_entries(block.prompts), _runs(block.lead))
            case model.Activity():
                yield task(block, self.edition)
            case model.Recap():
                yield from self._recalled(block)
            case _:
                yield _plain(block)

    def _on_worksheet(self, block: model.AnyBlock) -> bool:
        """Whether the session's worksheet has room for what a block asks."""
        worksheet = self.session.worksheet
        return worksheet is not None and block.id in {part.block for part in worksheet.parts}

    def _figure(self, block: model.Image) -> Iterator[Figure]:
        ready = ready_picture(block.image, PICTURE, self.planning)
        self.found.extend(fault.at(block.position) for fault in ready.faults)
        if ready.data is not None:
            data = in_grey(ready.data) if self.edition.printing.grey else ready.data
            yield Figure(as_url(data), block.alt.plain, _runs(block.caption))

    def _grid(self, block: model.Table) -> Grid:
        header = tuple(cell.runs for cell in block.header)
        rows = tuple(tuple(cell.runs for cell in row) for row in block.table)
        widths = (
            column_shares(header, rows, cells, self.planning.fonts)
            for cells in (CELLS, HALVED_CELLS, LARGE_CELLS)
        )
        return Grid(header, rows, _runs(block.caption), *widths)

    def _side_by_side(self, block: model.Columns) -> SideBySide:
        pillars = tuple(self._pillar(column) for column in block.columns)
        highest = max(self._height(column) for column in block.columns)
        return SideBySide(pillars, stacked=highest > COLUMN.height)

    def _height(self, column: model.Column) -> float:
        paragraphs = (p for block in column.blocks for p in paragraphs_of(block))
        return height(paragraphs, COLUMN, self.planning.fonts)

    def _pillar(self, column: model.Column) -> Pillar:
        return Pillar(_runs(column.title), self.passages(column.blocks))

    def _recalled(self, block: model.Recap) -> Iterator[Listing]:
        """Name the sessions that are recalled: each has a handout with its own messages."""
        by_id = {session.id: session for session in self.edition.course.sessions}
        others = [by_id[name] for name in block.recap if name != self.session.id]
        if others:
            names = tuple(Entry((Run(session_name(self.edition, other)),)) for other in others)
            yield Listing(names, lead=(Run(self.edition.words.session_handouts.recalled),))


def is_at_hand(section: model.Section, slide: model.Slide, optional: OptionalParts) -> bool:
    """Whether a slide is only kept at hand, for when there is time."""
    return optional is OptionalParts.HIDDEN and (section.optional or slide.optional)


def task(activity: model.Activity, edition: Edition) -> Task:
    """Set what a group does."""
    return Task(tuple(_facts(activity, edition)), Listing(_entries(activity.activity), True))


def listing(lead: Text | None, items: Iterable[model.Item]) -> Listing:
    """Set a list with bullets."""
    return Listing(_entries(items), lead=_runs(lead))


def _facts(activity: model.Activity, edition: Edition) -> Iterator[Fact]:
    words = edition.words
    if activity.minutes is not None:
        yield Fact("", (Run(words.minutes.format(count=activity.minutes)),))
    if activity.group_size is not None:
        yield Fact("", (Run(words.group_size.format(count=activity.group_size)),))
    if activity.materials:
        things = (text.runs for text in activity.materials)
        yield Fact(words.materials, in_a_row(things, words.list_separator))


def _plain(block: model.AnyBlock) -> Passage:
    """Set a block that looks the same wherever it stands."""
    match block:
        case model.Paragraph():
            return Words(block.paragraph.runs)
        case model.Bullets():
            return listing(block.lead, block.bullets)
        case model.Prompts():
            return listing(block.lead, block.prompts)
        case model.Numbered():
            return Listing(_entries(block.numbered), numbered=True, lead=_runs(block.lead))
        case model.Quote():
            return Quotation(block.quote.runs, _runs(block.source))
        case _:
            raise TypeError(f"no paper can take a {block.tag}")


def _entries(items: Iterable[model.Item]) -> tuple[Entry, ...]:
    return tuple(Entry(item.text.runs, _inner(item)) for item in items)


def _inner(item: model.Item) -> tuple[Listing, ...]:
    return (Listing(_entries(item.items)),) if item.items else ()


def _runs(text: Text | None) -> Runs:
    return text.runs if text else ()
