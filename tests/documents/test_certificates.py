"""Certificates, as they are planned. All names are samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.keys import Reference
from borderdeck.course.participants import Person
from borderdeck.diagnostics import Code
from borderdeck.documents.certificates import Certificate
from borderdeck.documents.document import Copies
from borderdeck.edition.edition import Choices
from tests.documents.people import documents, told
from tests.support import paper_plans as plans

if TYPE_CHECKING:
    from pathlib import Path

    from tests.documents.people import Sessions

AMINA = Person(name="Amina Example")
LONG = "Interception, rescue and immediate assistance at sea, on land and in the air"


def outline(count: int, title: str = "Sample") -> Sessions:
    """Give the files of so many sessions and the one that is there already."""
    numbers = range(2, count + 1)
    return tuple((f"sessions/{n:02}.yaml", f"id: s{n}\ntitle: {title} {n}\n") for n in numbers)


def test_everybody_has_a_certificate() -> None:
    plan = plans.certificates(AMINA, Person(name="Bruno Example"))
    assert [c.listed for c in plan.certificates] == ["Amina Example", "Bruno Example"]


def test_without_a_list_there_is_one_to_write_on() -> None:
    assert plans.certificates().certificates == (Certificate(),)


def test_a_name_that_no_font_has_is_left_to_be_written() -> None:
    (certificate,) = plans.certificates(Person(name="\u738b\u5c0f\u660e")).certificates
    assert certificate.name is None


def test_a_certificate_names_the_sessions_that_are_taught() -> None:
    taught = Choices(sessions=(Reference("detention"), Reference("return")))
    sessions = plans.certificates(choices=taught).sessions
    assert sessions is not None
    assert [session.number for session in sessions.sessions] == [5, 6]


def test_a_few_sessions_stand_in_one_column() -> None:
    sessions = plans.certificates().sessions
    assert sessions is not None
    assert (sessions.columns, sessions.size) == (1, 10)


def test_more_sessions_stand_in_several_columns(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, kind="certificates", sessions=outline(24))
    assert document.plan.sessions.columns == 3  # type: ignore[union-attr]  # - they are certificates
    assert document.diagnostics == ()


def test_sessions_without_room_are_left_out_and_told_of(tmp_path: Path) -> None:
    (found,) = told(tmp_path, kind="certificates", sessions=outline(60, LONG))
    assert found.code is Code.OVERFLOW
    assert found.message.endswith("they are left out")


def test_certificates_lie_and_are_the_facilitators(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, AMINA, kind="certificates")
    assert (document.sheet.landscape, document.path) == (True, "facilitator/certificates.pdf")


def test_certificates_with_names_are_printed_once(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, AMINA, kind="certificates")
    assert document.copies is Copies.ONE


def test_of_an_empty_certificate_everybody_has_a_copy(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, kind="certificates")
    assert document.copies is Copies.PARTICIPANTS


def test_a_repr_of_certificates_shows_nobody() -> None:
    assert "Amina" not in repr(plans.certificates(AMINA))
