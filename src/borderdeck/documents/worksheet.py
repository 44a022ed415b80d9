"""Plan a session's worksheet: the words of its slides, with room to write."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course import model
from borderdeck.course.walk import blocks_of
from borderdeck.documents.document import Document, Kind, PacketPlace
from borderdeck.documents.fields import PART, FieldNamer, with_fillable
from borderdeck.documents.heads import paper_head
from borderdeck.documents.papers import (
    Field,
    GroupKind,
    ReflectionWorksheet,
    WorksheetEntry,
    WorksheetGroup,
    WritingSpace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.text import Text
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.words import Words


def plan_worksheet(
    edition: Edition, session: model.Session, worksheet: model.Worksheet
) -> ReflectionWorksheet:
    """Plan a worksheet from the blocks that it refers to."""
    blocks = {block.id: (slide, block) for _, slide, block in blocks_of(session) if block.id}
    parts = tuple(part for part in worksheet.parts if part.block in blocks)  # some may be left out
    head = paper_head(edition, worksheet.title.plain, edition.words.worksheets.purpose, session)
    words = edition.words
    return ReflectionWorksheet(
        head=head,
        name_label=words.papers.name,
        date_label=words.papers.date,
        target_date_label=words.worksheets.target_date,
        name=Field("Name", words.papers.name),
        date=FieldNamer(words.forms, "Date", words.papers.date).date,
        groups=tuple(
            _group(_Part(part, name, words), *blocks[part.block]) for part, name in _named(parts)
        ),
    )


def _worksheets(edition: Edition, planning: Planning) -> Iterator[Document]:
    del planning
    for session in edition.course.sessions:
        if session.worksheet is not None:
            stem = f"worksheets/{session.worksheet.id}-worksheet"
            plan = plan_worksheet(edition, session, session.worksheet)
            place, pdf = PacketPlace.SESSION, f"{stem}.pdf"
            paper = Document(pdf, plan, session.number, (session,), packet=place)
            yield from with_fillable(paper, edition)


WORKSHEETS = Kind(
    "worksheets", "worksheet", "worksheet.html.j2", model.Audience.PARTICIPANT, _worksheets
)


class _Part(Struct, frozen=True):
    """A part of a worksheet, what its fields' names begin with, and the edition's words."""

    part: model.WorksheetPart
    name: str
    words: Words

    def entry(self, text: Text, name: str | None, number: int | None = None) -> WorksheetEntry:
        """Plan a text with the room for its answer; `name` is an item's within its block."""
        told = " ".join(text.plain.split())
        fields = FieldNamer(self.words.forms, self.name, told).part(name or "", "")
        own = [answer.spaces for answer in self.part.answers if name and answer.item == name]
        asked = own[0] if own else self._usual
        names = map(str, range(1, len(asked) + 1)) if len(asked) > 1 else [""]
        spaces = (self._space(*named, fields) for named in zip(names, asked, strict=False))
        return WorksheetEntry(text.runs, number, tuple(spaces), fields.field)

    @property
    def _usual(self) -> tuple[model.AnswerSpace, ...]:
        return (model.AnswerSpace(lines=self.part.lines),) if self.part.lines else ()

    def _space(self, name: str, space: model.AnswerSpace, whole: FieldNamer) -> WritingSpace:
        fields = whole.part(name, space.label.plain if space.label else "")
        lines = tuple(fields.line(n + 1) for n in range(space.lines)) if space.target_date else ()
        target = self.words.worksheets.target_date
        dated = tuple((line.field, line.part("date", target).date) for line in lines)
        runs = space.label.runs if space.label else ()
        return WritingSpace(runs, space.lines, space.target_date, fields.field, dated)


def _named(parts: tuple[model.WorksheetPart, ...]) -> Iterator[tuple[model.WorksheetPart, str]]:
    """Give parts with names: their blocks', and a number where a block comes again."""
    seen: Counter[str] = Counter()
    for part in parts:
        seen[part.block] += 1
        again = seen[part.block]
        yield part, part.block if again == 1 else f"{part.block}{PART}Again{again}"


def _group(part: _Part, slide: model.Slide, block: model.AnyBlock) -> WorksheetGroup:
    heading = slide.title.runs if slide.title else ()
    match block:
        case model.Prompts(prompts=items) | model.Bullets(bullets=items):
            entries = _entries(part, items, numbered=False)
            return WorksheetGroup(GroupKind.PROMPTS, heading, _lead(block), tuple(entries))
        case model.Numbered():
            entries = _entries(part, block.numbered, numbered=True)
            return WorksheetGroup(GroupKind.QUESTIONS, heading, _lead(block), tuple(entries))
        case model.Question():
            entry = part.entry(block.question, None)
            return WorksheetGroup(GroupKind.QUESTIONS, heading, (), (entry,))
        case model.Paragraph():
            entry = part.entry(block.paragraph, None)
            return WorksheetGroup(GroupKind.TEXT, heading, (), (entry,))
        case _:
            raise TypeError(f"a worksheet cannot take a {block.tag}")


def _lead(block: model.Prompts | model.Bullets | model.Numbered) -> Runs:
    return block.lead.runs if block.lead else ()


def _entries(
    part: _Part, items: tuple[model.Item, ...], *, numbered: bool
) -> Iterator[WorksheetEntry]:
    for number, item in enumerate(items, start=1):
        yield part.entry(item.text, item.id or f"N{number}", number if numbered else None)
