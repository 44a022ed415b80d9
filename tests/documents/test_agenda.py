"""What stands on the agenda, and in what words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.documents.agenda import Agenda, plan_agenda
from borderdeck.edition.audience import for_participants
from borderdeck.edition.timetable import PartKind
from tests.support.trainings import ONE_DAY, arranged

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.documents.slides import Runs


def agenda(tmp_path: Path, told: str = ONE_DAY) -> Agenda:
    return plan_agenda(for_participants(arranged(tmp_path, told)))


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def test_times_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    (day,) = agenda(tmp_path).days
    times = [part.time for part in day.parts]
    assert times == ["9:00\u202fam", "9:30\u202fam", "10:50\u202fam", "11:15\u202fam"]


@pytest.mark.parametrize(
    ("language", "time", "date"),
    [
        ("en-GB", "09:30", "Monday, 23 November 2026"),
        ("en-US", "9:30\u202fAM", "Monday, November 23, 2026"),
    ],
)
def test_a_region_writes_times_and_dates_its_own_way(
    tmp_path: Path, language: str, time: str, date: str
) -> None:
    (day,) = agenda(tmp_path, f"language: {language}\n" + ONE_DAY).days
    assert (day.parts[1].time, day.head.title) == (time, date)


def test_sessions_have_their_number_and_title(tmp_path: Path) -> None:
    (day,) = agenda(tmp_path).days
    titles = ["Opening", "Session 1: Rescue at sea", "Break", "Session 2: Wrap-up"]
    assert [words(part.title) for part in day.parts] == titles


def test_it_says_who_leads(tmp_path: Path) -> None:
    (day,) = agenda(tmp_path).days
    assert [part.lead for part in day.parts] == ["The host", "Amina Sample", "", ""]


def test_there_is_no_column_for_leads_that_nobody_named(tmp_path: Path) -> None:
    told = "sessions: [wrap-up]\ndays: [{start: 09:00, parts: [session: wrap-up]}]"
    assert agenda(tmp_path, told).labels.lead == ""


def test_a_divided_session_goes_on_with_its_sections_named(tmp_path: Path) -> None:
    told = """
        sessions: [rescue]
        days:
          - start: 09:00
            parts:
              - {session: rescue, sections: [first-steps]}
              - {break: Coffee, minutes: 15}
              - {session: rescue, sections: [practice, more]}
    """
    (day,) = agenda(tmp_path, told).days
    last = day.parts[-1]
    assert words(last.title) == "Session 1: Rescue at sea (contd.)"
    assert [words(title) for title in last.sections] == ["Practice", "More to know"]


def test_a_day_says_when_it_ends(tmp_path: Path) -> None:
    (day,) = agenda(tmp_path).days
    assert day.end == "12:00\u202fpm"


def test_times_that_are_not_known_stay_empty(tmp_path: Path) -> None:
    told = "sessions: [wrap-up]\ndays: [{start: 09:00, parts: [title: Opening, session: wrap-up]}]"
    (day,) = agenda(tmp_path, told).days
    assert ([part.time for part in day.parts], day.end) == (["9:00\u202fam", ""], "")


def test_without_a_timetable_it_is_a_form_of_the_sessions(tmp_path: Path) -> None:
    form = agenda(tmp_path, "")
    assert form.days == ()
    assert [(part.kind, part.time, words(part.title)) for part in form.sessions] == [
        (PartKind.SESSION, "", "Session 1: Rescue at sea"),
        (PartKind.SESSION, "", "Session 2: Wrap-up"),
        (PartKind.SESSION, "", "Session 3: Return"),
    ]


@pytest.mark.parametrize("told", [ONE_DAY, ""])
def test_nothing_of_the_facilitator_is_on_it(tmp_path: Path, told: str) -> None:
    assert "Secret" not in repr(agenda(tmp_path, told))
