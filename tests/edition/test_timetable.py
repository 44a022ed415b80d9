"""The timetable of an edition: when each part begins, and what is told of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from borderdeck.course.load import load_edition
from borderdeck.course.participants import Person
from borderdeck.course.text import plain_text
from borderdeck.diagnostics import Code, Severity
from borderdeck.edition.edition import Choices, choices_from, make_edition
from borderdeck.edition.timetable import PartKind
from borderdeck.workspace import Workspace
from tests.support.courses import loaded, small_course
from tests.support.trainings import ONE_DAY, arranged, course_of_trainings, training

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.edition.timetable import TimedPart


def parts(tmp_path: Path, told: str = ONE_DAY) -> tuple[TimedPart, ...]:
    (day,) = arranged(tmp_path, told).training.timetable
    return day.parts


def told_of(tmp_path: Path, told: str) -> list[tuple[Code, str]]:
    return [(found.code, found.message) for found in training(tmp_path, told)[1]]


def a_day(*parts: str, end: str = "") -> str:
    lines = [f"      - {part}" for part in parts]
    ending = f"    end: {end}\n" if end else ""
    head = f"sessions: [rescue, wrap-up]\ndays:\n  - start: 09:00\n{ending}    parts:\n"
    return head + "\n".join(lines) + "\n"


def test_a_part_begins_when_the_one_before_it_ends(tmp_path: Path) -> None:
    assert [part.start for part in parts(tmp_path)] == [540, 570, 650, 675]


def test_a_timetable_that_adds_up_says_nothing(tmp_path: Path) -> None:
    assert training(tmp_path, ONE_DAY)[1] == ()


def test_parts_are_sessions_breaks_and_others(tmp_path: Path) -> None:
    kinds = [PartKind.OTHER, PartKind.SESSION, PartKind.BREAK, PartKind.SESSION]
    assert [part.kind for part in parts(tmp_path)] == kinds


def test_a_session_takes_the_minutes_of_its_outline(tmp_path: Path) -> None:
    assert parts(tmp_path)[1].minutes == 80


def test_minutes_in_the_edition_go_before_those_of_the_outline(tmp_path: Path) -> None:
    day = a_day("{session: rescue, minutes: 60}", "session: wrap-up")
    assert parts(tmp_path, day)[0].minutes == 60


def test_sections_take_the_minutes_of_theirs(tmp_path: Path) -> None:
    day = a_day("{session: rescue, sections: [first-steps, more]}", "session: wrap-up")
    assert parts(tmp_path, day)[0].minutes == 30 + 10


@pytest.mark.parametrize("optional", ["hidden", "left-out"])
def test_what_is_not_taught_takes_no_time(tmp_path: Path, optional: str) -> None:
    assert parts(tmp_path, f"optional: {optional}\n" + ONE_DAY)[1].minutes == 80 - 25


def test_a_session_that_goes_on_later_is_taught_again(tmp_path: Path) -> None:
    day = a_day(
        "{session: rescue, sections: [first-steps]}",
        "{session: rescue, sections: [practice, more]}",
        "session: wrap-up",
    )
    assert [part.again for part in parts(tmp_path, day)] == [False, True, False]


def test_after_a_part_without_minutes_no_time_is_known(tmp_path: Path) -> None:
    day = a_day("title: Opening", "session: rescue", "session: wrap-up")
    assert [part.start for part in parts(tmp_path, day)] == [540, None, None]


def test_missing_minutes_are_told_and_do_not_stop_a_build(tmp_path: Path) -> None:
    edition, (found,) = training(
        tmp_path, a_day("title: Opening", "session: rescue", "session: wrap-up")
    )
    assert edition is not None
    assert (found.code, found.severity) == (Code.MINUTES_MISSING, Severity.WARNING)


def test_a_day_of_its_own_date_has_it(tmp_path: Path) -> None:
    told = (
        "sessions: [wrap-up]\ndays: [{date: 2026-11-25, start: 09:00, parts: [session: wrap-up]}]"
    )
    (day,) = arranged(tmp_path, told).training.timetable
    assert day.date == date(2026, 11, 25)


def test_other_days_follow_the_first_of_the_training(tmp_path: Path) -> None:
    told = (
        "sessions: [wrap-up]\ndays:\n"
        "  - {start: 09:00, parts: [session: wrap-up]}\n"
        "  - {start: 09:00, parts: [{title: A visit, minutes: 60}]}\n"
    )
    days = arranged(tmp_path, told).training.timetable
    assert [day.date for day in days] == [date(2026, 11, 23), date(2026, 11, 24)]


def test_days_of_no_date_have_none(tmp_path: Path) -> None:
    path = tmp_path / "edition.yaml"
    path.write_text(
        "sessions: [wrap-up]\ndays: [{start: 09:00, parts: [session: wrap-up]}]", "utf-8"
    )
    file, _ = load_edition(Workspace(here=tmp_path), path)
    assert file is not None
    edition, _ = make_edition(loaded(course_of_trainings(tmp_path)), choices_from(file))
    assert edition is not None
    assert [day.date for day in edition.training.timetable] == [None]


def test_placeholders_in_titles_are_filled(tmp_path: Path) -> None:
    day = a_day('title: "Welcome to [PLACE]"', "session: rescue", "session: wrap-up")
    assert parts(tmp_path, day)[0].title.plain == "Welcome to Geneva"


def test_a_day_that_is_too_long_says_by_how_many_minutes(tmp_path: Path) -> None:
    day = a_day("session: rescue", "session: wrap-up", end="11:00")
    message = "the parts of this day take until 11:05, 5 minutes past its end"
    assert told_of(tmp_path, day) == [(Code.DAY_TOO_LONG, message)]


def test_a_day_that_is_too_short_says_so_as_well(tmp_path: Path) -> None:
    day = a_day("session: rescue", "session: wrap-up", end="11:06")
    message = "the parts of this day take until 11:05, 1 minute before its end"
    assert told_of(tmp_path, day) == [(Code.DAY_TOO_SHORT, message)]


def test_a_day_may_end_at_midnight(tmp_path: Path) -> None:
    day = a_day("{session: rescue, minutes: 855}", "session: wrap-up")
    assert told_of(tmp_path, day) == []


def test_what_is_kept_at_hand_need_not_be_in_the_timetable(tmp_path: Path) -> None:
    day = a_day("{session: rescue, sections: [first-steps, practice]}", "session: wrap-up")
    assert told_of(tmp_path, "optional: hidden\n" + day) == []


def test_a_training_without_a_timetable_is_told_nothing(tmp_path: Path) -> None:
    edition, found = training(tmp_path)
    assert edition is not None
    assert (edition.training.timetable, found) == ((), ())


def test_a_list_of_people_goes_before_the_number_that_is_expected(tmp_path: Path) -> None:
    people = (Person(name="Amina Example"), Person(name="Bruno Example"))
    told = Choices(people=people, participants_expected=24)
    edition, _ = make_edition(loaded(course_of_trainings(tmp_path)), told)
    assert edition is not None
    assert edition.headcount == 2


def test_without_a_list_those_who_are_expected_are_counted(tmp_path: Path) -> None:
    assert arranged(tmp_path, "participants_expected: 24").headcount == 24


def test_nobody_is_counted_where_nobody_has_said(tmp_path: Path) -> None:
    assert arranged(tmp_path).headcount is None


def test_what_a_course_asks_of_a_venue_comes_first(tmp_path: Path) -> None:
    outline = "title: A course\nlanguage: en\nsessions: [sessions/1.yaml]\nvenue: [A wall]\n"
    course = small_course(tmp_path, **{"course.yaml": outline})
    edition, _ = make_edition(course, Choices(venue=(plain_text("Door code"),)))
    assert edition is not None
    assert [text.plain for text in edition.training.venue] == ["A wall", "Door code"]
