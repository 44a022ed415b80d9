"""Papers of the course's own: templates in its folder `templates`, and the heads they begin with.

A facilitator writes no Python: a file `NAME.html.j2` there is a paper, unless borderdeck has a
template of that name, or it is a piece of others. Its head is YAML in a comment at its top.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.course.faults import Fault
from borderdeck.course.spelling import closest
from borderdeck.course.values import IDENTIFIER, as_identifier
from borderdeck.diagnostics import Code

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ENDING = ".html.j2"
"""What the names of papers' templates end with."""

PIECE = "_"
"""What the name of a template begins with that is a piece of others."""

TEMPLATE_LIMIT = 1 << 20
"""The bytes that a template may hold."""

HEAD = re.compile(r"(\A\s*\{#[-+]?[ \t]*\r?\n)(.*?)^[ \t]*[-+]?#\}", re.DOTALL | re.MULTILINE)
STATEMENT = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")

TAKEN = re.compile(r".*(-session-[0-9]+|-large-print)")
"""What names must not end with: those of a paper's files do."""

FORM = 'begin the template with a head: "{#-", a line each for title and purpose, "-#}"'


def papers_among(texts: Mapping[str, str], ours: Collection[str]) -> tuple[str, ...]:
    """Give the names of those templates that are papers, neither ours nor a piece of others."""
    pieces = {name for text in texts.values() for name in _named_in(text)}
    return tuple(
        name
        for name in texts
        if name not in pieces and name not in ours and not name.startswith(PIECE)
    )


def head_of(text: str) -> str | None:
    """Give a template's head, at the line where it stands; None where it has none."""
    found = HEAD.match(text)
    return found and "\n" * found[1].count("\n") + found[2]


def no_head(name: str, ours: Collection[str]) -> Fault:
    """Complain of a template without a head: its author may have meant another name."""
    guess = closest(name.removesuffix(ENDING), (each.removesuffix(ENDING) for each in ours))
    hint = f'{FORM}; a piece of other templates is named "{PIECE}{name}"'
    if guess:
        hint = f'did you mean "{guess}{ENDING}"? If it is a paper of your own, {FORM}'
    return Fault(Code.MISSING_KEY, "this template does not say what paper it makes", hint)


def misnamed(name: str) -> Fault | None:
    """Complain of a template's name that cannot be that of a file that is made."""
    stem = name.removesuffix(ENDING)
    if TAKEN.fullmatch(stem):
        message = f'"{stem}" ends as the names of sessions\' files and of large twins do'
        return Fault(Code.BAD_VALUE, message, "give the template another name")
    if IDENTIFIER.fullmatch(stem):
        return None
    better = as_identifier(stem)
    hint = "name it with small letters a to z, digits, and hyphens between them"
    hint = f'{hint}: "{better}{ENDING}"' if better else hint
    return Fault(Code.BAD_VALUE, f'"{name}" cannot be the name of a paper\'s template', hint)


def _named_in(text: str) -> set[str]:
    """Give the names of the templates that a template is built of."""
    statements = (match[1] for match in STATEMENT.finditer(text))
    return {a or b for statement in statements for a, b in QUOTED.findall(statement)}
