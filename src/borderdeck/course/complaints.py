"""How the decoder words what is wrong with the shape of a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.course.kinds import called, keys_of, noun_of, this
from borderdeck.course.nodes import Entry, Mapping, Node, Scalar, Sequence
from borderdeck.course.quoting import line_in_quotes, shortened
from borderdeck.course.spelling import NEARLY_THE_SAME, closest, suggestion
from borderdeck.diagnostics import Code, Diagnostic, Position, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from collections.abc import Mapping as AbstractMapping


def _wrong_type(expected: str, node: Node, hint: str) -> Diagnostic:
    message = f"expected {expected}, found {described(node)}"
    return Diagnostic(Code.WRONG_TYPE, message, hint, node.position)


def described(node: Node) -> str:
    """Say in plain words what a node is."""
    if isinstance(node, Scalar):
        return "nothing" if node.is_nothing else "a text"
    return "a list" if isinstance(node, Sequence) else "keys with values"


def not_single(node: Node, expected: str, hint: str = "") -> Diagnostic:
    """Complain of a list or keys where a single value belongs."""
    if expected != "a text" or isinstance(node, Scalar):
        return _wrong_type(expected, node, hint or "write a single value after the colon")
    if not node.written:
        hint = "if a text begins with a dash or has a colon in it, put it in quotes"
        return _wrong_type(expected, node, hint)
    if isinstance(node, Mapping):
        return _wrong_type(expected, node, f"write {line_in_quotes(node.position)}")
    return Diagnostic(
        Code.UNQUOTED_PLACEHOLDER,
        "a text that begins with a bracket needs quotes around it",
        f"write {line_in_quotes(node.position)}",
        node.position,
    )


def nothing(node: Scalar, expected: str) -> Diagnostic:
    """Complain of a value that is not there."""
    hint = "write it after the colon or the dash, or remove the line"
    if re.search(r"[:-]\s+#", node.position.text):
        hint = "# begins a remark, which is left out; if it belongs to the text, use quotes"
    message = f"expected {expected}, found nothing"
    return Diagnostic(Code.EMPTY_TEXT, message, hint, node.position)


def too_long(node: Scalar, most: int) -> Diagnostic:
    """Complain of a value that is longer than any slide, paper or name can take."""
    message = f"this is {len(node.text)} characters long, and {most} are the most that fit"
    hint = "divide it; if it was not meant to be one text, look for a quote that is never closed"
    return Diagnostic(Code.TEXT_TOO_LONG, message, hint, node.position)


def cut_by_remark(node: Scalar) -> Diagnostic | None:
    """Warn of a text whose end YAML takes for a remark, as in `title: Rule #3`."""
    place = node.position
    start = place.column - 1 + place.width
    if not node.plain or not re.match(r"\s+#\S", place.text[start:]):
        return None
    rest = place.text[start:].strip()
    return Diagnostic(
        Code.YAML_SYNTAX,
        f'"{shortened(rest)}" is left out: # after a space begins a remark',
        f"if it belongs to the text, write {line_in_quotes(place)}",
        Position(place.file, place.line, place.text.index(rest, start) + 1, len(rest), place.text),
        Severity.WARNING,
    )


def not_a_choice(node: Node, choices: Collection[str]) -> Diagnostic:
    """Complain of a word that is none of a few."""
    if not isinstance(node, Scalar) or node.is_nothing:
        return _wrong_type("one word", node, f"choose one of: {', '.join(choices)}")
    message = f'"{shortened(node.text)}" is not among the words that can stand here'
    hint = suggestion(node.text, choices, "choose one of")
    return Diagnostic(Code.BAD_VALUE, message, hint, node.position)


def not_a_list(node: Node) -> Diagnostic:
    """Complain of what should be a list, and may be one with bullets for dashes."""
    if isinstance(node, Scalar) and node.plain:
        from borderdeck.course.pasted import pasted

        if (found := pasted(node.position)) is not None:
            return found.diagnostic
    hint = 'write each item on a line of its own below the key, with a dash before it: "- …"'
    return _wrong_type("a list", node, hint)


def miscounted(node: Sequence, count: int) -> Diagnostic:
    """Complain of a list that has too many items, or too few."""
    message = f"expected a list of {count}, found a list of {len(node.items)}"
    hint = f"give it {count} items"
    return Diagnostic(Code.BAD_VALUE, message, hint, node.position)


def empty_list(entry: Entry, required: bool) -> Diagnostic:
    """Complain of a list without items."""
    hint = "give it an item" if required else "give it an item, or remove the line"
    message = f'the list "{entry.key.text}" is empty'
    return Diagnostic(Code.BAD_VALUE, message, hint, entry.key.position)


def not_named(node: Node) -> Diagnostic:
    """Complain of what should be placeholders with their values."""
    hint = "write each on a line of its own, below the key: NAME: value"
    return _wrong_type("names with values", node, hint)


def not_capitals(key: Scalar) -> Diagnostic:
    """Complain of a placeholder's name."""
    better = re.sub(r"[^A-Z0-9]+", "_", key.text.upper()).strip("_")
    return Diagnostic(
        Code.BAD_VALUE,
        f'"{shortened(key.text)}" cannot be the name of a placeholder',
        f'write it in capitals, without brackets: "{better}"',
        key.position,
    )


