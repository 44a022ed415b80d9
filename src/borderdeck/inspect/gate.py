"""The gate itself: every rule over a built deck, all that it finds in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.inspect.package import UnreadableDeckError
from borderdeck.inspect.reading import read_deck
from borderdeck.inspect.rules import (
    alternatives,
    language,
    legibility,
    order,
    outline,
    tables,
    titles,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderdeck.inspect.findings import Rule

RULES: Mapping[Code, Rule] = {
    Code.PROPERTIES_MISSING: outline.missing_properties,
    Code.SECTION_WITHOUT_NAME: outline.nameless_sections,
    Code.SLIDE_WITHOUT_SECTION: outline.slides_without_section,
    Code.SLIDE_WITHOUT_TITLE: titles.slides_without_title,
    Code.TITLE_NOT_UNIQUE: titles.repeated_titles,
    Code.READING_ORDER: order.reading_order,
    Code.MISSING_ALTERNATIVE: alternatives.missing_alternatives,
    Code.TABLE_WITHOUT_HEADER: tables.tables_without_header,
    Code.LANGUAGE_MISSING: language.missing_languages,
    Code.LOW_CONTRAST: legibility.low_contrast,
    Code.CONTRAST_UNKNOWN: legibility.unknown_contrast,
    Code.TEXT_TOO_SMALL: legibility.small_text,
}
"""What has to hold in a built deck. A new rule is a row here."""


def inspect_deck(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Find what a reader of a built deck would stumble over, slide by slide.

    `name` is what messages call the deck, its path for instance. A deck has no lines: what is
    found has no position, and the message begins with the deck and the slide. A file that cannot
    be read as a deck is a diagnostic, too.
    """
    try:
        deck = read_deck(data)
    except UnreadableDeckError as error:
        return (Diagnostic(Code.UNREADABLE_DECK, f"{name} cannot be read: {error}", error.hint),)
    found = [(finding, code) for code, rule in RULES.items() for finding in rule(deck)]
    found.sort(key=lambda each: each[0].place.order)
    return tuple(finding.diagnostic(code, name) for finding, code in found)
