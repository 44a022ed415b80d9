"""Whether a timetable names sessions and sections of the edition, each once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.edition_file import OptionalParts
from borderdeck.course.spelling import suggestion
from borderdeck.course.timetable import SessionPart
from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderdeck.course.keys import Reference
    from borderdeck.course.model import Course, Session
    from borderdeck.course.timetable import AnyPart, Day


class Outlines(Struct, frozen=True):
    """The course as it is written, what of it is `taught`, and what becomes of optional parts."""

    course: Course
    taught: Course
    optional: OptionalParts

    def session(self, name: str) -> Session | None:
        """Give a session of the course."""
        return next((s for s in self.course.sessions if s.id == name), None)

    def taught_session(self, name: str) -> Session | None:
        """Give a session as it is taught; None where it is left out."""
        return next((s for s in self.taught.sessions if s.id == name), None)


MINUTES = re.compile(r"([0-9]+)\s*(?:m|min|mins|minutes)?\.?")
"""How a duration may be written in a title's place."""

Known = tuple[str, str]
"""A session and a section of it; the session as a whole has an empty one."""


def check_references(days: tuple[Day, ...], outlines: Outlines) -> Iterator[Diagnostic]:
    """Tell of ids that there are not, of what is named twice, and of what is not named at all."""
    every = [part for day in days for part in day.parts]
    parts = [part for part in every if isinstance(part, SessionPart)]
    wrong = [
        *(fault for part in every for fault in _minutes_for_a_title(part)),
        *(fault for part in parts for fault in _unknown(part, outlines)),
        *_repeated(parts, outlines),
    ]
    yield from wrong
    if days and not wrong:
        yield from _sessions_on_no_day(days, parts, outlines)
        yield from _sections_on_no_day(parts, outlines)


def _minutes_for_a_title(part: AnyPart) -> Iterator[Diagnostic]:
    if not isinstance(part, SessionPart) and (number := MINUTES.fullmatch(part.title.plain)):
        yield Diagnostic(
            Code.BAD_VALUE,
            f'"{part.title.plain}" would be what this part is called',
            f'write its minutes on a line of their own, below it: "minutes: {number[1]}"',
            part.title.position,
        )


def _unknown(part: SessionPart, outlines: Outlines) -> Iterator[Diagnostic]:
    session = outlines.session(part.session.name)
    taught = outlines.taught_session(part.session.name)
    if session is None:
        known = [session.id for session in outlines.course.sessions]
        yield _dangling(part.session, "no session of the course has the id", known)
    elif taught is None:
        message = f'the session "{session.id}" is not taught in this edition'
        hint = "add it to `sessions`, or remove this part"
        yield Diagnostic(Code.BAD_VALUE, message, hint, part.session.position)
    else:
        yield from _unknown_sections(part, session, taught)


def _unknown_sections(part: SessionPart, session: Session, taught: Session) -> Iterator[Diagnostic]:
    written = [section.id for section in session.sections]
    for name in part.sections or ():
        if name.name not in written:
            yield _dangling(name, f'the session "{session.id}" has no section with the id', written)
        elif name.name not in [section.id for section in taught.sections]:
            message = f'the section "{name.name}" is left out of this edition'
            hint = "remove it here, or choose another `optional`"
            yield Diagnostic(Code.BAD_VALUE, message, hint, name.position)


def _dangling(name: Reference, message: str, known: Sequence[str]) -> Diagnostic:
    return Diagnostic(
        Code.DANGLING_REFERENCE,
        f'{message} "{name.name}"',
        suggestion(name.name, known, "there are"),
        name.position,
    )


def _repeated(parts: list[SessionPart], outlines: Outlines) -> Iterator[Diagnostic]:
    """Find what stands a second time; a session as a whole holds all of its sections."""
    first: dict[Known, Reference] = {}
    for part in parts:
        name = part.session
        earlier = [at for (session, _), at in first.items() if session == name.name]
        whole = first.get((name.name, "")) or (
            earlier[0] if earlier and not part.sections else None
        )
        if whole is not None:
            yield _session_twice(name, whole, outlines.session(name.name))
        for section in part.sections or ():
            if (before := first.get((name.name, section.name))) is not None:
                yield _twice(
                    f'the section "{section.name}"', section, before, "remove one of the two"
                )
            first.setdefault((name.name, section.name), section)
        if not part.sections:
            first.setdefault((name.name, ""), name)


def _session_twice(name: Reference, first: Reference, session: Session | None) -> Diagnostic:
    hint = 'remove one of the two; where it goes on after a break, write "- title: …" instead'
    if session is not None and session.sections:
        hint = "remove one of the two, or divide it: give each part its `sections`"
    return _twice(f'the session "{name.name}"', name, first, hint)


def _twice(called: str, second: Reference, first: Reference, hint: str) -> Diagnostic:
    place = first.position
    return Diagnostic(
        Code.DUPLICATE_ID,
        f"{called} is in the timetable already",
        f"{hint}; the first is at {place.file}:{place.line}",
        second.position,
    )


def _sessions_on_no_day(
    days: tuple[Day, ...], parts: list[SessionPart], outlines: Outlines
) -> Iterator[Diagnostic]:
    named = {part.session.name for part in parts}
    missing = [session.id for session in outlines.taught.sessions if session.id not in named]
    if missing:
        ids = ", ".join(f'"{name}"' for name in missing)
        yield Diagnostic(
            Code.NOT_IN_TIMETABLE,
            f"on no day: the {'session' if len(missing) == 1 else 'sessions'} {ids}",
            f'add "- session: {missing[0]}" to a day, or name the others under `sessions`',
            days[-1].position,
            Severity.WARNING,
        )


def _sections_on_no_day(parts: list[SessionPart], outlines: Outlines) -> Iterator[Diagnostic]:
    """Find what is missing of sessions that are divided; what is kept at hand may be."""
    divided = {part.session.name: part for part in parts if part.sections}
    for name, last in divided.items():
        session = outlines.taught_session(name)
        named = {s.name for p in parts if p.session.name == name for s in p.sections or ()}
        for section in session.sections if session else ():
            at_hand = section.optional and outlines.optional is OptionalParts.HIDDEN
            if section.id not in named and not at_hand:
                yield Diagnostic(
                    Code.NOT_IN_TIMETABLE,
                    f'the section "{section.id}" of the session "{name}" is on no day',
                    "add it to the `sections` of one of its parts",
                    last.session.position,
                    Severity.WARNING,
                )
