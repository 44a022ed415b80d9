"""How long the parts of an outline take, where its authors say so. All figures are minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.model import Section, Session, Slide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import AnyBlock

Timed = Session | Section | Slide


def parts_of(thing: Timed) -> tuple[Section, ...] | tuple[Slide, ...] | tuple[AnyBlock, ...]:
    """Give the sections of a session, the slides of a section, the blocks of a slide."""
    match thing:
        case Session():
            return thing.sections
        case Section():
            return thing.slides
        case Slide():
            return thing.blocks


def whole(thing: Timed | AnyBlock) -> int | None:
    """Give how long a thing takes with all that is optional in it; None where that is not known.

    That is what its author says of it, else the sum of its parts, where each of them has minutes.
    """
    if thing.minutes is not None:
        return thing.minutes
    if not isinstance(thing, Timed):
        return None
    return _sum([whole(part) for part in parts_of(thing)])


def shortest(thing: Timed) -> int | None:
    """Give how long a thing takes without what is optional in it; None where that is not known."""
    minutes = whole(thing)
    if minutes is not None:
        return minutes - droppable(thing)
    return _sum([shortest(part) for part in _timed_parts(thing) if not part.optional])


def droppable(thing: Timed) -> int:
    """Give the minutes of what is optional in a thing, as far as they are known."""
    return sum(whole(part) or 0 for part in optional_parts(thing))


def optional_parts(thing: Timed) -> Iterator[Section | Slide]:
    """Give what can be left out of a thing: sections, and slides of the other sections."""
    for part in _timed_parts(thing):
        if part.optional:
            yield part
        else:
            yield from optional_parts(part)


def _timed_parts(thing: Timed) -> tuple[Section, ...] | tuple[Slide, ...]:
    match thing:
        case Session():
            return thing.sections
        case Section():
            return thing.slides
        case Slide():
            return ()


def _sum(minutes: list[int | None]) -> int | None:
    known = [count for count in minutes if count is not None]
    return sum(known) if known and len(known) == len(minutes) else None
