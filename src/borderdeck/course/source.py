"""YAML -> nodes: bounded, without surprises, and with a position for every value.

Of YAML 1.2 it takes what an outline needs: scalars, lists and mappings. Scalars stay the words
that were written, so `7.10`, `10:30` and `no` are what they look like; what a value means is
decided by who expects it (`borderdeck.course.decode`). Aliases and tags are refused.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.course.characters import hidden_character, read_text
from borderdeck.course.nodes import Entry, Lines, Mapping, Node, Scalar, Sequence
from borderdeck.course.quoting import line_in_quotes
from borderdeck.diagnostics import Code, Diagnostic, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT: Final = 1 << 20
"""Bytes that a course file may hold."""

DEEPEST: Final = 64
"""Levels of lists and mappings; the deepest outline that makes sense has about twenty."""

MOST_EVENTS: Final = 200_000
"""Steps of the YAML parser; a session of two hours takes about a thousand."""

MOST_MARKS: Final = 50_000
"""Signs of markup in a file: each costs its parser microseconds; a session has a few hundred."""

LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MARK: Final = re.compile(r"[*_\\\[<]")

DEEPER: Final[dict[type, int]] = {
    yaml.SequenceStartEvent: 1,
    yaml.MappingStartEvent: 1,
    yaml.SequenceEndEvent: -1,
    yaml.MappingEndEvent: -1,
}
"""By how many levels an event leads further in."""


class Source(Struct, frozen=True):
    """A file's content as nodes; `root` is None where it could not be read at all."""

    root: Node | None
    lines: Lines
    diagnostics: tuple[Diagnostic, ...]


def read_source(data: bytes, file: str) -> Source:
    """Read a YAML file's bytes. Whatever they are, what is wrong comes back as diagnostics."""
    text, problems = read_text(data, file)
    lines = Lines(file, text)
    if problems:
        return Source(None, lines, problems)
    events: list[yaml.Event] = []
    try:
        refusal = _scan(text, lines, events) or _marks_out_of_bounds(text, lines)
    except yaml.YAMLError as error:
        from borderdeck.course.syntax import explain

        refusal = explain(text, lines, error)
    if refusal:
        return Source(None, lines, (refusal,))
    builder = _Builder(text, lines, iter(events))
    root = builder.document()
    if builder.pasted:
        return Source(None, lines, tuple(builder.pasted[:1]))
    return Source(root, lines, tuple(builder.found))


def _scan(text: str, lines: Lines, events: list[yaml.Event]) -> Diagnostic | None:
    """Collect the parser's events as long as they stay within bounds."""
    depth = 0
    documents = 0
    for event in yaml.parse(text, LOADER):
        events.append(event)
        depth += DEEPER.get(type(event), 0)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > DEEPEST or documents > 1 or len(events) > MOST_EVENTS:
            return _out_of_bounds(depth, documents, _span(lines, event))
    return None


def _marks_out_of_bounds(text: str, lines: Lines) -> Diagnostic | None:
    beyond = next(islice(MARK.finditer(text), MOST_MARKS, None), None)
    if beyond is None:
        return None
    before = lines.split(text[: beyond.start()])
    return Diagnostic(
        Code.FILE_TOO_LARGE,
        "this file holds more asterisks, brackets and other signs of markup than any text needs",
        "look for rows of signs that draw lines, and remove them",
        lines.position(len(before) - 1, len(before[-1])),
    )


def _out_of_bounds(depth: int, documents: int, position: Position) -> Diagnostic:
    if depth > DEEPEST:
        return Diagnostic(
            Code.TOO_DEEP,
            f"lists and keys are nested more than {DEEPEST} levels deep here",
            "look for brackets that are not meant as lists, and put such texts in quotes",
            position,
        )
    if documents > 1:
        return Diagnostic(
            Code.YAML_SYNTAX,
            "a line of dashes begins a second document here, and a course file holds one",
            'remove the line "---", or move what follows into a file of its own',
            position,
        )
    return Diagnostic(
        Code.FILE_TOO_LARGE,
        "this file holds more values than any outline needs",
        "divide it into several sessions",
        position,
    )


def _span(lines: Lines, event: Any) -> Position:
    start, end = event.start_mark, event.end_mark
    return lines.span((start.line, start.column), (end.line, end.column))


