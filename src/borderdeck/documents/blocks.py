"""Plan one slide of the outline: as many slides as its blocks and their length call for."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course import model
from borderdeck.course.edition_file import OptionalParts
from borderdeck.course.text import Run
from borderdeck.documents.beside import columns, sides
from borderdeck.documents.columns import column_shares
from borderdeck.documents.notes import slide_notes
from borderdeck.documents.paragraphs import beginning_a_slide, items, paragraphs_of
from borderdeck.documents.pictures import picture_content
from borderdeck.documents.planning import Planning, overflow
from borderdeck.documents.session_names import session_name
from borderdeck.documents.sizes import fitting_share
from borderdeck.documents.slides import (
    Filled,
    LayoutName,
    Marker,
    Paragraph,
    PictureContent,
    Role,
    Slide,
    TableContent,
)
from borderdeck.documents.split import split, split_table
from borderdeck.documents.tables import table_fits
from borderdeck.documents.titles import continued

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.diagnostics import Diagnostic, Position
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Content, Paragraphs, Runs
    from borderdeck.edition.edition import Edition

FLOWING = (model.Paragraph, model.Bullets, model.Numbered, model.Prompts)
"""The blocks that share one body, one beneath the other."""


class Desk(Struct, frozen=True):
    """Where a deck is planned: what it is planned from, and what was found not to fit.

    `cropped` names the pictures that fill their room somewhere in the course.
    """

    edition: Edition
    planning: Planning
    found: list[Diagnostic]
    cropped: frozenset[str] = frozenset()

    def body(self, layout: LayoutName, paragraphs: Iterable[Paragraph]) -> Iterator[Slide]:
        """Give slides that hold the paragraphs, as many as it takes; they bear no title yet."""
        box = self.planning.box(layout, Role.BODY)
        for piece in split(tuple(paragraphs), box, self.planning.fonts):
            yield Slide(layout, (), (Filled(Role.BODY, piece),))

    def titled(self, slides: Iterable[Slide], title: Runs, again: str) -> Iterator[Slide]:
        """Title the first slide `title`, and the further ones `again`, continued."""
        for part, slide in enumerate(slides):
            words = (Run(continued(again, part, self.edition.words)),) if part else title
            yield replace(slide, title=words)

    def railed(self, slide: Slide, rail: str) -> Slide:
        """Put a number into the slide's rail; without one, a divider has it before its title."""
        if self.planning.has(slide.layout, Role.RAIL):
            number = Filled(Role.RAIL, (Paragraph((Run(rail),)),))
            return replace(slide, filled=(number, *slide.filled))
        if slide.layout is LayoutName.DIVIDER:
            return replace(slide, title=(Run(f"{rail} "), *slide.title))
        return slide

    def checked(self, slides: Iterable[Slide], position: Position) -> Iterator[Slide]:
        """Note what of the slides does not fit; `position` is where their words come from."""
        for slide in slides:
            for role, content in _contents(slide):
                if not self._fits(content, self.planning.box(slide.layout, role)):
                    message = f'the {role.lower()} of "{slide.title_text}" does not fit its slide'
                    self.found.append(overflow(message, position))
            yield slide

    def _fits(self, content: Content, box: TextBox) -> bool:
        match content:
            case TableContent():
                return table_fits(content, box, self.planning.fonts)
            case PictureContent():
                return True
            case _:
                return fitting_share(content, box, self.planning) is not None


def plan_slide(slide: model.Slide, rail: str, desk: Desk) -> Iterator[Slide]:
    """Plan a slide of the outline; `rail` is the number that stands beside its text."""
    notes = slide_notes(slide, desk.edition.words)
    hidden = slide.optional and desk.edition.optional is OptionalParts.HIDDEN
    drawn = list(desk.checked(_with_titles(slide, desk), slide.position))
    if slide.keep_together and len(drawn) > 1:
        message = f"this slide is to be kept together, and needs {len(drawn)} slides"
        desk.found.append(overflow(message, slide.position))
    for part in drawn:
        railed = desk.railed(part, rail)
        yield replace(railed, notes=notes, hidden=hidden, source=slide.position)
        notes = ()


def recap(sessions: Iterable[model.Session], desk: Desk) -> Iterator[Slide]:
    """Recall the key messages of sessions, each under its session's title."""
    words = desk.edition.words
    for session in sessions:
        title = session_name(desk.edition, session)
        again = words.session_key_messages.format(number=session.number)
        yield from desk.titled(message_slides(session, desk), (Run(title),), again)


def message_slides(session: model.Session, desk: Desk) -> Iterator[Slide]:
    """Give slides that hold a session's key messages; they bear no title yet."""
    messages = (
        Paragraph(m.text.runs, Marker.BULLET, break_before=m.new_slide)
        for m in session.key_messages
    )
    return desk.body(LayoutName.KEY_MESSAGES, messages)


