"""Say what a facilitator's own template lacks for the decks that are made with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.documents.slides import LEFT_OUT, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.slides import Deck, LayoutName, Slide

MEND = 'add it in PowerPoint, under "View", "Slide Master"; or leave it so'
"""What to do where a layout or a placeholder is missing."""

ENLARGE = 'make its box larger in PowerPoint, under "View", "Slide Master"; or leave it so'

ON_EVERY_SLIDE = frozenset(
    {Role.RAIL, Role.PLACE_AND_DATE, Role.FOOTER, Role.DATE, Role.SLIDE_NUMBER}
)
"""What a slide has to say even where a plan does not fill it, as its layout lacks the place."""


def lacking(template: DeckTemplate, decks: Iterable[Deck]) -> Iterator[Diagnostic]:
    """Tell of what the decks call for and the template has not, or has too small; each thing once.

    What no slide needs is not told.
    """
    slides = [(deck, slide) for deck in decks for slide in deck.slides]
    needed = {need for _, slide in slides for need in _needs(slide)}
    grouped: dict[tuple[Role | None, str], list[LayoutName]] = {}
    for lack in template.lacks:
        if (lack.layout, lack.role) in needed:
            grouped.setdefault((lack.role, lack.instead), []).append(lack.layout)
    for (role, instead), layouts in grouped.items():
        yield _told(_missing(role, layouts, instead), MEND)
    yield from _too_small(template, slides)


def substituted(typefaces: Iterable[str], stand_in: str) -> Iterator[Diagnostic]:
    """Tell of typefaces whose widths are not known."""
    for typeface in typefaces:
        yield Diagnostic(
            Code.FONT_SUBSTITUTED,
            f'the widths of "{typeface}" are not known: its text was measured with "{stand_in}"',
            "look at the decks: a line may break elsewhere, and a full slide be too full",
            severity=Severity.WARNING,
        )


def _needs(slide: Slide) -> Iterator[tuple[LayoutName, Role | None]]:
    roles = ON_EVERY_SLIDE | {filled.role for filled in slide.filled}
    yield slide.layout, None
    yield from ((slide.layout, role) for role in roles)


def _missing(role: Role | None, layouts: list[LayoutName], instead: str) -> str:
    names = ", ".join(f'"{name}"' for name in layouts)
    if role is None:
        return f"the template has no layout {names}: {instead}"
    return f'the template has no placeholder "{role}" for {names}: {instead}'


def _too_small(template: DeckTemplate, slides: list[tuple[Deck, Slide]]) -> Iterator[Diagnostic]:
    smallest: dict[Role, float] = {}
    for _, slide in slides:
        for role, share in slide.sizes:
            size = template.layouts[slide.layout].boxes[role].style(0).size * share
            if share != LEFT_OUT:
                smallest[role] = min(size, smallest.get(role, size))
    for role, size in smallest.items():
        message = f'the box "{role}" of the template is too small: words are set smaller in it'
        yield _told(f"{message}, down to {size:g} points", ENLARGE)
    left_out = {
        (role, template.layouts[slide.layout].boxes[role].least)
        for _, slide in slides
        for role, share in slide.sizes
        if share == LEFT_OUT
    }
    for role, least in sorted(left_out):
        message = f'the box "{role}" of the template is too small for its words at {least:g} points'
        yield _told(f"{message}: they are left out there", ENLARGE)


def _told(message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.TEMPLATE_LACKS, message, hint, severity=Severity.WARNING)
