"""Alternative text: what a listener is told of what is not words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderdeck.inspect.findings import Finding, listed
from borderdeck.inspect.xml import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.inspect.deck import Deck
    from borderdeck.inspect.shapes import Shape

FILE_NAME = re.compile(
    r"\S.*\.(?:avif|bmp|emf|eps|gif|heic|jfif|jpe?g|pdf|png|svgz?|tiff?|webp|wmf)", re.IGNORECASE
)
"""A text that is no more than the name of a picture's file, or an address of one."""

HINT = 'right-click it, choose "Edit Alt Text", and say what it shows, or mark it as decorative'


def missing_alternatives(deck: Deck) -> Iterator[Finding]:
    """Find what is no words, and has neither an alternative text nor the decorative mark.

    What a group holds is told by the group's own text. All that lack one on a slide, in a layout or
    in a master are one finding.
    """
    for sheet in deck.sheets:
        due = [shape for shape in sheet.shown if _needs_one(shape)]
        without = [shape.called for shape in due if not shape.alternative]
        hint = HINT if sheet.on_slide else f"in View > Slide Master, {HINT}"
        if without:
            have = "has" if len(without) == 1 else "have"
            message = f"{listed(without)} {have} no alternative text"
            yield Finding(sheet.place, message, hint)
        for shape in due:
            if FILE_NAME.fullmatch(shape.alternative):
                quoted = shortened(shape.alternative)
                message = f"{shape.called} has a file's name as its alternative text, {quoted}"
                yield Finding(sheet.place, message, hint)


def _needs_one(shape: Shape) -> bool:
    told = shape.group is not None or shape.decorative
    return not told and not (shape.kind == "sp" and shape.words)
