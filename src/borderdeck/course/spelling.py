"""Guess which known name somebody meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIKENESS = 0.6
"""How alike two names are at least, from 0 to 1 (`difflib.SequenceMatcher.ratio`)."""


def closest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name nearest to `name`; capitals, spaces and hyphens make no difference.

    Where none is near, that is the one of which `name` is a part, in whole words.
    """
    from difflib import get_close_matches

    by_folded = {_folded(candidate): candidate for candidate in known}
    found = get_close_matches(_folded(name), by_folded, n=1, cutoff=LIKENESS)
    if found:
        return by_folded[found[0]]
    longer = [known for folded, known in by_folded.items() if _is_part(_folded(name), folded)]
    return longer[0] if len(longer) == 1 else None


def suggestion(name: str, known: Iterable[str], otherwise: str) -> str:
    """Word a hint: the nearest known name as a question, or else what there is to choose from."""
    choices = tuple(dict.fromkeys(known))
    if asked := question(closest(name, choices)):
        return asked
    return f"{otherwise}: {', '.join(choices)}" if choices else ""


def question(guess: str | None) -> str:
    """Ask whether a name was meant; ask nothing where there is no guess."""
    return f'did you mean "{guess}"?' if guess else ""


def _is_part(words: str, folded: str) -> bool:
    return bool(words) and f"_{words}_" in f"_{folded}_"


def _folded(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")
