"""What stands on the run sheet: running times, what can be dropped, what is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.documents.run_rows import Level, RunRow
from borderdeck.documents.run_sheet import RunSheet, plan_run_sheet
from tests.support.trainings import ONE_DAY, arranged

if TYPE_CHECKING:
    from pathlib import Path

SHORTER = ONE_DAY.replace("- session: rescue", "- session: rescue\n        minutes: 60")


def run_sheet(tmp_path: Path, told: str = ONE_DAY) -> RunSheet:
    return plan_run_sheet(arranged(tmp_path, "language: en-GB\n" + told))


def rows(tmp_path: Path, told: str = ONE_DAY) -> dict[str, RunRow]:
    (day,) = run_sheet(tmp_path, told).days
    return {"".join(run.text for run in row.title): row for row in day.rows}


def test_it_goes_down_to_what_is_timed_in_each_section(tmp_path: Path) -> None:
    assert [(row.level, title) for title, row in rows(tmp_path).items()] == [
        (Level.PART, "Opening"),
        (Level.PART, "Session 1: Rescue at sea"),
        (Level.SECTION, "First steps"),
        (Level.ITEM, "Who does what"),
        (Level.ITEM, "In groups"),
        (Level.SECTION, "Practice"),
        (Level.ITEM, "A first round"),
        (Level.ITEM, "A second round"),
        (Level.SECTION, "More to know"),
        (Level.PART, "Break"),
        (Level.PART, "Session 2: Wrap-up"),
    ]


def test_the_clock_runs_on_within_a_session(tmp_path: Path) -> None:
    found = rows(tmp_path)
    titles = ("In groups", "Practice", "A second round", "More to know", "Break")
    times = [found[title].time for title in titles]
    assert times == ["09:40", "10:00", "10:25", "10:40", "10:50"]


def test_what_begins_with_the_row_above_it_has_no_time_of_its_own(tmp_path: Path) -> None:
    found = rows(tmp_path)
    assert not any(found[title].own_time for title in ("First steps", "Who does what"))


def test_sections_have_the_numbers_of_the_slides(tmp_path: Path) -> None:
    assert rows(tmp_path)["Practice"].number == "1.2"


def test_what_can_be_dropped_says_what_that_saves(tmp_path: Path) -> None:
    found = rows(tmp_path)
    assert [found[title].dropped for title in ("A second round", "More to know", "Practice")] == [
        "saves 15 min",
        "saves 10 min",
        "",
    ]


def test_materials_and_groups_stand_with_their_activity(tmp_path: Path) -> None:
    assert rows(tmp_path)["In groups"].remarks == ("Groups of 3", "Materials: pens, cards")


def test_the_lead_stands_with_the_part(tmp_path: Path) -> None:
    assert rows(tmp_path)["Session 1: Rescue at sea"].remarks == ("Led by Amina Sample",)


def test_a_day_begins_with_its_breaks_what_can_be_dropped_and_its_end(tmp_path: Path) -> None:
    (day,) = run_sheet(tmp_path).days
    assert day.summary == (
        ("Breaks", "10:50 Break (25 min)"),
        ("Can be dropped", "25 min"),
        ("End", "12:00"),
    )


def test_a_session_cut_short_says_by_how_much(tmp_path: Path) -> None:
    remark = rows(tmp_path, SHORTER)["Session 1: Rescue at sea"].remarks[-1]
    assert remark == "What the outline has here takes 20 min more."


def test_times_that_would_run_past_the_part_are_left_empty(tmp_path: Path) -> None:
    row = rows(tmp_path, SHORTER)["Practice"]
    assert (row.time, row.own_time, row.minutes) == ("", True, "40")


def test_a_session_with_time_to_spare_says_so(tmp_path: Path) -> None:
    longer = SHORTER.replace("minutes: 60", "minutes: 90")
    remark = rows(tmp_path, longer)["Session 1: Rescue at sea"].remarks[-1]
    assert remark == "What the outline has here leaves 10 min."


def test_what_is_hidden_is_kept_at_hand_outside_the_clock(tmp_path: Path) -> None:
    found = rows(tmp_path, "optional: hidden\n" + ONE_DAY)
    kept = found["A second round"]
    assert (kept.dropped, kept.time, kept.minutes) == ("kept at hand", "", "15")
    assert found["Break"].time == "10:25"


def test_a_hidden_section_that_the_timetable_names_is_taught_and_can_be_dropped(
    tmp_path: Path,
) -> None:
    told = ONE_DAY.replace("- session: rescue", "- {session: rescue, sections: [more, practice]}\n")
    told = told.replace("        lead: Amina Sample\n", "")
    (day,) = run_sheet(tmp_path, "optional: hidden\n" + told).days
    assert ("Can be dropped", "10 min") in day.summary


def test_what_is_left_out_is_not_on_it(tmp_path: Path) -> None:
    assert "More to know" not in rows(tmp_path, "optional: left-out\n" + ONE_DAY)


def test_without_a_timetable_all_sessions_stand_on_it_without_times(tmp_path: Path) -> None:
    (day,) = run_sheet(tmp_path, "").days
    assert day.head is None
    parts = [(row.time, row.minutes) for row in day.rows if row.level is Level.PART]
    assert parts == [("", "80"), ("", "45"), ("", "")]
