"""How sessions and their sections are called, by their numbers and titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderdeck.course.model import Session
    from borderdeck.edition.edition import Edition


def session_name(edition: Edition, session: Session) -> str:
    """Name a session by its number and title, "Session 3: Ensuring human rights in …"."""
    return edition.words.session_and_title.format(number=session.number, title=session.title.plain)


def section_number(session: Session, index: int) -> str:
    """Give the number of a session's section, "7.1" for index 0."""
    return f"{session.number}.{index + 1}"