def _with_titles(slide: model.Slide, desk: Desk) -> Iterator[Slide]:
    shown = [b for b in slide.blocks if b.audience is model.Audience.PARTICIPANT]
    if slide.title is not None:
        drafts = _drafts(shown, desk) if shown else [Slide(LayoutName.STATEMENT, ())]
        yield from desk.titled(drafts, slide.title.runs, slide.title.plain)
        return
    for block in shown:
        yield from _untitled(block, desk)


def _untitled(block: model.AnyBlock, desk: Desk) -> Iterator[Slide]:
    if isinstance(block, model.Recap):
        by_id = {session.id: session for session in desk.edition.course.sessions}
        yield from recap((by_id[name] for name in block.recap), desk)
    else:
        (statement,) = paragraphs_of(block)
        yield Slide(LayoutName.STATEMENT, statement.runs)


def _drafts(blocks: Iterable[model.AnyBlock], desk: Desk) -> Iterator[Slide]:
    for flowing, group in groupby(blocks, lambda block: isinstance(block, FLOWING)):
        if flowing:
            yield from desk.body(LayoutName.CONTENT, _flowing(group))
        else:
            for block in group:
                yield from _draft(block, desk)


def _flowing(blocks: Iterable[model.AnyBlock]) -> Iterator[Paragraph]:
    for block in blocks:
        paragraphs = paragraphs_of(block)
        yield from beginning_a_slide(paragraphs) if block.new_slide else paragraphs


def _draft(block: model.AnyBlock, desk: Desk) -> Iterator[Slide]:
    match block:
        case model.Quote():
            yield from _quote(block, desk)
        case model.Question():
            yield from desk.body(LayoutName.QUESTION, paragraphs_of(block))
        case model.Activity():
            yield from _activity(block, desk)
        case model.Table():
            yield from _table(block, desk)
        case model.Image():
            yield _picture(block, desk)
        case model.Columns():
            yield from _columns(block, desk)


def _quote(block: model.Quote, desk: Desk) -> Iterator[Slide]:
    source = (Paragraph(block.source.runs),) if block.source else ()
    for slide in desk.body(LayoutName.QUOTE, (Paragraph(block.quote.runs),)):
        yield _with(slide, Role.SOURCE, source)


def _activity(block: model.Activity, desk: Desk) -> Iterator[Slide]:
    """Put the instructions beside what they need; where that is too long, it goes on, too."""
    instructions = tuple(items(block.activity, Marker.NUMBER))
    box = desk.planning.box(LayoutName.ACTIVITY, Role.SIDE)
    beside = sides(block, desk.edition.words, box, desk.planning.fonts)
    drafts = list(desk.body(LayoutName.ACTIVITY, instructions))
    drafts += [Slide(LayoutName.ACTIVITY, ())] * (len(beside) - len(drafts))
    again = beside[:1] * (len(drafts) - len(beside))
    for slide, side in zip(drafts, (*beside, *again), strict=True):
        yield _with(slide, Role.SIDE, side)


def _table(block: model.Table, desk: Desk) -> Iterator[Slide]:
    header = tuple(cell.runs for cell in block.header)
    rows = tuple(tuple(cell.runs for cell in row) for row in block.table)
    box = desk.planning.box(LayoutName.TABLE, Role.TABLE)
    content = TableContent(header, rows, column_shares(header, rows, box, desk.planning.fonts))
    caption = (Paragraph(block.caption.runs),) if block.caption else ()
    for piece in split_table(content, box, desk.planning.fonts):
        yield _with(
            Slide(LayoutName.TABLE, (), (Filled(Role.TABLE, piece),)), Role.CAPTION, caption
        )


def _picture(block: model.Image, desk: Desk) -> Slide:
    filled = block.image in desk.cropped
    picture, faults = picture_content(block, desk.planning, filled=filled)
    desk.found.extend(fault.at(block.position) for fault in faults)
    caption = (Paragraph(block.caption.runs),) if block.caption else ()
    content = (Filled(Role.PICTURE, picture),) if picture else ()
    slide = Slide(LayoutName.PICTURE, (), content)
    return _with(slide, Role.CAPTION, caption)


def _columns(block: model.Columns, desk: Desk) -> Iterator[Slide]:
    pieces = (
        columns(column, desk.planning.box(LayoutName.COLUMNS, role), desk.planning.fonts)
        for column, role in zip(block.columns, (Role.LEFT, Role.RIGHT), strict=True)
    )
    for left, right in zip_longest(*pieces, fillvalue=()):
        yield _with(_with(Slide(LayoutName.COLUMNS, ()), Role.LEFT, left), Role.RIGHT, right)


def _contents(slide: Slide) -> Iterator[tuple[Role, Content]]:
    """Give all that a slide holds, and where each of it stands."""
    yield Role.TITLE, (Paragraph(slide.title),)
    yield from ((filled.role, filled.content) for filled in slide.filled)


def _with(slide: Slide, role: Role, content: Paragraphs) -> Slide:
    """Fill one more placeholder, where there is something to put in it."""
    return replace(slide, filled=(*slide.filled, Filled(role, content))) if content else slide
