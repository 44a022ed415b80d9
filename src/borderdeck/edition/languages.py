"""What each language needs: its direction, its CLDR locale, its tag in files.

Sources: CLDR (https://cldr.unicode.org) for locales, BCP 47 for tags.
"""

from __future__ import annotations

import re

from msgspec import Struct


class Language(Struct, frozen=True):
    """A language as files and dates need it.

    `code` names it to people (`en`, `en-GB`); `tag` is the BCP 47 tag with a region that decks and
    papers bear, since spell checkers want one; `locale` is CLDR's; `direction` is `ltr` or `rtl`.
    """

    code: str
    tag: str
    locale: str
    direction: str = "ltr"


REGION = re.compile(r"[A-Za-z]{2}")
"""A region's subtag, as ISO 3166-1 has it."""

# English of no region is CLDR's World English (en_001), spelt as the United Nations spell it.
_LANGUAGES = {"en": Language("en", "en-GB", "en_001")}


def language_for(code: str) -> Language | None:
    """Find the language of a tag such as `en` or `en-GB`; None where borderdeck has no words."""
    base, _, region = code.replace("_", "-").partition("-")
    known = _LANGUAGES.get(base.lower())
    if known is None or not region:
        return known
    if not REGION.fullmatch(region):
        return None
    name = f"{known.code}-{region.upper()}"
    return Language(name, name, f"{known.code}_{region.upper()}", known.direction)


def languages() -> tuple[str, ...]:
    """List the codes of the languages that borderdeck has words for."""
    return tuple(_LANGUAGES)
