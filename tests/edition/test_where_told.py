"""What is wrong with a course's language or an edition's choices is told where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.spelling import suggestion
from borderdeck.edition.edition import NO_CHOICES, make_edition
from tests.support.courses import loaded, write_course
from tests.support.trainings import training

if TYPE_CHECKING:
    from pathlib import Path


def test_a_course_in_a_language_without_words_is_told_at_its_language(tmp_path: Path) -> None:
    outline = "title: A course\nlanguage: fr\nsessions: [sessions/1.yaml]\n"
    course = loaded(write_course(tmp_path, **{"course.yaml": outline}))
    (told,) = make_edition(course, NO_CHOICES)[1]
    assert told.position is not None
    assert told.position.text[told.position.column - 1 :] == "fr"


def test_a_session_is_guessed_by_one_word_of_its_id(tmp_path: Path) -> None:
    _, (told,) = training(tmp_path, "sessions: [wrap]")
    assert told.hint == 'did you mean "wrap-up"?'


def test_a_session_is_guessed_by_its_word_rather_than_by_its_looks() -> None:
    known = ("introduction", "interception-rescue-assistance")
    assert suggestion("interception", known, "") == f'did you mean "{known[1]}"?'


def test_a_word_of_several_ids_is_no_guess(tmp_path: Path) -> None:
    _, (told,) = training(tmp_path, "sessions: [session]")
    assert told.hint == "the sessions are: rescue, wrap-up, return"
