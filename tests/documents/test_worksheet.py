"""The fields of a worksheet: their names stay apart, whatever its course is like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderdeck.documents.worksheet import plan_worksheet
from borderdeck.edition.edition import NO_CHOICES, make_edition
from tests.support.courses import small_course

if TYPE_CHECKING:
    from pathlib import Path

SESSION = """
id: wrap-up
title: Wrap-up
sections:
  - id: practice
    title: Practice
    slides:
      - title: Your turn
        blocks:
          - id: a-b
            prompts:
              - One
              - id: "1"
                text: Two
          - id: a
            prompts:
              - id: b-1
                text: Three
          - id: name
            question: Four
worksheet:
  id: reflection
  title: Reflection
  parts:
    - block: a-b
      lines: 1
    - block: a
      answers:
        - item: b-1
          spaces:
            - lines: 2
            - label: later
              lines: 2
              target_date: true
    - block: name
      lines: 2
    - block: name
      lines: 2
"""


def fields(value: Any) -> list[Any]:
    """Give every field of a plan that stands on its paper."""
    found = [value.name, value.date]
    for group in value.groups:
        for entry in group.entries:
            for space in entry.spaces:
                found += [f for pair in space.dated for f in pair] or [space.field]
    return found


def planned(tmp_path: Path) -> list[Any]:
    edition, _ = make_edition(small_course(tmp_path, SESSION), NO_CHOICES)
    assert edition is not None
    (session,) = edition.course.sessions
    assert session.worksheet is not None
    return fields(plan_worksheet(edition, session, session.worksheet))


def test_no_two_fields_have_one_name(tmp_path: Path) -> None:
    names = [field.name for field in planned(tmp_path)]

    assert sorted(set(names)) == sorted(names)


def test_a_field_is_named_by_ids_where_there_are_some(tmp_path: Path) -> None:
    assert [field.name for field in planned(tmp_path)] == [
        "Name",
        "Date",
        "a-b_N1",
        "a-b_1",
        "a_b-1_1",
        "a_b-1_2_1",
        "a_b-1_2_1_date",
        "a_b-1_2_2",
        "a_b-1_2_2_date",
        "name",
        "name_Again2",
    ]


def test_a_field_tells_its_question_its_label_and_its_line(tmp_path: Path) -> None:
    assert planned(tmp_path)[8].tip == ("Three – later, line 2 – Target date: day, month and year")
