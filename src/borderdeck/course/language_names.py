"""The English names of languages, from CLDR."""

from __future__ import annotations


def languages_by_code() -> dict[str, str]:
    """Give the English names of languages by their codes."""
    from babel import Locale

    return dict(Locale("en").languages)


def code_called(name: str) -> str | None:
    """Give the tag of a language by its English name, capitals or not."""
    codes = {called.casefold(): code for code, called in languages_by_code().items()}
    return codes.get(name.casefold(), "").replace("_", "-") or None
