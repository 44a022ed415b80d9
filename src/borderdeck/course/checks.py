"""Rules across a course's files: ids, references, placeholders, the shapes of slides and tables.

They look at what the decoder has seen (`Visit`) rather than at values, so that they hold for a file
in which something else is wrong, too, and can point at the very word at fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.model import (
    Audience,
    Block,
    Item,
    KeyMessage,
    Outline,
    QuestionnaireQuestion,
    Recap,
    Section,
    Session,
    Slide,
    Table,
    WorksheetPart,
)
from borderdeck.course.nodes import Mapping, Node, Scalar, items_of, scalars_in
from borderdeck.course.placeholders import BUILT_IN, NAME, bracketed
from borderdeck.course.spelling import closest, suggestion
from borderdeck.diagnostics import Code, Diagnostic, Position

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from borderdeck.course.decode import Findings

NAMED = (
    (Section, "section of this session"),
    (Slide, "slide of this session"),
    (Block, "block of this session"),
    (Item, "item of this session"),
    (KeyMessage, "key message of this session"),
)
"""What bears ids within a session, each sort of its own."""

ON_WORKSHEETS = frozenset({"paragraph", "bullets", "numbered", "prompts", "question"})
"""The blocks whose words a worksheet can take."""


class Seen(Struct, frozen=True):
    """What the decoder saw in some files."""

    findings: tuple[Findings, ...]

    def mappings(self, kind: type) -> Iterator[Mapping]:
        """Give each mapping that was read as `kind` or a subclass of it."""
        for findings in self.findings:
            for visit in findings.visits:
                if issubclass(visit.kind, kind) and isinstance(visit.node, Mapping):
                    yield visit.node

    def ids(self, kind: type) -> dict[str, Scalar]:
        """Give the ids of all that is of `kind`, each with the place where it stands first."""
        found: dict[str, Scalar] = {}
        for scalar in self._id_scalars(kind):
            found.setdefault(scalar.text, scalar)
        return found

    def repeated_ids(self, kind: type) -> Iterator[tuple[Scalar, Scalar]]:
        """Give each id that stands a second time, with the first one."""
        first = self.ids(kind)
        for scalar in self._id_scalars(kind):
            if scalar is not first[scalar.text]:
                yield scalar, first[scalar.text]

    def _id_scalars(self, kind: type) -> Iterator[Scalar]:
        for node in self.mappings(kind):
            scalar = node.get("id")
            if isinstance(scalar, Scalar) and not scalar.is_nothing:
                yield scalar


def check_course(outline: Findings, sessions: Collection[Findings]) -> Iterator[Diagnostic]:
    """Check the rules across sessions, and then each session's own."""
    course = Seen(tuple(sessions))
    yield from _repeated(course, Session, "session of this course")
    asked = Seen((outline,))
    yield from _repeated(asked, QuestionnaireQuestion, "question of this questionnaire")
    for node in asked.mappings(QuestionnaireQuestion):
        yield from _nothing_to_tick(node)
    for findings in sessions:
        yield from _check_session(Seen((findings,)))
    names = declared_placeholders(Seen((outline,)))
    for findings in (outline, *sessions):
        yield from _unknown_placeholders(findings, names)


def check_recaps(sessions: Collection[Findings], count: int) -> Iterator[Diagnostic]:
    """Check that each recap names sessions of the course, once all `count` ids are known."""
    course = Seen(tuple(sessions))
    known = course.ids(Session)
    if len(known) < count:
        return
    for node in course.mappings(Recap):
        for name in scalars_in(node.get("recap")):
            if name.text not in known:
                yield _dangling(name, known, "session of this course", "the sessions are")


def declared_placeholders(outline: Seen) -> tuple[str, ...]:
    """Give the placeholders that a course's texts may use, those misspelt in small letters too."""
    declared = [node.get("placeholders") for node in outline.mappings(Outline)]
    own = [name.upper() for node in declared if isinstance(node, Mapping) for name in node.keys]
    return tuple(dict.fromkeys((*BUILT_IN, *own)))


def _check_session(session: Seen) -> Iterator[Diagnostic]:
    for kind, called in NAMED:
        yield from _repeated(session, kind, called)
    for node in session.mappings(WorksheetPart):
        yield from _worksheet_references(node, session)
    for node in session.mappings(Table):
        yield from _uneven_rows(node)
    for node in session.mappings(Slide):
        yield from _untitled(node)


def _repeated(seen: Seen, kind: type, called: str) -> Iterator[Diagnostic]:
    for second, first in seen.repeated_ids(kind):
        place = first.position
        yield Diagnostic(
            Code.DUPLICATE_ID,
            f'another {called} has the id "{second.text}"',
            f"give one of the two another id; the first is at {place.file}:{place.line}",
            second.position,
        )


