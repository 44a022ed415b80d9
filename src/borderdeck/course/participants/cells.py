"""Single cells of a list: what each may hold, and what is wrong where it holds something else."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from borderdeck.course.faults import Fault
from borderdeck.course.language_names import code_called
from borderdeck.course.participants.columns import Column
from borderdeck.course.quoting import shortened
from borderdeck.diagnostics import Code

LONGEST: Final = {Column.NAME: 120, Column.ORGANISATION: 200, Column.ROLE: 200}
"""How many characters a badge and a certificate can hold."""

MOST_MARKS = 6
"""Marks that a letter may bear; Hebrew's bear up to five."""

YES = ("yes", "y", "true", "1", "x")
NO = ("", "no", "n", "false", "0")

TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""A language's tag, as much as is used of BCP 47."""

LANGUAGES: Final = {
    name: tag
    for tag, names in {
        "ar": ("arabic", "العربية"),
        "en": ("english",),
        "es": ("spanish", "español", "espanol"),
        "fr": ("french", "français", "francais"),
        "ru": ("russian", "русский"),
        "zh": ("chinese", "中文"),
    }.items()
    for name in names
}
"""The official languages of the United Nations as people call them, and their tags."""


def check_words(words: str, column: Column) -> Fault | None:
    """Say why words cannot be set, if they cannot."""
    if len(words) > LONGEST[column]:
        most = LONGEST[column]
        message = f"this {column} has {len(words)} characters, and {most} is the most"
        return Fault(Code.TEXT_TOO_LONG, message, "shorten it")
    if most_marks(words) > MOST_MARKS:
        message = f"a letter of this {column} bears more than {MOST_MARKS} marks"
        return Fault(Code.BAD_VALUE, message, "write it again, without those marks")
    return None


def read_yes_or_no(words: str) -> bool | Fault:
    """Read whether something is so; an empty cell says no."""
    folded = words.casefold()
    if folded in YES or folded in NO:
        return folded in YES
    message = f'expected yes or no, found "{shortened(words)}"'
    return Fault(Code.BAD_VALUE, message, 'write "yes" for those who need large print')


def read_language(words: str) -> str | Fault:
    """Read a language's tag, or the name of one of the United Nations' six."""
    tag = LANGUAGES.get(words.casefold())
    if tag is not None:
        return tag
    if words and not TAG.fullmatch(words):
        message = f'"{shortened(words)}" is not the code of a language'
        return Fault(Code.BAD_VALUE, message, _code_of(words))
    return words.replace("_", "-")


def _code_of(words: str) -> str:
    """Word the hint: the code of the language that is called so in English, or what a code is."""
    if (code := code_called(words)) is not None:
        return f"write its code: {code}"
    return "write its code by ISO 639, of two or three letters: en, fr, pl, sw, uk and so on"


def most_marks(words: str) -> int:
    """Count the marks on the letter that bears most."""
    most = marks = 0
    for character in words:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        most = max(most, marks)
    return most
