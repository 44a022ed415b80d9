"""What papers to write on ask, and when they are made at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest

from borderdeck.course.keys import DateRange, Reference
from borderdeck.course.participants import Person
from borderdeck.diagnostics import Code, Position
from borderdeck.documents.answers import AnswerKey
from borderdeck.documents.document import Copies
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.sign_in import ROWS, SPARE, SignInSheet, plan_sign_in
from borderdeck.edition.edition import NO_CHOICES, Choices
from borderdeck.edition.languages import Language
from borderdeck.edition.words import words_for
from borderdeck.workspace import bundled
from tests.support.forms import ANSWERED, BARE, UNANSWERED, papers
from tests.support.trainings import arranged

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2026, 11, 23)
WEEK = Choices(date=DateRange(first=FIRST, last=date(2026, 11, 27)))
DAY = Choices(date=DateRange(first=FIRST, last=FIRST))
YEARS = Choices(date=DateRange(first=FIRST, last=date(2029, 1, 1)))

ENGLISH = words_for("en")

FONTS = FontBook(bundled("fonts"))

CHINESE = "\u738b\u5c0f\u660e"
AMINA = Person(name="Amina Example", organisation="Sample Ministry")


def plan(tmp_path: Path, path: str, choices: Choices = WEEK, **files: str) -> Any:
    return papers(tmp_path, choices, **files)[path].plan


def words(runs: Any) -> str:
    return "".join(run.text for run in runs)


def test_a_course_that_asks_nothing_has_the_forms_that_need_no_content(tmp_path: Path) -> None:
    assert list(papers(tmp_path, WEEK, UNANSWERED, **BARE)) == [
        "forms/action-plan.pdf",
        "forms/action-plan-fillable.pdf",
        "forms/action-plan-for-the-trainer.pdf",
        "forms/evaluation-daily.pdf",
        "forms/evaluation-daily-fillable.pdf",
        "forms/evaluation-final.pdf",
        "forms/evaluation-final-fillable.pdf",
        "facilitator/sign-in.pdf",
    ]


def test_a_course_that_asks_has_all_of_them(tmp_path: Path) -> None:
    assert set(papers(tmp_path, WEEK)) == {
        *papers(tmp_path, WEEK, UNANSWERED, **BARE),
        *(
            f"forms/{form}{twin}.pdf"
            for form in ("self-assessment", "questionnaire-before", "questionnaire-after")
            for twin in ("", "-fillable")
        ),
        "facilitator/answers.pdf",
    }


# Action plans


def test_an_action_plan_says_when_somebody_asks_how_things_stand(tmp_path: Path) -> None:
    follow_ups = plan(tmp_path, "forms/action-plan.pdf").follow_ups

    assert [(f.label, f.date) for f in follow_ups] == [
        ("After 3 months", "about 27 February 2027"),
        ("After 6 months", "about 27 May 2027"),
    ]


def test_the_dates_are_written_down_where_nobody_knows_them(tmp_path: Path) -> None:
    follow_ups = plan(tmp_path, "forms/action-plan.pdf", NO_CHOICES).follow_ups

    assert [f.date for f in follow_ups] == ["", ""]


def test_the_trainer_keeps_a_copy_with_the_same_rows(tmp_path: Path) -> None:
    own = plan(tmp_path, "forms/action-plan.pdf")
    kept = plan(tmp_path, "forms/action-plan-for-the-trainer.pdf")

    assert (own.for_trainer, kept.for_trainer) == (False, True)
    assert (own.columns, own.actions, own.follow_ups) == (
        kept.columns,
        kept.actions,
        kept.follow_ups,
    )


@pytest.mark.parametrize(("code", "fillable"), [("fr", True), ("ar", False), ("zh", False)])
def test_a_form_for_the_screen_is_promised_where_its_letters_will_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, fillable: bool
) -> None:
    language = Language(code, code, "en")
    monkeypatch.setattr("borderdeck.edition.edition.language_for", lambda _: language)
    monkeypatch.setattr("borderdeck.edition.edition.words_for", lambda _: ENGLISH)

    assert ("forms/action-plan-fillable.pdf" in papers(tmp_path, WEEK)) is fillable


# Evaluations


def rated(scale: Any) -> list[str]:
    return [words(it.text) for rated in scale.rated for it in rated.statements]


def test_the_final_evaluation_asks_about_each_session_and_each_objective(tmp_path: Path) -> None:
    useful, able = plan(tmp_path, "forms/evaluation-final.pdf").scales

    assert [words(s.text) for r in useful.rated for s in r.statements] == [
        "Rescue at sea",
        "Return",
    ]
    assert [words(s.text) for r in able.rated for s in r.statements] == [
        "Name the first steps of a sample rescue",
        "Gather sample ideas",
    ]


def test_without_objectives_it_asks_about_sessions_alone(tmp_path: Path) -> None:
    files = papers(tmp_path, WEEK, UNANSWERED, **BARE)

    assert len(files["forms/evaluation-final.pdf"].plan.scales) == 1  # type: ignore[union-attr]  # - a form


def test_the_day_is_ticked(tmp_path: Path) -> None:
    days = plan(tmp_path, "forms/evaluation-daily.pdf").days

    assert (len(days), days[0]) == (5, "Monday, 23 November 2026")


@pytest.mark.parametrize("choices", [NO_CHOICES, YEARS])
def test_a_day_that_cannot_be_ticked_is_written_down(tmp_path: Path, choices: Choices) -> None:
    assert plan(tmp_path, "forms/evaluation-daily.pdf", choices).days == ()


def test_a_training_of_one_day_has_no_daily_evaluation(tmp_path: Path) -> None:
    assert "forms/evaluation-daily.pdf" not in papers(tmp_path, DAY)


# Questionnaires and answers


def test_the_same_is_asked_before_and_after(tmp_path: Path) -> None:
    before = plan(tmp_path, "forms/questionnaire-before.pdf")
    after = plan(tmp_path, "forms/questionnaire-after.pdf")

    assert before.questions == after.questions
    assert before.head.title != after.head.title


def test_a_question_has_choices_or_lines(tmp_path: Path) -> None:
    questions = plan(tmp_path, "forms/questionnaire-before.pdf").questions

    assert [(len(q.choices), q.lines) for q in questions] == [(3, 0), (2, 0), (0, 5), (0, 3)]


def test_it_is_said_how_many_choices_may_be_ticked(tmp_path: Path) -> None:
    questions = plan(tmp_path, "forms/questionnaire-before.pdf").questions

    assert [q.hint for q in questions] == ["Tick one.", "Tick all that apply.", "", ""]


def test_the_answer_key_holds_every_answer_under_its_question(tmp_path: Path) -> None:
    key = plan(tmp_path, "facilitator/answers.pdf")

    assert isinstance(key, AnswerKey)
    assert [(a.number, words(a.asked), words(a.answer[0].runs)) for a in _all(key)] == [
        (None, "What is vital?", "SECRET planning."),
        (1, "Which colour has the sample boat?", "SECRET green."),
        (3, "What would you do first?", "SECRET look."),
    ]


def _all(key: AnswerKey) -> list[Any]:
    return [answered for part in key.parts for answered in part.answered]


# Sign-in sheets


def sign_in(tmp_path: Path, choices: Choices) -> SignInSheet:
    sheet = plan(tmp_path, "facilitator/sign-in.pdf", choices)
    assert isinstance(sheet, SignInSheet)
    return sheet


def test_a_sign_in_sheet_has_a_page_for_each_day(tmp_path: Path) -> None:
    days = sign_in(tmp_path, WEEK).days

    assert (len(days), days[1]) == (5, "Day 2: Tuesday, 24 November 2026")


@pytest.mark.parametrize("choices", [NO_CHOICES, YEARS])
def test_days_that_nobody_can_count_have_one_page_without_a_date(
    tmp_path: Path, choices: Choices
) -> None:
    assert sign_in(tmp_path, choices).days == ("",)


def test_it_bears_the_names_of_the_list_and_rows_for_others(tmp_path: Path) -> None:
    rows = sign_in(tmp_path, Choices(people=(AMINA, AMINA))).rows

    assert [row.name for row in rows] == ["Amina Example"] * 2 + [""] * SPARE
    assert rows[0].organisation == "Sample Ministry"


def test_it_has_a_row_for_each_who_is_expected_and_some_more(tmp_path: Path) -> None:
    assert len(sign_in(tmp_path, Choices(participants_expected=24)).rows) == 24 + SPARE


HELD = """
sessions: [rescue, wrap-up]
days:
  - {date: 2026-11-23, start: 09:00, parts: [session: rescue]}
  - {date: 2026-11-27, start: 09:00, parts: [session: wrap-up]}
