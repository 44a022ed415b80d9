"""Trainings of a small sample course: its minutes, what is optional in it, and its secrets."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from borderdeck.course.load import load_edition
from borderdeck.edition.edition import Edition, choices_from, make_edition
from borderdeck.workspace import Workspace
from tests.support.courses import loaded, write_course

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.diagnostics import Diagnostic

RESCUE = """
id: rescue
title: Rescue at sea
notes: Secret of the session
key_messages:
  - Planning is **vital**.
sections:
  - id: first-steps
    title: First steps
    notes: Secret of the section
    slides:
      - title: Who does what
        minutes: 10
        notes: Secret of the slide
      - title: In groups
        blocks:
          - activity: [Choose a role., Act it out.]
            group_size: 3
            minutes: 15
            materials: [pens, cards]
          - paragraph: Secret block
            audience: facilitator
            minutes: 5
  - id: practice
    title: Practice
    minutes: 40
    slides:
      - title: A first round
        minutes: 25
        blocks:
          - question: What is vital?
            answer: Secret answer
      - title: A second round
        minutes: 15
        optional: true
  - id: more
    title: More to know
    minutes: 10
    optional: true
"""
"""80 minutes: 30, 40 and 10, of which 25 can be dropped."""

WRAP_UP = """
id: wrap-up
title: Wrap-up
minutes: 45
"""

RETURN = """
id: return
title: Return
"""
"""Nobody has said how long it takes."""

SESSIONS = {"sessions/1.yaml": RESCUE, "sessions/2.yaml": WRAP_UP, "sessions/3.yaml": RETURN}

PLACE_AND_DATE = "place: Geneva\ndate: 2026-11-23..2026-11-27\n"

ONE_DAY = """
sessions: [rescue, wrap-up]
days:
  - start: 09:00
    end: 12:00
    parts:
      - title: Opening
        minutes: 30
        lead: The host
      - session: rescue
        lead: Amina Sample
      - break:
        minutes: 25
      - session: wrap-up
"""
"""Three hours, which add up."""


def course_of_trainings(tmp_path: Path) -> Path:
    """Write the sample course; give its folder."""
    return write_course(tmp_path, **SESSIONS)


def training(tmp_path: Path, told: str = "") -> tuple[Edition | None, tuple[Diagnostic, ...]]:
    """Make an edition of the sample course, told this beside place and date."""
    path = tmp_path / "edition.yaml"
    path.write_text(PLACE_AND_DATE + dedent(told), encoding="utf-8")
    return read_training(tmp_path, path)


def read_training(tmp_path: Path, path: Path) -> tuple[Edition | None, tuple[Diagnostic, ...]]:
    """Make an edition of the sample course by an edition file."""
    file, found = load_edition(Workspace(here=tmp_path), path)
    if file is None:
        return None, found
    edition, more = make_edition(loaded(course_of_trainings(tmp_path)), choices_from(file))
    return edition, (*found, *more)


def arranged(tmp_path: Path, told: str = "") -> Edition:
    """Make an edition in which nothing is wrong."""
    edition, found = training(tmp_path, told)
    assert edition is not None, found
    return edition
