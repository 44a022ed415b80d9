"""What a facilitator may have meant, where a file is not YAML: one rule for each common slip.

A rule looks at the line on which the parser stopped as its author would. The first rule that knows
the slip words it; the more telling ones come first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

from borderdeck.course.quoting import line_in_quotes, shortened

if TYPE_CHECKING:
    from borderdeck.course.nodes import Lines
    from borderdeck.diagnostics import Position

Place = tuple[int, int]
"""A line and a column, from 0."""

KEY = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+)\s*:(?=\s|$) *")
"""A line's key with its dashes and colon."""

NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")
"""A line whose colon lacks the space after it."""


class SyntaxFault(Struct, frozen=True):
    """Where and why the parser stopped, and the last thing that it understood before that."""

    lines: Lines
    problem: str
    place: Place
    context: str
    began: Place | None
    previous: Any

    @property
    def line(self) -> str:
        """The line on which the parser stopped."""
        return self.lines.line(self.place[0])

    def position(self, place: Place | None = None, width: int = 1) -> Position:
        """Give a position, by default where the parser stopped."""
        return self.lines.position(*(place or self.place), width)

    def rest(self, place: Place | None) -> Position:
        """Give the position from a place to its line's end."""
        line, column = place or self.place
        return self.position((line, column), len(self.lines.line(line).rstrip()) - column)


class Explanation(Struct, frozen=True):
    """What is wrong, what to write instead, and where."""

    message: str
    hint: str
    position: Position


_Rule = Callable[[SyntaxFault], Explanation | None]


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


def _unclosed_quote(fault: SyntaxFault) -> Explanation | None:
    if "quoted scalar" in fault.context and "end of stream" in fault.problem:
        return _never_closed(fault, fault.began)
    previous = fault.previous
    if "<block end>" in fault.problem and _quoted_over_lines(previous):
        return _never_closed(fault, (previous.start_mark.line, previous.start_mark.column))
    return None


def _quoted_over_lines(token: Any) -> bool:
    if not isinstance(token, yaml.ScalarToken) or token.style not in ("'", '"'):
        return False
    return bool(token.start_mark.line < token.end_mark.line)


def _never_closed(fault: SyntaxFault, place: Place | None) -> Explanation:
    position = fault.rest(place)
    quote = position.text[position.column - 1]
    return Explanation(
        f"the quotation mark ({quote}) that opens this text is not closed on this line",
        f"write {quote} at the end of the text",
        position,
    )


def _words_after_quotes(fault: SyntaxFault) -> Explanation | None:
    previous = fault.previous
    if "<block end>" not in fault.problem or not isinstance(previous, yaml.ScalarToken):
        return None
    if previous.style == "'":
        return Explanation(
            "the text in quotes ends before this, at an apostrophe (')",
            "put the whole text in \"…\", or write an apostrophe inside '…' twice: ''",
            fault.rest(None),
        )
    if previous.style == '"':
        return Explanation(
            'the text in quotes ends before this, at a quotation mark (")',
            'put the whole text in \'…\', or write a quotation mark inside "…" as \\"',
            fault.rest(None),
        )
    return None


def _words_after_brackets(fault: SyntaxFault) -> Explanation | None:
    closing = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
    if "<block end>" not in fault.problem or not isinstance(fault.previous, closing):
        return None
    return _in_quotes(fault, _value_of(fault.line, fault.place), "a bracket")


def _words_after_asterisk(fault: SyntaxFault) -> Explanation | None:
    previous = fault.previous
    if "<block end>" in fault.problem and isinstance(previous, yaml.AliasToken):
        start = (previous.start_mark.line, previous.start_mark.column)
        return _in_quotes(fault, start, "an asterisk (*)")
    return None


def _sign_at_the_start(fault: SyntaxFault) -> Explanation | None:
    """Find a text that begins with a character which means something to YAML."""
    if "scanning an alias" in fault.context:
        return _in_quotes(fault, fault.began, "an asterisk (*)")
    if "scanning an anchor" in fault.context:
        return _in_quotes(fault, fault.began, "&")
    if "scanning a tag" in fault.context:
        return _in_quotes(fault, fault.began, "!")
    if "scanning a block scalar" in fault.context and fault.began:
        return _in_quotes(fault, fault.began, fault.lines.line(fault.began[0])[fault.began[1]])
    if re.search("cannot start any token|node content|mapping keys are not", fault.problem):
        sign = fault.line[fault.place[1] :][:1]
        return _in_quotes(fault, fault.place, sign) if sign.strip() else None
    return None


def _in_quotes(fault: SyntaxFault, place: Place | None, sign: str) -> Explanation:
    position = fault.rest(place)
    return Explanation(
        f"a text that begins with {sign} needs quotes around it",
        f"write {line_in_quotes(position)}",
        position,
    )


def _value_of(line: str, place: Place) -> Place:
    """Give the place where the value of a line's key begins."""
    match = KEY.match(line) or re.match(r"\s*(?:- +)*", line)
    return (place[0], match.end() if match else 0)


def _colon_in_text(fault: SyntaxFault) -> Explanation | None:
    match = KEY.match(fault.line)
    if "mapping values are not" not in fault.problem or not match:
        return None
    if fault.place[1] < match.end():
        return None
    position = fault.position((fault.place[0], match.end()))
    return Explanation(
        "a text with a colon and a space in it needs quotes around it",
        f"write {line_in_quotes(position)}",
        fault.position(),
    )


def _no_space_after_colon(fault: SyntaxFault) -> Explanation | None:
    for line in _lines_in_question(fault):
        match = NO_SPACE.match(fault.lines.line(line))
        if match:
            key, value = match["key"], shortened(match["value"].strip())
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
    return Explanation(
        "a list begins on the line below its key",
        f"begin a new line before the dash; if it is a text, write {line_in_quotes(position)}",
        position,
    )


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


def _unclosed_bracket(fault: SyntaxFault) -> Explanation | None:
    if "parsing a flow" not in fault.context or not fault.began:
        return None
    position = fault.rest(fault.began)
    return Explanation(
        "this opens a list in brackets that is not closed properly",
        f"if it is a text, write {line_in_quotes(position)}",
        position,
    )


def unexplained(fault: SyntaxFault) -> Explanation:
    """Say what can be said where no rule knows the slip."""
    return Explanation(
        "this line cannot be read as YAML",
        "look at the quotes, the colons and the indentation, here and on the line before",
        fault.position(),
    )


RULES: tuple[_Rule, ...] = (
    _tab,
    _merge_mark,
    _unclosed_quote,
    _words_after_quotes,
    _words_after_brackets,
    _words_after_asterisk,
    _sign_at_the_start,
    _colon_in_text,
    _no_space_after_colon,
    _no_colon,
    _list_after_key,
    _backslash,
    _unclosed_bracket,
    _indentation,
)
