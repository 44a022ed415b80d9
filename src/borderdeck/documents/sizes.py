"""Words that cannot go on to a next slide, and boxes of another's template: smaller, so they fit.

The bundled template's boxes have no smaller size than their own; nothing shrinks there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.fit import fits
from borderdeck.documents.slides import LEFT_OUT, LayoutName, Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Deck, Paragraphs, Slide

Box = tuple[str, Role]
"""A placeholder: the kind of slides that it is on, and what it is for."""

FEET = frozenset({Role.FOOTER, Role.DATE})
"""What is left out where it does not fit, as it stands on every slide and says nothing new."""

SINGLE = frozenset(
    {
        LayoutName.TITLE,
        LayoutName.DIVIDER,
        LayoutName.STATEMENT,
        LayoutName.CLOSING,
        LayoutName.THANKS,
    }
)
"""Slides that stand for themselves: their titles need not be of one size with others."""


def with_sizes(deck: Deck, planning: Planning) -> Deck:
    """Set words smaller that do not fit their boxes in the template's own size.

    What stands in the same place is set in one size all through the deck.
    """
    smallest: dict[Box, float] = {}
    for slide in deck.slides:
        for role, share in _shares(slide, deck, planning):
            box = (_kind(slide.layout, planning), role)
            smallest[box] = min(share, smallest.get(box, 1.0))
    sections = (
        replace(part, slides=tuple(_sized(slide, smallest, planning) for slide in part.slides))
        for part in deck.sections
    )
    return replace(deck, sections=tuple(sections)) if smallest else deck


def fitting_share(paragraphs: Paragraphs, box: TextBox, planning: Planning) -> float | None:
    """Give the largest share of a box's size in which the words fit; None if they do not."""
    shares = (s for s in box.shares if fits(paragraphs, box.scaled(s), planning.fonts))
    return next(shares, None)


def _sized(slide: Slide, smallest: dict[Box, float], planning: Planning) -> Slide:
    kind = _kind(slide.layout, planning)
    sizes = tuple(
        (role, share)
        for (of, role), share in smallest.items()
        if of == kind and planning.has(slide.layout, role)
    )
    return replace(slide, sizes=sizes)


def _kind(layout: LayoutName, planning: Planning) -> str:
    return layout if layout in SINGLE else planning.origin(layout)


def _shares(slide: Slide, deck: Deck, planning: Planning) -> Iterator[tuple[Role, float]]:
    """Give the shares of their size in which a slide's words fit, where that is not the whole."""
    boxes = planning.load_template().layouts[slide.layout].boxes
    for role, paragraphs in _texts(slide, deck):
        box = boxes.get(role)
        if box is not None and box.least is not None:
            share = fitting_share(paragraphs, box, planning)
            if share is None:
                share = LEFT_OUT if role in FEET else box.shares[-1]
            if share != 1.0:
                yield role, share


def _texts(slide: Slide, deck: Deck) -> Iterator[tuple[Role, Paragraphs]]:
    yield Role.TITLE, (Paragraph(slide.title),)
    yield Role.FOOTER, (Paragraph((Run(deck.footer),)),)
    yield Role.DATE, (Paragraph(deck.date),)
    for filled in slide.filled:
        if isinstance(filled.content, tuple):
            yield filled.role, filled.content
