"""Who takes part, as an edition has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.participants import Person
from borderdeck.edition.audience import for_participants
from borderdeck.edition.edition import Choices, Edition, make_edition
from borderdeck.edition.printing import Printing
from tests.support.courses import small_course

if TYPE_CHECKING:
    from pathlib import Path

TWO = (Person(name="Amina Example", large_print=True), Person(name="Bruno Example"))


def edition(tmp_path: Path, choices: Choices) -> Edition:
    """Make an edition of a small course."""
    made, _ = make_edition(small_course(tmp_path), choices)
    assert made is not None
    return made


def test_an_edition_has_its_people_in_the_order_of_the_list(tmp_path: Path) -> None:
    assert edition(tmp_path, Choices(people=TWO)).people == TWO


def test_large_print_is_counted_from_who_needs_it(tmp_path: Path) -> None:
    assert edition(tmp_path, Choices(people=TWO)).printing == Printing(
        large_print=True, large_print_copies=1
    )


def test_a_number_in_the_edition_file_goes_before_the_count(tmp_path: Path) -> None:
    told = Choices(people=TWO, printing=Printing(large_print=True, large_print_copies=3))
    assert edition(tmp_path, told).printing.large_print_copies == 3


def test_there_is_no_large_print_where_nobody_needs_it(tmp_path: Path) -> None:
    assert not edition(tmp_path, Choices(people=TWO[1:])).printing.large_print


def test_participants_see_nothing_of_each_other(tmp_path: Path) -> None:
    assert for_participants(edition(tmp_path, Choices(people=TWO))).people == ()
