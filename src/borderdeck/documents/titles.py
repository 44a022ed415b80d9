"""Titles of slides: what is said again is numbered, so that each one is unique in its deck."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.text import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.documents.slides import Runs, Slide
    from borderdeck.edition.words import Words


def continued(title: str, part: int, words: Words) -> str:
    """Title a further slide: `part` is 1 for the first after the one that bears the title."""
    if part == 1:
        return words.continued.format(title=title)
    return words.continued_again.format(title=title, count=part)


def with_unique_titles(slides: Iterable[Slide], words: Words) -> Iterator[Slide]:
    """Give the slides, with those titles numbered that stand on an earlier one already.

    What goes on from slide to slide is counted on from there, not continued twice over.
    """
    taken: set[str] = set()
    stem, part = "", 0
    for slide in slides:
        plain = title = slide.title_text
        part += 1
        if plain != continued(stem, part, words):
            stem, part = plain, 0
        for further in count(1):
            if title not in taken:
                break
            title = continued(stem, further, words)
        taken.add(title)
        yield slide if title == plain else replace(slide, title=_renamed(slide.title, plain, title))


def _renamed(runs: Runs, old: str, new: str) -> Runs:
    """Keep the runs' styles where the new title only adds to the old one."""
    if new.startswith(old):
        return (*runs, Run(new[len(old) :]))
    return (Run(new),)