BARE = {
    "paragraph": "if it is a paragraph, write - paragraph: {0}",
    "title": "write - title: {0}, or - break: {0}",
}
"""What somebody may have meant who wrote a bare text, by a tag that can stand there."""


def not_a_block(node: Node, kinds: AbstractMapping[str, type]) -> Diagnostic:
    """Complain of a block, or the like, that has no keys."""
    noun = _noun(kinds)
    for tag, hint in BARE.items():
        if isinstance(node, Scalar) and not node.is_nothing and tag in kinds:
            return _wrong_type(f"a {noun}", node, hint.format(shortened(node.text)))
    return _wrong_type(f"a {noun}", node, f"a {noun} is one of: {', '.join(kinds)}")


def untagged(node: Mapping, kinds: AbstractMapping[str, type]) -> Diagnostic:
    """Complain of a block that does not say what it is."""
    noun = _noun(kinds)
    known = {name for kind in kinds.values() for name in keys_of(kind)}
    odd = next((entry.key for entry in node.entries if entry.key.text not in known), None)
    if odd is None:
        message = f"this {noun} does not say what it is"
        hint = f"give it one of the keys: {', '.join(kinds)}"
        return Diagnostic(Code.MISSING_KEY, message, hint, node.position)
    message = f'"{shortened(odd.text)}" is not a kind of {noun} that can stand here'
    hint = suggestion(odd.text, kinds, f"a {noun} here is one of")
    return Diagnostic(Code.UNKNOWN_KEY, message, hint, odd.position)


def _noun(kinds: AbstractMapping[str, type]) -> str:
    return noun_of(next(iter(kinds.values())))


def second_tag(first: Scalar, second: Scalar, noun: str) -> Diagnostic:
    """Complain of a block, or the like, that says that it is two things."""
    return Diagnostic(
        Code.UNKNOWN_KEY,
        f'a {noun} is one thing, and this one is both "{first.text}" and "{second.text}"',
        f'begin a new {noun} here, with a dash: "- {second.text}:"',
        second.position,
    )


def not_keys(node: Node, kind: type) -> Diagnostic:
    """Complain of what should be keys with values."""
    names = ", ".join(keys_of(kind))
    if isinstance(node, Scalar) and (missed := re.match(r"([\w-]+):(\S.*)", node.text)):
        hint = f"put a space after the colon: {missed[1]}: {shortened(missed[2])}"
        return _wrong_type(called(kind), node, hint)
    return _wrong_type(called(kind), node, f"write it with its keys: {names}")


def is_text_with_colon(node: Mapping, kind: type) -> bool:
    """Tell whether an item was meant as a text, such as `- New perspective: gender`."""
    if len(node.entries) != 1:
        return False
    name = node.entries[0].key.text
    return name not in keys_of(kind) and closest(name, keys_of(kind)) is None


def text_with_colon(node: Mapping, kind: type) -> Diagnostic:
    """Complain of a text that YAML takes for a key, because of its colon."""
    name = shortened(node.entries[0].key.text)
    return Diagnostic(
        Code.UNKNOWN_KEY,
        f'the colon makes "{name}" a key, and {called(kind)} has no such key',
        f"if this is a text, write {line_in_quotes(node.position)}",
        node.position,
    )


def about_keys(node: Mapping, kind: type) -> list[Diagnostic]:
    """Complain of unknown and missing keys; a slip of the pen is not reported as both."""
    known = keys_of(kind)
    free = [name for name in known if name not in node.keys]
    unknown = [entry.key for entry in node.entries if entry.key.text not in known]
    guesses = {closest(key.text, free) for key in unknown}
    missing = [name for name in free if known[name].required and name not in guesses]
    return [*_unknown(unknown, kind, free), *(_missing(name, node, kind) for name in missing)]


def _unknown(keys: list[Scalar], kind: type, free: list[str]) -> Iterator[Diagnostic]:
    for key in keys:
        message = f'"{shortened(key.text)}" is not a key of {called(kind)}'
        hint = suggestion(key.text, free, "it can still have") or "remove it"
        taken = (name for name in keys_of(kind) if name not in free)
        if meant := closest(key.text, taken, NEARLY_THE_SAME):
            hint = f'did you mean "{meant}"? That stands here already: keep one of the two'
        if key.text.strip("\u00a0\u200b ") in free:
            hint = "an invisible character stands beside it: delete the word and type it anew"
        yield Diagnostic(Code.UNKNOWN_KEY, message, hint, key.position)


def _missing(name: str, node: Mapping, kind: type) -> Diagnostic:
    return Diagnostic(
        Code.MISSING_KEY,
        f'{this(kind)} has no "{name}"',
        f'add "{name}: …"',
        node.position,
    )
