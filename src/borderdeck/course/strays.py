"""Files among a course's templates that nothing takes, and whose names are nearly right.

Others are left alone: pictures, fonts, notes, and what somebody keeps of an earlier day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.own_papers import ENDING
from borderdeck.course.spelling import closest, question
from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

SHEET = ".css"

NEARLY_TEMPLATE = re.compile(
    r"(?!\.)(.+?)(?:\.(?:x?html?|j2|jinja2?))+(?:\.txt)?", re.IGNORECASE | re.DOTALL
)
NEARLY_SHEET = re.compile(r"(?!\.)(.+?)\.css(?:\.txt)?", re.IGNORECASE | re.DOTALL)

KEPT = re.compile(r"[-_ ]?(?:\d+|\(\d+\)|copy|old|new|backup)")
"""What is added to the name of a file that is kept beside a later one."""

LIKENESS = 0.8
"""How alike the names of two style sheets are at least; no `notes.css` is one misspelt."""


class Strays(Struct, frozen=True):
    """The names in a folder of templates, and those of borderdeck's own templates."""

    names: Collection[str]
    ours: Collection[str]

    def hints(self) -> dict[str, str]:
        """Give the files whose names are nearly right, each with what would be right."""
        strays = filter(self._is_stray, self.names)
        hints = {name: self._template(name) or self._sheet(name) for name in strays}
        return {name: hint for name, hint in hints.items() if hint}

    def _is_stray(self, name: str) -> bool:
        """Whether a file is neither a template nor the style sheet beside a known one."""
        template = f"{name.removesuffix(SHEET)}{ENDING}"
        is_sheet = name.endswith(SHEET) and template in (*self.names, *self.ours)
        return not is_sheet and not name.endswith(ENDING)

    def _template(self, name: str) -> str:
        """Say how a template is to be named that has another ending."""
        match = NEARLY_TEMPLATE.fullmatch(name)
        better = match and f"{match[1]}{ENDING}"
        if not better or better in self.names:
            return ""
        return f'the name of a template ends with "{ENDING}": "{better}"'

    def _sheet(self, name: str) -> str:
        """Say which style sheet may be meant."""
        match = NEARLY_SHEET.fullmatch(name)
        if not match:
            return ""
        known = {_stem(each) for each in (*self.names, *self.ours) if each.endswith(ENDING)}
        guess = closest(match[1], known, LIKENESS)
        if guess is None or KEPT.fullmatch(match[1].removeprefix(guess)):
            return ""
        return f"a style sheet has the name of its template: {question(guess + SHEET)}"


def told(hints: Mapping[str, str], texts: Iterable[str], shown: str) -> Iterator[Diagnostic]:
    """Tell of those files that none of the texts names: those of templates and style sheets.

    `shown` is their folder, as messages have it.
    """
    words = "\n".join(texts)
    for name, hint in hints.items():
        if name not in words:
            message = f'nothing takes the file "{shown}/{name}"'
            yield Diagnostic(Code.UNUSED_FILE, message, hint, severity=Severity.WARNING)


def _stem(template: str) -> str:
    return template.removesuffix(ENDING)
