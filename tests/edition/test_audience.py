"""What participants' papers are planned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.edition.audience import for_participants
from borderdeck.edition.edition import NO_CHOICES, make_edition
from tests.support.courses import small_course

if TYPE_CHECKING:
    from pathlib import Path

SESSION = """
id: rescue
title: Rescue at sea
notes: Secret of the session
sections:
  - id: practice
    title: Practice
    notes: Secret of the section
    slides:
      - title: A slide
        notes: Secret of the slide
        blocks:
          - question: What is vital?
            answer: Secret answer
            minutes: 5
          - activity: [Read the case.]
            case: A boat has called.
            answer: Secret answer of the activity
          - paragraph: Secret block
            audience: facilitator
          - bullets: [Planning]
            notes: Secret of the block
"""


def test_nothing_that_is_for_the_facilitator_is_left(tmp_path: Path) -> None:
    edition, _ = make_edition(small_course(tmp_path, SESSION), NO_CHOICES)
    assert edition is not None

    assert "Secret" in repr(edition.course)
    assert "Secret" not in repr(for_participants(edition).course)


QUESTIONNAIRE = """
title: A course
language: en
sessions: [sessions/1.yaml]
questionnaire:
  questions:
    - id: first
      question: What comes first?
      choices: [Planning, Secrets]
      answer: Secret answer
"""


def test_answers_to_the_questionnaire_are_gone_and_its_questions_stay(tmp_path: Path) -> None:
    course = small_course(tmp_path, SESSION, **{"course.yaml": QUESTIONNAIRE})
    edition, _ = make_edition(course, NO_CHOICES)
    assert edition is not None
    assert "Secret answer" in repr(edition.course.outline)

    shown = repr(for_participants(edition).course.outline)

    assert "Secret answer" not in shown
    assert "What comes first?" in shown


def test_what_is_for_all_stays(tmp_path: Path) -> None:
    edition, _ = make_edition(small_course(tmp_path, SESSION), NO_CHOICES)
    assert edition is not None

    slide = for_participants(edition).course.sessions[0].sections[0].slides[0]

    assert slide.title is not None
    assert [block.minutes for block in slide.blocks] == [5, None, None]
