"""A walk through a session: its blocks, each with the section and the slide that it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.model import Activity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import AnyBlock, Section, Session, Slide


def blocks_of(session: Session) -> Iterator[tuple[Section, Slide, AnyBlock]]:
    """Give the blocks of a session, in order; not those inside columns."""
    for section in session.sections:
        for slide in section.slides:
            for block in slide.blocks:
                yield section, slide, block


def activities_of(session: Session) -> Iterator[tuple[Section, Slide, Activity]]:
    """Give the activities of a session, in order."""
    for section, slide, block in blocks_of(session):
        if isinstance(block, Activity):
            yield section, slide, block
