"""What a facilitator may have meant, where a file is not YAML: one rule for each common slip.

A rule looks at the line on which the parser stopped as its author would. The first rule that knows
the slip words it; the more telling ones come first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.course.pasted import pasted
from borderdeck.course.quoting import begins_a_value, line_in_quotes, shortened
from borderdeck.course.syntax_fault import Explanation
from borderdeck.course.syntax_quotes import (
    colon_in_text,
    sign_at_the_start,
    unclosed_bracket,
    unclosed_quote,
    words_after_asterisk,
    words_after_brackets,
    words_after_quotes,
)

if TYPE_CHECKING:
    from borderdeck.course.syntax_fault import Rule, SyntaxFault

NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")
"""A line whose colon lacks the space after it."""


def _tab(fault: SyntaxFault) -> Explanation | None:
    if fault.line[fault.place[1] :][:1] != "\t" or fault.line[: fault.place[1]].strip():
        return None
    return Explanation(
        "this line is indented with a tab, and YAML takes only spaces",
        "replace the tab with spaces, two for each level",
        fault.position(),
    )


def _merge_mark(fault: SyntaxFault) -> Explanation | None:
    for line in (fault.place[0], (fault.began or fault.place)[0]):
        if re.match(r"<{7} |={7}$|>{7} ", fault.lines.line(line)):
            return Explanation(
                "this line was left by a program that merged two versions of the file",
                "keep the version that you want, and delete the lines of <<<<<<<, =======, >>>>>>>",
                fault.rest((line, 0)),
            )
    return None


def _pasted(fault: SyntaxFault) -> Explanation | None:
    """Find a bullet for a dash or another space on the line itself, or on what it goes on from."""
    before = _line_before(fault)
    for number in sorted({fault.place[0], (fault.began or fault.place)[0], before}):
        if found := pasted(fault.position((number, 0))):
            return found
    return None


def _no_space_after_colon(fault: SyntaxFault) -> Explanation | None:
    for line in _lines_in_question(fault):
        match = NO_SPACE.match(fault.lines.line(line))
        if match:
            key, value = match["key"], shortened(match["value"].strip())
            value += value[0] if value[0] in "'\"" and value[-1] != value[0] else ""
            return Explanation(
                f'a space is missing after the colon of "{key}"',
                f"write {key}: {value}",
                fault.position((line, match.start("key")), len(key) + 1),
            )
    return None


def _no_colon(fault: SyntaxFault) -> Explanation | None:
    for line in _lines_in_question(fault):
        words = fault.lines.line(line)
        if words.strip() and not re.search(r":(\s|$)", words):
            start = len(words) - len(words.lstrip())
            return Explanation(
                "this line has no key: a word with a colon and a space after it",
                "write it as key: text; if it continues the text above, indent it further",
                fault.rest((line, start)),
            )
    return None


def _lines_in_question(fault: SyntaxFault) -> tuple[int, ...]:
    """Give the lines on which a colon may be missing: where a key began, or the line before."""
    if "could not find expected ':'" in fault.problem and fault.began:
        return (fault.began[0],)
    if "mapping values are not" in fault.problem:
        return (_line_before(fault),)
    return ()


def _line_before(fault: SyntaxFault) -> int:
    number = fault.place[0] - 1
    while number > 0 and not fault.lines.line(number).split("#")[0].strip():
        number -= 1
    return max(number, 0)


def _list_after_key(fault: SyntaxFault) -> Explanation | None:
    if "sequence entries are not" not in fault.problem:
        return None
    position = fault.rest(fault.place)
    hint = "begin a new line before the dash"
    if begins_a_value(position):
        hint += f"; if it is a text, write {line_in_quotes(position)}"
    return Explanation("a list begins on the line below its key", hint, position)


def _indentation(fault: SyntaxFault) -> Explanation | None:
    indented = len(fault.line) - len(fault.line.lstrip())
    uneven = "mapping values are not" in fault.problem or "<block end>" in fault.problem
    if not uneven or fault.place[1] < indented or not fault.line.strip():
        return None
    stray = _STRAY.get(fault.problem.rpartition("found ")[2])
    message, hint = stray or (
        "this line does not begin in the same column as the lines that it belongs to",
        "line it up: keys that belong together, and the dashes of a list, share one column",
    )
    return Explanation(message, hint, fault.rest((fault.place[0], indented)))


_STRAY = {
    "'-'": (
        "an item of a list stands here among keys",
        "indent it below the key whose list it belongs to",
    ),
    "'?'": (
        "a key stands here among the items of a list",
        'indent it like the words after the dash, or begin it with "- "',
    ),
    "':'": ("there is a colon here, and no key before it", "write the key before the colon"),
}


def _backslash(fault: SyntaxFault) -> Explanation | None:
    if "escape c" not in fault.problem and "hexadecimal" not in fault.problem:
        return None
    line, column = fault.place
    start = max(fault.line.rfind("\\", 0, column + 1), 0)
    return Explanation(
        'a backslash (\\) inside "…" begins a special character, and this is none',
        "write it twice (\\\\), or put the text in '…' instead of \"…\"",
        fault.position((line, start), 2),
    )


def unexplained(fault: SyntaxFault) -> Explanation:
    """Say what can be said where no rule knows the slip."""
    return Explanation(
        "this line cannot be read as YAML",
        "look at the quotes, the colons and the indentation, here and on the line before",
        fault.position(),
    )


RULES: tuple[Rule, ...] = (
    _tab,
    _merge_mark,
    _pasted,
    unclosed_quote,
    words_after_quotes,
    words_after_brackets,
    words_after_asterisk,
    sign_at_the_start,
    colon_in_text,
    _no_space_after_colon,
    _no_colon,
    _list_after_key,
    _backslash,
    unclosed_bracket,
    _indentation,
)
