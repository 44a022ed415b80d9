"""Guess which known name somebody meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIKENESS = 0.6
"""How alike two names are at least, from 0 to 1 (`difflib.SequenceMatcher.ratio`)."""

NEARLY_THE_SAME = 0.85
"""How alike two names are that differ by a letter."""


def closest(name: str, known: Iterable[str], likeness: float = LIKENESS) -> str | None:
    """Give the known name nearest to `name`; capitals, spaces and hyphens make no difference."""
    from difflib import get_close_matches

    by_folded = {_folded(candidate): candidate for candidate in known}
    found = get_close_matches(_folded(name), by_folded, n=1, cutoff=likeness)
    return by_folded[found[0]] if found else None


def suggestion(name: str, known: Iterable[str], otherwise: str) -> str:
    """Word a hint: the nearest known name as a question, or else what there is to choose from.

    One of which `name` is a part, in whole words, is nearer than one that is merely alike.
    """
    choices = tuple(dict.fromkeys(known))
    same = closest(name, choices, NEARLY_THE_SAME)
    if asked := question(same or _longer(name, choices) or closest(name, choices)):
        return asked
    return f"{otherwise}: {', '.join(choices)}" if choices else ""


def question(guess: str | None) -> str:
    """Ask whether a name was meant; ask nothing where there is no guess."""
    return f'did you mean "{guess}"?' if guess else ""


def _longer(name: str, known: Iterable[str]) -> str | None:
    found = [longer for longer in known if f"_{_folded(name)}_" in f"_{_folded(longer)}_"]
    return found[0] if len(found) == 1 else None


def _folded(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")
