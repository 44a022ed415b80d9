"""Nodes -> values of the model, by the model's own annotations.

All that is wrong is found in one pass. A part that cannot be decoded is `WRONG`, and so is
whatever holds it; but every text and every mapping that was seen is kept beside the value, so that
the rules across files (`borderdeck.course.checks`) can judge the rest of a faulty file, too.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Generic,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from msgspec import Struct, field

from borderdeck.course import complaints
from borderdeck.course.faults import Fault
from borderdeck.course.keys import Mapped, Reference
from borderdeck.course.kinds import keys_of, noun_of, tag_of
from borderdeck.course.markup import parse_markup
from borderdeck.course.nodes import Entry, Mapping, Node, Scalar, Sequence
from borderdeck.course.placeholders import NAME
from borderdeck.course.prose import parse_prose
from borderdeck.course.text import Prose, Text
from borderdeck.course.values import KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderdeck.course.nodes import Lines
    from borderdeck.diagnostics import Diagnostic, Position

T = TypeVar("T")

WRONG: Final = object()
"""Stands for a value that could not be decoded; why is among the findings."""

LONGEST_TEXT: Final = 20_000
"""Characters of a text: about eight pages of notes."""

LONGEST_VALUE: Final = 1_000
"""Characters of a single value, such as a place or the name of a file."""


class Visit(Struct, frozen=True):
    """A node that was read as a class of the model, whether or not it could be decoded."""

    kind: type
    node: Node


class Findings(Struct):
    """What was seen on the way, and the file's lines."""

    lines: Lines
    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)

    def point_at(self, node: Node, faults: Iterable[Fault]) -> None:
        """Note what is wrong with the words of a text, each at those very words."""
        for fault in faults:
            self.diagnostics.append(fault.at(self.lines.find(node.position, fault.words)))

    def wrong(self, *diagnostics: Diagnostic) -> object:
        """Note what is wrong with a value, and give what stands for it."""
        self.diagnostics.extend(diagnostics)
        return WRONG


class Decoded(Struct, Generic[T], frozen=True):
    """A file's value, None where something in it is wrong, and what was seen on the way."""

    value: T | None
    findings: Findings


Decoder = Callable[[Node, Findings], Any]


def decode(kind: type[T], root: Node, lines: Lines) -> Decoded[T]:
    """Decode a file's nodes as a class of the model."""
    findings = Findings(lines)
    value = _decoder_of_class(kind)(root, findings)
    return Decoded(None if value is WRONG else value, findings)


@cache
def decoder_of(annotation: Any) -> Decoder:
    """Choose the decoder for a type of the model."""
    if annotation in KINDS:
        return partial(_single, KINDS[annotation])
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _decoder_of_union(tuple(a for a in arguments if a is not type(None)))
    if origin is tuple:
        return _decoder_of_tuple(arguments)
    if origin is dict:
        return partial(_by_name, *arguments)
    if origin is Annotated:
        return _cell
    return _decoder_of_class(annotation)


def _decoder_of_class(kind: type) -> Decoder:
    if kind is Text:
        return _text
    if kind is Prose:
        return _prose
    if issubclass(kind, Enum):
        return partial(_choice, kind)
    if issubclass(kind, Mapped):
        return partial(_mapping, kind)
    raise TypeError(f"the format has no way to write a {kind}")


def _decoder_of_union(arms: tuple[type, ...]) -> Decoder:
    if len(arms) == 1:
        return decoder_of(arms[0])
    return partial(_tagged, {tag_of(arm): arm for arm in arms})


def _decoder_of_tuple(arguments: tuple[Any, ...]) -> Decoder:
    if arguments[-1] is Ellipsis:
        return partial(_list, arguments[0])
    return partial(_exactly, len(arguments), arguments[0])


def _single(kind: Kind, node: Node, findings: Findings) -> Any:
    if not isinstance(node, Scalar):
        return findings.wrong(complaints.not_single(node, kind.expected, kind.hint))
    if node.is_nothing or not node.text.strip():
        return findings.wrong(complaints.nothing(node, kind.expected))
    if len(node.text) > LONGEST_VALUE:
        return findings.wrong(complaints.too_long(node, LONGEST_VALUE))
    value = kind.read(node)
    return findings.wrong(value.at(node.position)) if isinstance(value, Fault) else value


def _text(node: Node, findings: Findings) -> Any:
    words = _source(node, findings)
    if not isinstance(words, str):
        return words
    parsed = parse_markup(words)
    findings.point_at(node, parsed.faults)
    text = Text(words, parsed.runs, node.position)
    findings.texts.append(text)
    return text


def _prose(node: Node, findings: Findings) -> Any:
    words = _source(node, findings)
    if not isinstance(words, str):
        return words
    prose, faults = parse_prose(words, node.position)
    findings.point_at(node, faults)
    findings.texts.extend(line.text for line in prose.lines)
    return prose


