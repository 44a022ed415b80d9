"""From a file's bytes to text that is safe to show: UTF-8 without hidden characters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from borderdeck.course.nodes import Lines
from borderdeck.diagnostics import Code, Diagnostic, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line breaks
    "\u2028\u2029"  # separators that only some programs take for line breaks
    "\u202a-\u202e\u2066-\u206f"  # bidi embeddings, overrides, isolates; deprecated formatting
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"  # byte order marks inside, annotations, noncharacters
)
"""Characters that nobody sees and that change how a text reads (UAX #9, Trojan Source).

Marks that Arabic, Persian and Indic texts need stay: U+061C, U+200C to U+200F.
"""

AT_MOST = 20
"""Hidden characters that are reported for one file: a damaged file has thousands."""

UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(data: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode a file's bytes; the text is worth reading on only without diagnostics."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", (_not_utf8(data, error.start, file),)
    return text, tuple(_hidden_characters(text, file))


def hidden_character(text: str, position: Position) -> Diagnostic | None:
    """Report the first hidden character of a text, which stands at `position` in its file."""
    match = HIDDEN.search(text)
    return match and _hidden(match[0], position)


def _not_utf8(data: bytes, offset: int, file: str) -> Diagnostic:
    kind = "UTF-16" if data.startswith(UTF16) else "another encoding than UTF-8"
    before = data[:offset].decode("utf-8-sig")
    line = HIDDEN.sub("�", before[_line_start(before) :])
    return Diagnostic(
        Code.NOT_UTF8,
        f"this file was saved in {kind}",
        "save it again, and choose the encoding UTF-8",
        Position(file, len(Lines.split(before)), len(line) + 1, 1, line + "�"),
    )


def _line_start(text: str) -> int:
    return max(text.rfind("\n"), text.rfind("\r")) + 1


def _hidden_characters(text: str, file: str) -> Iterator[Diagnostic]:
    matches = [match for _, match in zip(range(AT_MOST), HIDDEN.finditer(text), strict=False)]
    if not matches:
        return
    lines = Lines(file, HIDDEN.sub("�", text))
    for match in matches:
        before = text[: match.start()]
        line = len(Lines.split(before)) - 1
        yield _hidden(match[0], lines.position(line, match.start() - _line_start(before)))


def _hidden(character: str, position: Position) -> Diagnostic:
    name = unicodedata.name(character, "a control character").lower()
    return Diagnostic(
        Code.CONTROL_CHARACTER,
        f"an invisible character stands here: U+{ord(character):04X}, {name}",
        "delete it; it often comes along when a text is pasted from another program",
        position,
    )
