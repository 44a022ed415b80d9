"""Choices that are ticked on a screen: by whom, with what, and what a printer shows of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec import Struct
from pypdf import PdfReader, PdfWriter

from borderdeck.course.keys import DateRange
from borderdeck.edition.edition import Choices
from tests.support import pdf
from tests.support.forms import boxes, fields, printed
from tests.support.pdfjs import fill_in
from tests.support.places import MM

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

    from borderdeck.render.pdf import PdfEngine

DAYS = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))

Answers = dict[str, str | int | bool]

ANSWERS: dict[str, Answers] = {
    "evaluation-daily": {"Day": 4, "Access": 1, "Helped": "Sample of a word"},
    "evaluation-final": {"Useful_rescue": 2, "Useful_return": 0, "Able_rescue_N2": 1, "More": "No"},
    "self-assessment": {"Name": "Sample", "Able_rescue_N1_Start": 0, "Able_rescue_N1_End": 2},
    "questionnaire-before": {"Code": "boat", "colour": 1, "on-board_2": True, "why": "So"},
    "questionnaire-after": {"Code": "boat", "colour": 0, "on-board_1": True, "on-board_2": True},
}
"""By form: what is typed, which choice of those of one name is ticked, from 0, or that one is."""


class Answered(Struct, frozen=True):
    """A form before and after it was filled in, and how it is printed page by page."""

    form: bytes
    saved: bytes
    pages: tuple[Image, ...]


@pytest.fixture(scope="module")
def forms(engine: PdfEngine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The forms of a sample course, for the screen."""
    papers = printed(engine, tmp_path_factory.mktemp("forms"), Choices(place="Geneva", date=DAYS))
    return {name: papers[f"forms/{name}-fillable.pdf"].data for name in ANSWERS}


def by_pypdf(form: bytes, answers: Answers) -> Answered:
    """Fill in a form with pypdf; poppler prints it."""
    values = {name: _value(answer) for name, answer in answers.items()}
    writer = PdfWriter(clone_from=BytesIO(form))
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    file = BytesIO()
    writer.write(file)
    count = len(writer.pages)
    pages = tuple(pdf.picture(file.getvalue(), n) for n in range(1, count + 1))
    return Answered(form, file.getvalue(), pages)


def by_pdfjs(form: bytes, answers: Answers) -> Answered:
    """Fill in a form with pdf.js, which prints it, too."""
    made = fill_in(form, answers)
    return Answered(form, made.saved, tuple(made.pages))


def _value(answer: str | int | bool) -> str:
    if isinstance(answer, str):
        return answer
    return "/on" if answer is True else f"/{answer}"


@pytest.fixture(scope="module", params=[by_pypdf, by_pdfjs])
def filled(request: pytest.FixtureRequest, forms: dict[str, bytes]) -> dict[str, Answered]:
    """The forms, filled in by each of the programs."""
    return {name: request.param(form, ANSWERS[name]) for name, form in forms.items()}


def dark(answered: Answered) -> set[str]:
    """Name the fields in which something stands; a choice of several by its number: "Day/0"."""
    found = set()
    for name, (page, sides) in boxes(answered.form).items():
        left, top, right, bottom = (round(side / 72 * 100) for side in sides)
        inside = answered.pages[page - 1].crop((left + 3, top + 3, right - 3, bottom - 3))
        if any(inside.histogram()[: pdf.INK]):
            found.add(name)
    return found


def meant(answers: Answers) -> set[str]:
    """Name the fields that these answers fill."""
    return {name if isinstance(a, str | bool) else f"{name}/{a}" for name, a in answers.items()}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_is_answered_shows_and_nothing_else(filled: dict[str, Answered], name: str) -> None:
    assert dark(filled[name]) == meant(ANSWERS[name])


@pytest.mark.parametrize("name", ANSWERS)
def test_an_empty_form_shows_nothing(forms: dict[str, bytes], name: str) -> None:
    assert dark(by_pypdf(forms[name], {})) == set()


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_survive_saving(filled: dict[str, Answered], name: str) -> None:
    held = PdfReader(BytesIO(filled[name].saved)).get_fields() or {}
    values = {field: held[field].value for field in ANSWERS[name]}

    assert values == {field: _value(answer) for field, answer in ANSWERS[name].items()}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_saved_form_keeps_to_pdf_ua(filled: dict[str, Answered], name: str) -> None:
    assert pdf.ua_failures(filled[name].saved) == []


def test_choices_of_which_one_is_meant_are_one_field(forms: dict[str, bytes]) -> None:
    assert list(fields(forms["questionnaire-before"])) == [
        "Code",
        "colour",
        "on-board_1",
        "on-board_2",
        "first",
        "why",
    ]


def test_the_same_is_asked_by_the_same_name_after_the_training(forms: dict[str, bytes]) -> None:
    before, after = (list(fields(forms[f"questionnaire-{when}"])) for when in ("before", "after"))

    assert before == after


def test_a_choice_says_what_is_asked_and_what_it_stands_for(forms: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(forms["self-assessment"])) as paper:
        group = next(f for f in paper.Root.AcroForm.Fields if f.T == "Able_rescue_N1_End")
        asked = "I can … – Name the first steps of a sample rescue – At the end"

        assert str(group.TU) == asked
        assert [str(button.TU) for button in group.Kids] == [
            f"{asked} – {choice}" for choice in ("not yet", "partly", "well")
        ]


def test_each_choice_is_a_form_of_the_structure(forms: dict[str, bytes]) -> None:
    for name, form in forms.items():
        assert (name, len(pdf.elements(form, "Form"))) == (name, len(boxes(form)))


@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "self-assessment"])
def test_keys_go_through_choices_as_they_are_read(forms: dict[str, bytes], name: str) -> None:
    placed = [(page, round(box[1]), box[0]) for page, box in boxes(forms[name]).values()]

    assert placed == sorted(placed)


def test_keys_go_through_the_choices_of_one_time_before_those_of_the_next(
    forms: dict[str, bytes],
) -> None:
    names = list(boxes(forms["self-assessment"]))

    assert names[1:7] == [f"Able_rescue_N1_{t}/{n}" for t in ("Start", "End") for n in range(3)]


def test_all_of_a_box_takes_a_click(forms: dict[str, bytes]) -> None:
    _, (left, top, right, bottom) = boxes(forms["evaluation-daily"])["Day/0"]

    assert min(right - left, bottom - top) > 3 * MM


def _without_a_tip(button: pikepdf.Object) -> None:
    del button.TU
    del button.Parent.TU


def _out_of_the_structure(button: pikepdf.Object) -> None:
    del button.StructParent


@pytest.mark.parametrize("plant", [_without_a_tip, _out_of_the_structure])
def test_a_planted_fault_of_a_choice_is_found(
    forms: dict[str, bytes], plant: Callable[[pikepdf.Object], None]
) -> None:
    with pikepdf.open(BytesIO(forms["evaluation-daily"])) as paper:
        plant(paper.Root.AcroForm.Fields[0].Kids[0])
        spoilt = BytesIO()
        paper.save(spoilt)

    assert pdf.ua_failures(spoilt.getvalue()) != []
