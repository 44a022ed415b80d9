"""How long the parts of an outline take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.minutes import droppable, optional_parts, shortest, whole
from tests.support.courses import loaded, small_course
from tests.support.trainings import course_of_trainings

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.model import Session


def rescue(tmp_path: Path) -> Session:
    return loaded(course_of_trainings(tmp_path)).sessions[0]


def session(tmp_path: Path, *sections: str) -> Session:
    head = "id: rescue\ntitle: Rescue\nsections:\n"
    return small_course(tmp_path, head + "".join(sections)).sessions[0]


def section(name: str, words: str) -> str:
    return f"  - id: {name}\n    title: Title\n    {words}\n"


def test_a_session_takes_what_its_parts_take(tmp_path: Path) -> None:
    assert whole(rescue(tmp_path)) == 30 + 40 + 10


def test_without_what_is_optional_it_takes_less(tmp_path: Path) -> None:
    assert shortest(rescue(tmp_path)) == 80 - 15 - 10


def test_a_slide_takes_what_its_blocks_take(tmp_path: Path) -> None:
    assert whole(rescue(tmp_path).sections[0].slides[1]) == 15 + 5


def test_what_the_author_says_goes_before_the_sum(tmp_path: Path) -> None:
    assert whole(rescue(tmp_path).sections[1]) == 40


def test_nothing_is_known_while_one_part_has_no_minutes(tmp_path: Path) -> None:
    found = session(tmp_path, section("a", "minutes: 10"), section("b", "notes: None"))
    assert whole(found) is None


def test_nothing_is_known_of_a_session_without_parts(tmp_path: Path) -> None:
    assert whole(session(tmp_path, section("a", "notes: None"))) is None


def test_the_shortest_is_known_where_only_optional_parts_have_no_minutes(tmp_path: Path) -> None:
    found = session(tmp_path, section("a", "minutes: 10"), section("b", "optional: true"))
    assert (whole(found), shortest(found)) == (None, 10)


def test_a_slide_of_an_optional_section_is_not_counted_twice(tmp_path: Path) -> None:
    slides = "slides: [{title: One, minutes: 5, optional: true}]"
    found = session(tmp_path, section("a", f"optional: true\n    {slides}"))
    assert droppable(found) == 5


def test_what_can_be_dropped_is_given_in_order(tmp_path: Path) -> None:
    titles = [part.title.plain for part in optional_parts(rescue(tmp_path)) if part.title]
    assert titles == ["A second round", "More to know"]
