"""Plan a session's worksheet: the words of its slides, with room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course import model
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.heads import paper_head
from borderdeck.documents.papers import (
    GroupKind,
    ReflectionWorksheet,
    WorksheetEntry,
    WorksheetGroup,
    WritingSpace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition


def plan_worksheet(
    edition: Edition, session: model.Session, worksheet: model.Worksheet
) -> ReflectionWorksheet:
    """Plan a worksheet from the blocks that it refers to."""
    blocks = {block.id: (slide, block) for slide, block in _blocks(session) if block.id}
    head = paper_head(edition, worksheet.title.plain, edition.words.worksheets.purpose, session)
    parts = (part for part in worksheet.parts if part.block in blocks)  # some may be left out
    groups = (_group(part, *blocks[part.block]) for part in parts)
    words = edition.words
    return ReflectionWorksheet(
        head=head,
        name_label=words.papers.name,
        date_label=words.papers.date,
        target_date_label=words.worksheets.target_date,
        groups=tuple(groups),
    )


def _worksheets(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    for session in edition.course.sessions:
        if session.worksheet is not None:
            path = f"worksheets/{session.worksheet.id}-worksheet.pdf"
            plan = plan_worksheet(edition, session, session.worksheet)
            yield Document(path, plan, session.number, (session,))


WORKSHEETS = Kind(
    "worksheets", "worksheet", "worksheet.html.j2", model.Audience.PARTICIPANT, _worksheets
)


def _blocks(session: model.Session) -> Iterator[tuple[model.Slide, model.AnyBlock]]:
    for section in session.sections:
        for slide in section.slides:
            for block in slide.blocks:
                yield slide, block


def _group(part: model.WorksheetPart, slide: model.Slide, block: model.AnyBlock) -> WorksheetGroup:
    heading = slide.title.runs if slide.title else ()
    match block:
        case model.Prompts():
            entries = _entries(part, block.prompts, numbered=False)
            return WorksheetGroup(GroupKind.PROMPTS, heading, _lead(block), tuple(entries))
        case model.Bullets():
            entries = _entries(part, block.bullets, numbered=False)
            return WorksheetGroup(GroupKind.PROMPTS, heading, _lead(block), tuple(entries))
        case model.Numbered():
            entries = _entries(part, block.numbered, numbered=True)
            return WorksheetGroup(GroupKind.QUESTIONS, heading, _lead(block), tuple(entries))
        case model.Question():
            entry = WorksheetEntry(block.question.runs, None, _spaces(part))
            return WorksheetGroup(GroupKind.QUESTIONS, heading, (), (entry,))
        case model.Paragraph():
            entry = WorksheetEntry(block.paragraph.runs, None, _spaces(part))
            return WorksheetGroup(GroupKind.TEXT, heading, (), (entry,))
        case _:
            raise TypeError(f"a worksheet cannot take a {block.tag}")


def _lead(block: model.Prompts | model.Bullets | model.Numbered) -> Runs:
    return block.lead.runs if block.lead else ()


def _entries(
    part: model.WorksheetPart, items: tuple[model.Item, ...], *, numbered: bool
) -> Iterator[WorksheetEntry]:
    own = {answer.item: answer.spaces for answer in part.answers}
    for number, item in enumerate(items, start=1):
        spaces = tuple(_space(space) for space in own.get(item.id, ())) if item.id else ()
        yield WorksheetEntry(item.text.runs, number if numbered else None, spaces or _spaces(part))


def _spaces(part: model.WorksheetPart) -> tuple[WritingSpace, ...]:
    return (WritingSpace((), part.lines, False),) if part.lines else ()


def _space(space: model.AnswerSpace) -> WritingSpace:
    return WritingSpace(space.label.runs if space.label else (), space.lines, space.target_date)
