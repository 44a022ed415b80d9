"""How sessions and their sections are called where papers and slides name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderdeck.course.model import Session
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.words import Words


def session_name(edition: Edition, session: Session) -> str:
    """Name a session by its number and title, "Session 3: Ensuring human rights in …"."""
    return edition.words.session_and_title.format(number=session.number, title=session.title.plain)


def for_the_facilitator(session: Session, words: Words) -> str:
    """Say at the head of pages whose they are: "For the facilitator · Session 3"."""
    label = words.session.format(number=session.number)
    return f"{words.guide.audience} \N{MIDDLE DOT} {label}"


def section_number(session: Session, index: int) -> str:
    """Give the number of a session's section, "7.1" for index 0."""
    return f"{session.number}.{index + 1}"
