"""What a facilitator may have meant, where quotes or brackets are to blame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from borderdeck.course.quoting import begins_a_value, in_brackets, line_in_quotes
from borderdeck.course.syntax_fault import KEY, Explanation

if TYPE_CHECKING:
    from borderdeck.course.syntax_fault import Place, SyntaxFault

ENTRY = re.compile(r"\s*(?:- |[\w-]+\s*:(?=\s|$))")
"""How a line begins that is no more of the text before it: with a dash, or a key."""


def unclosed_quote(fault: SyntaxFault) -> Explanation | None:
    """Find a text whose quotes were closed by those of the next: there the parser stops.

    What it stops at may be any sign; it is the lines in between that tell.
    """
    previous = fault.previous
    if _quoted(previous) and previous.end_mark.line in _lines_of(fault):
        start, end = previous.start_mark, previous.end_mark
        if any(map(ENTRY.match, fault.lines.lines[start.line + 1 : end.line + 1])):
            return _never_closed(fault, (start.line, start.column))
    if "quoted scalar" in fault.context and "end of stream" in fault.problem:
        return _never_closed(fault, fault.began)
    return None


def _quoted(token: Any) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')


def _lines_of(fault: SyntaxFault) -> tuple[int, int]:
    return fault.place[0], (fault.began or fault.place)[0]


def _never_closed(fault: SyntaxFault, place: Place | None) -> Explanation:
    position = fault.rest(place)
    quote = position.text[position.column - 1]
    return Explanation(
        f"the quotation mark ({quote}) that opens this text is not closed on this line",
        f"write {quote} at the end of the text",
        position,
    )


def words_after_quotes(fault: SyntaxFault) -> Explanation | None:
    """Find words that follow a text in quotes on its line."""
    previous = fault.previous
    if not _quoted(previous) or previous.end_mark.line != fault.place[0]:
        return None
    sign = "an apostrophe (')" if previous.style == "'" else 'a quotation mark (")'
    hint = _ABOUT_QUOTES[previous.style]
    if "parsing a flow" in fault.context:
        hint = "see that each text has both its quotes, and a comma after it"
    return Explanation(f"the text in quotes ends before this, at {sign}", hint, fault.rest(None))


_ABOUT_QUOTES = {
    "'": "put the whole text in \"…\", or write an apostrophe inside '…' twice: ''",
    '"': 'put the whole text in \'…\', or write a quotation mark inside "…" as \\"',
}


def words_after_brackets(fault: SyntaxFault) -> Explanation | None:
    """Find words that follow a pair of brackets on its line."""
    closing = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
    previous = fault.previous
    if "<block end>" not in fault.problem or not isinstance(previous, closing):
        return None
    if previous.end_mark.line != fault.place[0]:
        return None
    return _in_quotes(fault, _value_of(fault.line, fault.place), "a bracket")


def words_after_asterisk(fault: SyntaxFault) -> Explanation | None:
    """Find a text whose first word has an asterisk before it."""
    previous = fault.previous
    if "<block end>" in fault.problem and isinstance(previous, yaml.AliasToken):
        start = (previous.start_mark.line, previous.start_mark.column)
        return _in_quotes(fault, start, "an asterisk (*)")
    return None


def sign_at_the_start(fault: SyntaxFault) -> Explanation | None:
    """Find a text that begins with a character which means something to YAML."""
    for context, sign in _SIGNS.items():
        if context in fault.context:
            return _in_quotes(fault, fault.began, sign)
    if "scanning a block scalar" in fault.context and fault.began:
        return _in_quotes(fault, fault.began, fault.lines.line(fault.began[0])[fault.began[1]])
    if re.search("cannot start any token|node content|mapping keys are not", fault.problem):
        sign = fault.line[fault.place[1] :][:1]
        if sign == "," and "parsing a flow" in fault.context:
            return _stray_comma(fault)
        return _in_quotes(fault, fault.place, sign) if sign.strip() else None
    return None


_SIGNS = {
    "scanning an alias": "an asterisk (*)",
    "scanning an anchor": "&",
    "scanning a tag": "!",
}


def _stray_comma(fault: SyntaxFault) -> Explanation:
    return Explanation(
        "no text stands before this comma",
        "remove the comma, or write a text before it; if it is part of a text, "
        "put the whole text in quotes",
        fault.position(),
    )


def _in_quotes(fault: SyntaxFault, place: Place | None, sign: str) -> Explanation | None:
    position = fault.rest(place)
    if not begins_a_value(position):
        return None
    return Explanation(
        f"a text that begins with {sign} needs quotes around it",
        f"write {line_in_quotes(position)}",
        position,
    )


def _value_of(line: str, place: Place) -> Place:
    """Give the place where the value of a line's key begins."""
    match = KEY.match(line) or re.match(r"\s*(?:- +)*", line)
    return (place[0], match.end() if match else 0)


def colon_in_text(fault: SyntaxFault) -> Explanation | None:
    """Find a text in which a colon and a space make it a key."""
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


def unclosed_bracket(fault: SyntaxFault) -> Explanation | None:
    """Find a list in brackets that goes on where it cannot."""
    if "parsing a flow" not in fault.context or not fault.began:
        return None
    position = fault.rest(fault.began)
    hint = "see that commas stand between its texts, and the closing bracket after the last"
    if not in_brackets(position):
        hint += f"; if all of it is a text, write {line_in_quotes(position)}"
    return Explanation("this opens a list in brackets that is not closed properly", hint, position)
