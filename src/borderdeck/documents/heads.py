"""What every paper bears at its head and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.documents.papers import PaperHead
from borderdeck.documents.whole_dates import on_papers

if TYPE_CHECKING:
    from borderdeck.course.model import Session
    from borderdeck.edition.edition import Edition


def paper_head(
    edition: Edition,
    title: str,
    purpose: str,
    session: Session | None = None,
    *,
    turned: bool = True,
) -> PaperHead:
    """Make a paper's head; `session` is None for one that is of the whole course.

    A paper that is not `turned` is of pages that each stand alone, such as sheets to cut up.
    """
    words = edition.words
    return PaperHead(
        title=title,
        course_title=edition.title,
        session_label=words.session.format(number=session.number) if session else "",
        session_number=session.number if session else None,
        place_and_date=on_papers(edition.place_and_date, edition),
        language=edition.language.tag,
        direction=edition.language.direction,
        purpose=purpose,
        page_label=words.papers.page,
        turn_label=words.papers.turn if turned else "",
    )
