"""What Jinja2 cannot read in a template, and what would mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.course.spelling import suggestion

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError

BLOCKS = ("block", "call", "filter", "for", "if", "macro", "set", "with")
"""The tags that something stands between: each is closed by one of the same name, "endfor"."""

TAGS = (
    *BLOCKS,
    *(f"end{tag}" for tag in BLOCKS),
    *("elif", "else", "extends", "from", "import", "include"),
)

UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(\w+)'")
UNCLOSED = re.compile(r"Unexpected end of template.*to be closed is '(\w+)'", re.DOTALL)

MARKS = (
    'what is written stands between "{{" and "}}", what is done between "{%" and "%}": '
    "look whether one of these marks, a quotation mark or a bracket is missing"
)


def amendment(error: TemplateSyntaxError) -> str:
    """Say what would make the template one that Jinja2 reads."""
    message = error.message or ""
    if unknown := UNKNOWN_TAG.match(message):
        return suggestion(unknown[1], TAGS, "the tags are")
    if unclosed := UNCLOSED.match(message):
        return f'write "{{% end{unclosed[1]} %}}" where what "{{% {unclosed[1]} … %}}" begins ends'
    return MARKS
