"""Name badges, as they are planned. All names are samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.participants import Person
from borderdeck.diagnostics import Code, Position
from borderdeck.documents.badges import ON_A_SHEET, Badge
from borderdeck.documents.document import Copies
from borderdeck.edition.edition import Choices
from tests.documents.people import documents, told
from tests.support.paper_plans import badges

if TYPE_CHECKING:
    from pathlib import Path

AMINA = Person(name="Amina Example", organisation="Sample Ministry")
CHINESE = "\u738b\u5c0f\u660e"


def names(*people: Person) -> list[str | None]:
    sheets = badges(*people).sheets
    return [b.name.lines[0] if b.name else None for sheet in sheets for b in sheet]


def test_everybody_has_a_badge_and_those_left_over_are_empty() -> None:
    assert names(AMINA, Person(name="Bruno Example")) == [
        "Amina Example",
        "Bruno Example",
        *[None] * (ON_A_SHEET - 2),
    ]


def test_a_ninth_person_begins_a_second_sheet() -> None:
    assert [len(sheet) for sheet in badges(*[AMINA] * 9).sheets] == [ON_A_SHEET, ON_A_SHEET]


def test_without_a_list_there_is_a_sheet_of_empty_badges() -> None:
    assert badges().sheets == ((Badge(),) * ON_A_SHEET,)


def test_without_a_list_there_are_empty_badges_for_all_who_are_expected() -> None:
    expected = Choices(participants_expected=12)
    assert badges(choices=expected).sheets == ((Badge(),) * ON_A_SHEET,) * 2


def test_facilitators_have_badges_after_the_participants() -> None:
    led = Choices(facilitators=("Jon Sample",), people=(AMINA,))
    first, second, *_ = badges(AMINA, choices=led).sheets[0]
    assert [badge.name and badge.name.lines for badge in (first, second)] == [
        ("Amina Example",),
        ("Jon Sample",),
    ]


def test_facilitators_take_no_badge_from_those_who_are_expected() -> None:
    expected = Choices(facilitators=("Jon Sample",), participants_expected=8)
    sheets = badges(choices=expected).sheets
    assert sum(badge.name is None for sheet in sheets for badge in sheet) >= 8


def test_badges_are_printed_once(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, AMINA, kind="badges")
    assert (document.copies, document.path) == (Copies.ONE, "facilitator/badges.pdf")


def test_an_organisation_stands_on_a_badge() -> None:
    organisation = badges(AMINA).sheets[0][0].organisation
    assert organisation is not None
    assert organisation.lines == ("Sample Ministry",)


def test_a_name_that_no_font_has_is_left_out() -> None:
    assert badges(Person(name=CHINESE, organisation="Sample")).sheets[0][0].name is None


def test_a_name_that_no_font_has_is_told_of_at_its_letter(tmp_path: Path) -> None:
    line = f"Ada {CHINESE},Sample"
    place = Position("people.csv", 2, 1, 7, line)
    (found,) = told(tmp_path, Person(name=f"Ada {CHINESE}", position=place), kind="badges")
    assert (found.code, found.position) == (
        Code.MISSING_GLYPH,
        Position("people.csv", 2, 5, 1, line),
    )


def test_an_organisation_that_no_font_has_is_told_of_where_it_stands(tmp_path: Path) -> None:
    place = Position("people.csv", 2, 5, 3, f"{CHINESE};Ada")
    person = Person(name="Ada", organisation=CHINESE, position=place)
    (found,) = told(tmp_path, person, kind="badges")
    assert found.position == Position("people.csv", 2, 1, 1, f"{CHINESE};Ada")


def test_no_message_repeats_a_name(tmp_path: Path) -> None:
    people = (
        Person(name=CHINESE),
        Person(name="W" * 120),
        Person(name="Ada", organisation="W" * 200),
    )
    messages = " ".join(d.message + d.hint for d in told(tmp_path, *people, kind="badges"))
    assert not {CHINESE, "W" * 20, "Ada"} & {w for w in (CHINESE, "W" * 20, "Ada") if w in messages}


def test_a_name_that_has_to_be_very_small_is_told_of(tmp_path: Path) -> None:
    place = Position("people.csv", 7, 1, 120, "W" * 120)
    (found,) = told(tmp_path, Person(name="W" * 120, position=place), kind="badges")
    assert (found.code, found.position) == (Code.OVERFLOW, place)


def test_a_repr_of_badges_shows_nobody() -> None:
    assert "Amina" not in repr(badges(AMINA))
