"""Plans of papers, made from the bundled course as a build makes them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.keys import DateRange
from borderdeck.course.load import load_course
from borderdeck.documents.badges import plan_badges
from borderdeck.documents.certificates import plan_certificates
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.key_messages import plan_all_key_messages, plan_key_messages
from borderdeck.documents.worksheet import plan_worksheet
from borderdeck.edition.edition import Choices, Edition, make_edition
from borderdeck.workspace import Workspace, bundled

if TYPE_CHECKING:
    from borderdeck.course.participants import Person
    from borderdeck.documents.badges import BadgeSheets
    from borderdeck.documents.certificates import Certificates
    from borderdeck.documents.papers import KeyMessagesHandout, ReflectionWorksheet
    from borderdeck.documents.slides import Runs

DAYS = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))
GENEVA = Choices(place="Geneva", date=DAYS)
NOWHERE = Choices()
FONTS = FontBook(bundled("fonts"))


@cache
def _edition(choices: Choices) -> Edition:
    course, _ = load_course(Workspace(), bundled("course"))
    assert course is not None
    edition, _ = make_edition(course, choices)
    assert edition is not None
    return edition


def session_handout(number: int, choices: Choices = GENEVA) -> KeyMessagesHandout:
    """Plan the handout of one session."""
    edition = _edition(choices)
    return plan_key_messages(edition, edition.course.sessions[number - 1])


def course_handout(choices: Choices = GENEVA) -> KeyMessagesHandout:
    """Plan the handout of all sessions."""
    return plan_all_key_messages(_edition(choices))


def reflection_worksheet(choices: Choices = GENEVA) -> ReflectionWorksheet:
    """Plan the worksheet of the last session."""
    edition = _edition(choices)
    session = edition.course.sessions[-1]
    assert session.worksheet is not None
    return plan_worksheet(edition, session, session.worksheet)


def badges(*people: Person, choices: Choices = GENEVA) -> BadgeSheets:
    """Plan the badges of these people."""
    return plan_badges(_edition(replace(choices, people=people)), FONTS)


def certificates(*people: Person, choices: Choices = GENEVA) -> Certificates:
    """Plan the certificates of these people."""
    return plan_certificates(_edition(replace(choices, people=people)), FONTS)


def with_messages(handout: KeyMessagesHandout, *messages: Runs) -> KeyMessagesHandout:
    """Put other messages into a handout of one session."""
    (session,) = handout.sessions
    return replace(handout, sessions=(replace(session, messages=messages),))
