"""Titles: how a listener and the outline view tell slides apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.inspect.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.inspect.deck import Deck


def slides_without_title(deck: Deck) -> Iterator[Finding]:
    """Find slides that have no title placeholder with words in it."""
    for slide in deck.slides:
        if not slide.title_shapes:
            yield Finding(
                slide.sheet.place,
                "the slide has no title",
                'choose a layout with a title (Home > Layout), or "Review > Check Accessibility > '
                'Slide Title > Add Slide Title"',
            )
        elif not slide.title:
            yield Finding(
                slide.sheet.place, "the slide's title is empty", "type a title that says its point"
            )


def repeated_titles(deck: Deck) -> Iterator[Finding]:
    """Find slides whose title an earlier slide has, capitals and spaces aside."""
    earlier: dict[str, int] = {}
    for slide in deck.slides:
        folded = " ".join(slide.title.casefold().split())
        if folded in earlier:
            yield Finding(
                slide.sheet.place,
                f"slide {earlier[folded]} has the same title",
                'make each title different, with "(contd.)" and a number if need be',
            )
        elif folded:
            earlier[folded] = slide.number