def _worksheet_references(part: Mapping, session: Seen) -> Iterator[Diagnostic]:
    name = part.get("block")
    if not isinstance(name, Scalar):
        return
    blocks = session.ids(Block)
    if name.text not in blocks:
        yield _dangling(name, blocks, "block of this session", "the blocks with an id are")
        return
    yield from _unfit_for_a_worksheet(name, session)
    items = _items_of_block(name.text, session)
    for answer in items_of(part.get("answers")):
        item = answer.get("item") if isinstance(answer, Mapping) else None
        if isinstance(item, Scalar) and item.text not in items:
            called = f'item of the block "{name.text}"'
            yield _dangling(item, items, called, "its items with an id are")


def _unfit_for_a_worksheet(name: Scalar, session: Seen) -> Iterator[Diagnostic]:
    """Keep out of participants' papers what is not theirs, and what has no room for an answer."""
    for block in session.mappings(Block):
        if _word(block.get("id")) != name.text:
            continue
        if _is_for_the_facilitator(block):
            message = f'the block "{name.text}" is for the facilitator alone'
            hint = "a worksheet is a participant's paper: name another block"
            yield Diagnostic(Code.BAD_VALUE, message, hint, name.position)
        elif ON_WORKSHEETS.isdisjoint(block.keys):
            message = f'the block "{name.text}" is of a kind that a worksheet cannot take'
            hint = f"a worksheet takes: {', '.join(sorted(ON_WORKSHEETS))}"
            yield Diagnostic(Code.BAD_VALUE, message, hint, name.position)


def _is_for_the_facilitator(block: Mapping) -> bool:
    return _word(block.get("audience")) == Audience.FACILITATOR


def _items_of_block(name: str, session: Seen) -> tuple[str, ...]:
    blocks = [b for b in session.mappings(Block) if _word(b.get("id")) == name]
    return tuple(id_ for block in blocks for id_ in _ids_below(block) if id_ != name)


def _ids_below(node: Node) -> Iterator[str]:
    if isinstance(node, Mapping):
        if (word := _word(node.get("id"))) is not None:
            yield word
        for entry in node.entries:
            yield from _ids_below(entry.value)
    for item in items_of(node):
        yield from _ids_below(item)


def _word(node: Node | None) -> str | None:
    return node.text if isinstance(node, Scalar) else None


def _dangling(name: Scalar, known: Collection[str], called: str, otherwise: str) -> Diagnostic:
    return Diagnostic(
        Code.DANGLING_REFERENCE,
        f'no {called} has the id "{name.text}"',
        suggestion(name.text, known, otherwise) or f'write "id: {name.text}" at what is meant',
        name.position,
    )


def _nothing_to_tick(question: Mapping) -> Iterator[Diagnostic]:
    """Find an open question of which several choices may be ticked."""
    several = question.get("several")
    if several is not None and question.get("choices") is None:
        message = 'this question says "several", and has no "choices" to tick'
        yield Diagnostic(Code.BAD_VALUE, message, 'add "choices", or remove it', several.position)


def _uneven_rows(table: Mapping) -> Iterator[Diagnostic]:
    header = len(items_of(table.get("header")))
    for row in items_of(table.get("table")):
        cells = len(items_of(row))
        if header and items_of(row) and cells != header:
            yield Diagnostic(
                Code.BAD_VALUE,
                f"this row has {_cells(cells)}, and the header has {_cells(header)}",
                'make them equal; an empty cell is written ""',
                row.position,
            )


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


def _untitled(slide: Mapping) -> Iterator[Diagnostic]:
    """Find a slide without a title that gets none from its blocks either."""
    blocks = items_of(slide.get("blocks"))
    if slide.get("title") is None and not (blocks and all(map(_bears_title, blocks))):
        yield Diagnostic(
            Code.MISSING_KEY,
            'this slide has no "title"',
            'add "title: …"; only a slide with nothing but a recap or a paragraph does without',
            slide.position,
        )


def _bears_title(block: Node) -> bool:
    if not isinstance(block, Mapping) or _is_for_the_facilitator(block):
        return False
    return not {"recap", "paragraph"}.isdisjoint(block.keys)


def _unknown_placeholders(findings: Findings, known: Collection[str]) -> Iterator[Diagnostic]:
    for text in findings.texts:
        for name in unknown_names(text.source, known):
            place = findings.lines.find(text.position, name)
            yield unknown_placeholder(name, known, place)


def unknown_names(source: str, known: Collection[str]) -> Iterator[str]:
    """Give the placeholders in a text that nobody declared."""
    for names in bracketed(source):
        yield from (name for name in names if _is_unknown(name, names, known))


def _is_unknown(name: str, together: Collection[str], known: Collection[str]) -> bool:
    """Tell a placeholder that nobody declared from other words in brackets."""
    if name in known:
        return False
    return all(map(NAME.fullmatch, together)) or name.upper() in known


def unknown_placeholder(name: str, known: Collection[str], position: Position) -> Diagnostic:
    """Tell of a placeholder that nobody declared."""
    guess = closest(name, known)
    hint = f'did you mean "{guess}"?' if guess else f'declare "{name}" under placeholders'
    return Diagnostic(
        Code.UNKNOWN_PLACEHOLDER,
        f"the course declares no placeholder [{name}]",
        f"{hint}; words in brackets that are none are written \\[so\\]",
        position,
    )