def _source(node: Node, findings: Findings) -> Any:
    """Give the words of a text, before they are parsed."""
    if not isinstance(node, Scalar):
        return findings.wrong(complaints.not_single(node, "a text"))
    if node.is_nothing or not node.text.strip():
        return findings.wrong(complaints.nothing(node, "a text"))
    if len(node.text) > LONGEST_TEXT:
        return findings.wrong(complaints.too_long(node, LONGEST_TEXT))
    if (remark := complaints.cut_by_remark(node)) is not None:
        findings.diagnostics.append(remark)
    return node.text.strip(" \t\r\n")


def _cell(node: Node, findings: Findings) -> Any:
    """Decode a text that may be empty."""
    if isinstance(node, Scalar) and (node.is_nothing or not node.text.strip()):
        return Text("", (), node.position)
    return _text(node, findings)


def _choice(kind: type[Enum], node: Node, findings: Findings) -> Any:
    choices = {str(member.value): member for member in kind}
    if isinstance(node, Scalar) and node.text in choices:
        return choices[node.text]
    return findings.wrong(complaints.not_a_choice(node, choices))


def _list(item: Any, node: Node, findings: Findings) -> Any:
    if not isinstance(node, Sequence):
        return findings.wrong(complaints.not_a_list(node))
    decoder = decoder_of(item)
    values = tuple([decoder(part, findings) for part in node.items])
    return WRONG if WRONG in values else values


def _exactly(count: int, item: Any, node: Node, findings: Findings) -> Any:
    values = _list(item, node, findings)
    if isinstance(node, Sequence) and len(node.items) != count:
        return findings.wrong(complaints.miscounted(node, count))
    return values


def _by_name(name: type, value: Any, node: Node, findings: Findings) -> Any:
    if not isinstance(node, Mapping):
        return findings.wrong(complaints.not_named(node))
    decoder = decoder_of(value)
    named = Reference if name is Reference else _unplaced
    values = {named(e.key.text, e.key.position): decoder(e.value, findings) for e in node.entries}
    misnamed = [e.key for e in node.entries if not NAME.fullmatch(e.key.text)]
    findings.diagnostics.extend(complaints.not_capitals(key) for key in misnamed)
    return WRONG if misnamed or WRONG in values.values() else values


def _unplaced(name: str, _: Position) -> str:
    return name


def _tagged(kinds: dict[str, type], node: Node, findings: Findings) -> Any:
    """Decode a block: the one tag among its keys says of which kind it is."""
    if not isinstance(node, Mapping):
        return findings.wrong(complaints.not_a_block(node, kinds))
    tags = [entry for entry in node.entries if entry.key.text in kinds]
    if not tags:
        return findings.wrong(complaints.untagged(node, kinds))
    if len(tags) > 1:
        noun = noun_of(kinds[tags[0].key.text])
        return findings.wrong(*(complaints.second_tag(tags[0].key, e.key, noun) for e in tags[1:]))
    return _mapping(kinds[tags[0].key.text], node, findings)


def _mapping(kind: type, node: Node, findings: Findings) -> Any:
    findings.visits.append(Visit(kind, node))
    short = getattr(kind, "shorthand", None)
    if short and not _has_keys_of(kind, node):
        return _shorthand(kind, short, node, findings)
    if not isinstance(node, Mapping):
        return findings.wrong(complaints.not_keys(node, kind))
    if short and complaints.is_text_with_colon(node, kind):
        return findings.wrong(complaints.text_with_colon(node, kind))
    known = [entry for entry in node.entries if entry.key.text in keys_of(kind)]
    problems = complaints.about_keys(node, kind)
    findings.diagnostics.extend(problems)
    fields = keys_of(kind)
    values = {fields[e.key.text].field: _value(kind, e, findings) for e in known}
    if problems or WRONG in values.values():
        return WRONG
    return kind(**values, position=node.position)


def _has_keys_of(kind: type, node: Node) -> bool:
    """Tell a mapping from a text in braces, such as `{PLACE}`."""
    if not isinstance(node, Mapping):
        return False
    return not node.written or any(name in keys_of(kind) for name in node.keys)


def _shorthand(kind: type, name: str, node: Node, findings: Findings) -> Any:
    value = decoder_of(keys_of(kind)[name].annotation)(node, findings)
    return WRONG if value is WRONG else kind(**{name: value}, position=node.position)


def _value(kind: type, entry: Entry, findings: Findings) -> Any:
    key = keys_of(kind)[entry.key.text]
    value = decoder_of(key.annotation)(entry.value, findings)
    if value == () and not key.may_be_empty:
        return findings.wrong(complaints.empty_list(entry, key.required))
    return value