"""


def test_days_on_which_nothing_happens_have_no_page(tmp_path: Path) -> None:
    assert plan_sign_in(arranged(tmp_path, HELD), FONTS).days == (
        "Day 1: Monday, 23 November 2026",
        "Day 2: Friday, 27 November 2026",
    )


def test_a_sheet_to_sign_is_printed_once(tmp_path: Path) -> None:
    assert papers(tmp_path, WEEK)["facilitator/sign-in.pdf"].copies is Copies.ONE


def test_what_is_typed_into_is_not_printed(tmp_path: Path) -> None:
    assert papers(tmp_path, WEEK)["forms/action-plan-fillable.pdf"].copies is Copies.NONE


def test_an_evaluation_of_each_day_is_printed_for_each_day(tmp_path: Path) -> None:
    assert papers(tmp_path, WEEK)["forms/evaluation-daily.pdf"].times == 5


def test_it_is_empty_where_there_is_no_list(tmp_path: Path) -> None:
    assert [row.name for row in sign_in(tmp_path, WEEK).rows] == [""] * ROWS


def test_what_no_font_has_is_left_out_and_told_at_its_letter(tmp_path: Path) -> None:
    place = Position("people.csv", 2, 1, 3, f"{CHINESE},Sample")
    people = (Person(name=CHINESE, organisation="Sample", position=place),)
    sheet = papers(tmp_path, Choices(people=people))["facilitator/sign-in.pdf"]

    row = cast("SignInSheet", sheet.plan).rows[0]

    assert (row.name, row.organisation) == ("", "Sample")
    assert [(d.code, d.position) for d in sheet.diagnostics] == [
        (Code.MISSING_GLYPH, Position("people.csv", 2, 1, 1, f"{CHINESE},Sample"))
    ]


def test_words_on_it_say_their_direction(tmp_path: Path) -> None:
    people = (Person(name="محمد", organisation="Sample"),)

    assert sign_in(tmp_path, Choices(people=people)).rows[0].cells == (
        ("محمد", "rtl"),
        ("Sample", "ltr"),
    )


def test_a_repr_of_it_shows_nobody(tmp_path: Path) -> None:
    assert "Amina" not in repr(sign_in(tmp_path, Choices(people=(AMINA,))))


def test_a_session_that_is_left_out_is_asked_about_nowhere(tmp_path: Path) -> None:
    left = papers(tmp_path, Choices(sessions=(Reference("return"),)), ANSWERED)

    assert "forms/self-assessment.pdf" not in left
    assert "Rescue" not in repr(left["forms/evaluation-final.pdf"].plan)