class _Builder(Struct):
    """Builds nodes from events that are known to be well nested and not too deep."""

    text: str
    lines: Lines
    events: Iterator[Any]
    found: list[Diagnostic] = field(default_factory=list)
    pasted: list[Diagnostic] = field(default_factory=list)

    def document(self) -> Node:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                return self._node(next(self.events))
        return Scalar("", self.lines.position(0, 0))

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        self._refuse_properties(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event)
        return self._scalar(event)

    def _scalar(self, event: Any) -> Scalar:
        position = _span(self.lines, event)
        if (problem := hidden_character(event.value, position)) is not None:
            self.found.append(problem)
        if not event.style and event.start_mark.line < event.end_mark.line:
            self._look_for_bullets(event)
        if event.anchor is not None or event.tag is not None:
            return Scalar(_written(position), position, plain=False)
        return Scalar(event.value, position, plain=not event.style)

    def _look_for_bullets(self, event: Any) -> None:
        """Refuse a text of several lines that are items, which begin with bullets."""
        from borderdeck.course.pasted import pasted_bullet

        for number in range(event.start_mark.line, event.end_mark.line + 1):
            if (bullet := pasted_bullet(self.lines.position(number, 0))) is not None:
                self.pasted.append(bullet.diagnostic)

    def _sequence(self, start: Any) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._beside_its_dash(self._node(event)))
        position, written = self._extent(start, event)
        return Sequence(tuple(items), position, written)

    def _beside_its_dash(self, item: Node) -> Node:
        """Let an item that is not there point to its dash."""
        if not _is_absent(item):
            return item
        line, column = item.position.line - 1, item.position.column - 1
        dash = self.lines.line(line).rfind("-", 0, column + 1)
        return replace(item, position=self.lines.position(line, max(dash, 0)))

    def _mapping(self, start: Any) -> Mapping:
        entries: dict[str, Entry] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._add(self._node(event), self._node(next(self.events)), entries)
        position, written = self._extent(start, event)
        if entries and not written:
            position = next(iter(entries.values())).key.position
        return Mapping(tuple(entries.values()), position, written)

    def _add(self, key: Node, value: Node, entries: dict[str, Entry]) -> None:
        if not isinstance(key, Scalar):
            self.found.append(_no_key(key))
        elif not key.text[:1].isalnum() and (sign := _pasted(key)) is not None:
            self.pasted.append(sign)
        elif key.text in entries:
            self.found.append(_duplicate(key, entries[key.text].key.position))
        else:
            entries[key.text] = Entry(key, _placed(value, key))

    def _extent(self, start: Any, end: Any) -> tuple[Position, str]:
        """Give the position of a list or mapping, and its source where it has brackets."""
        if not start.flow_style:
            return _span(self.lines, start), ""
        first, last = start.start_mark, end.end_mark
        position = self.lines.span((first.line, first.column), (last.line, last.column))
        return position, _written(position)

    def _alias(self, event: Any) -> Scalar:
        position = _span(self.lines, event)
        self.found.append(_needs_quotes(Code.ALIAS, "*", position))
        return Scalar(f"*{event.anchor}", position, plain=False)

    def _refuse_properties(self, event: Any) -> None:
        """Refuse `&anchor` and `!tag` before a value."""
        if event.anchor is None and event.tag is None:
            return
        position = _span(self.lines, event)
        if event.anchor is not None:
            self.found.append(_needs_quotes(Code.ALIAS, "&", position))
        if event.tag is not None:
            self.found.append(_needs_quotes(Code.TAG, "!", position))


def _needs_quotes(code: Code, sign: str, position: Position) -> Diagnostic:
    return Diagnostic(
        code,
        f"a text that begins with {sign} needs quotes around it",
        f"write {line_in_quotes(position)}",
        position,
    )


def _placed(value: Node, key: Scalar) -> Node:
    """Let a value that is not there point to its key."""
    return replace(value, position=key.position) if _is_absent(value) else value


def _written(position: Position) -> str:
    return position.text[position.column - 1 :][: position.width]


def _is_absent(value: Node) -> bool:
    return isinstance(value, Scalar) and value.plain and not value.text


def _pasted(key: Scalar) -> Diagnostic | None:
    from borderdeck.course.pasted import pasted

    found = pasted(key.position)
    return found.diagnostic if found else None


def _no_key(key: Node) -> Diagnostic:
    return Diagnostic(
        Code.WRONG_TYPE,
        "a key is a plain name, and here stands something in brackets",
        "write the name alone, without brackets",
        key.position,
    )


def _duplicate(key: Scalar, first: Position) -> Diagnostic:
    return Diagnostic(
        Code.DUPLICATE_KEY,
        f'"{key.text}" stands here twice; the first is at {first.file}:{first.line}:{first.column}',
        "keep one of the two",
        key.position,
    )
