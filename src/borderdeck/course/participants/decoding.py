"""A list's bytes -> its text, whichever of Excel's encodings they are in, and what is hidden in it.

Excel saves "CSV UTF-8" as UTF-8 with a byte order mark, "Unicode Text" as UTF-16 with one, and
plain "CSV" in an encoding of the machine's own, which nobody can tell from the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.course.characters import AT_MOST, HIDDEN, UTF16, hidden_character
from borderdeck.course.nodes import Lines
from borderdeck.diagnostics import Code, Diagnostic, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

LOST = "\ufffd"
"""What programs put in the place of a letter that they cannot decode."""

ODD = re.compile(f"{HIDDEN.pattern}|[\ud800-\udfff{LOST}]")
"""Hidden characters; lone surrogates, which stand for bytes that are not UTF-8 (PEP 383); and the
sign of a letter that is lost already."""

FIRST_SURROGATE = 0xDC00
"""The surrogate of a byte is the byte's value above this."""

SAVE_AGAIN = 'save it again: in Excel, choose the type "CSV UTF-8 (Comma delimited)"'


def text_of(data: bytes) -> str:
    """Decode a list; what cannot be decoded stays as lone surrogates."""
    encoding = _encoding(data)
    if encoding == "utf-8":
        return data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return data.decode(encoding, "replace").removeprefix("\ufeff")


def shown(text: str) -> str:
    """Give the text as a message may show it, character for character."""
    return ODD.sub(LOST, text)


def odd_characters(text: str, lines: Lines) -> Iterator[Diagnostic]:
    """Tell of the first hidden character or undecodable byte of each line."""
    found = 0
    for number, line in enumerate(Lines.split(text)):
        if (match := ODD.search(line)) is not None and found < AT_MOST:
            found += 1
            yield _odd(match[0], lines.position(number, match.start()))


def _encoding(data: bytes) -> str:
    if data.startswith(UTF16):
        return "utf-16"
    if data[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if data[:1] == b"\0" else "utf-8"


def _odd(character: str, position: Position) -> Diagnostic:
    if character == LOST:
        message = f"a letter was lost here when the file was saved: {LOST} stands in its place"
        return Diagnostic(Code.NOT_UTF8, message, "write the letter again", position)
    hidden = hidden_character(character, position)
    if hidden is not None:
        return hidden
    byte = ord(character) - FIRST_SURROGATE
    message = f"the byte 0x{byte:02X} is not UTF-8: this file was saved in another encoding"
    return Diagnostic(Code.NOT_UTF8, message, SAVE_AGAIN, position)
