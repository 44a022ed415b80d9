"""What of the course is taught: its sessions, and the parts that can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from borderdeck.course.edition_file import OptionalParts
from borderdeck.course.model import Recap, Section, Session, Slide

if TYPE_CHECKING:
    from collections.abc import Collection

    from borderdeck.course.model import AnyBlock, Course

Part = TypeVar("Part", Section, Slide)


def selected(
    course: Course, ids: Collection[str] | None, optional: OptionalParts = OptionalParts.SHOWN
) -> Course:
    """Leave out the sessions that are not taught, and what other sessions recall of them.

    `ids` are those of the sessions that are taught, None for all. Sessions keep their numbers.
    """
    taught = [session for session in course.sessions if ids is None or session.id in ids]
    known = {session.id for session in taught}
    leave_out = optional is OptionalParts.LEFT_OUT
    if len(taught) == len(course.sessions) and not leave_out:
        return course
    return replace(
        course, sessions=tuple(_session(session, known, leave_out) for session in taught)
    )


def _session(session: Session, known: Collection[str], leave_out: bool) -> Session:
    sections = _kept(session.sections, leave_out)
    return replace(session, sections=tuple(_section(s, known, leave_out) for s in sections))


def _section(section: Section, known: Collection[str], leave_out: bool) -> Section:
    slides = _kept(section.slides, leave_out)
    return replace(section, slides=tuple(_slide(slide, known) for slide in slides))


def _kept(parts: tuple[Part, ...], leave_out: bool) -> tuple[Part, ...]:
    return tuple(part for part in parts if not (leave_out and part.optional))


def _slide(slide: Slide, known: Collection[str]) -> Slide:
    return replace(slide, blocks=tuple(_block(block, known) for block in slide.blocks))


def _block(block: AnyBlock, known: Collection[str]) -> AnyBlock:
    if not isinstance(block, Recap):
        return block
    return replace(block, recap=tuple(name for name in block.recap if name in known))
