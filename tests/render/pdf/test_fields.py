"""A worksheet that is filled in on a screen: by whom, with what, and what a printer shows of it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader, PdfWriter

from borderdeck.documents.sheets import Sheet
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.render.pdf.fields import STAYS_IN_ITS_BOX
from borderdeck.workspace import bundled
from tests.support import paper_plans as plans
from tests.support import pdf
from tests.support.forms import boxes, fields
from tests.support.pdfjs import FilledIn, ViewerMissingError, fill_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL.Image import Image

FILLABLE = Sheet(fillable=True)
MULTILINE = 1 << 12
"""The flag of a field of several lines (ISO 32000-1, table 228)."""

FRENCH = "Où l’œuvre naît, ça çà : « à Noël »"
RUSSIAN = "Ёж, подъём, щавель – № 5"
LETTERS = (
    "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿÑñ¿¡ÁÍÓÚáíóú«»’…–"
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№"
)

ANSWERS = {
    "Name": "Zoë Иванова",
    "Date": "27.11.2026",
    "what-have-you-learned_prompt-1": FRENCH,
    "into-practice_question-1": RUSSIAN,
    "into-practice_question-5_2_1": "Listen",
    "into-practice_question-5_2_1_date": "1.3.2027",
}


@pytest.fixture(scope="module")
def form(engine: PdfEngine) -> bytes:
    """The bundled course's worksheet to type in."""
    made = engine.render(plans.reflection_worksheet(), "worksheet.html.j2", FILLABLE)
    assert isinstance(made, Rendered)
    assert made.diagnostics == ()
    return made.data


@pytest.fixture(scope="module")
def filled(form: bytes) -> bytes:
    """The form, filled in by pypdf."""
    return typed(form, ANSWERS)


@pytest.fixture(scope="module")
def by_pdfjs(form: bytes) -> FilledIn:
    """The form, filled in by pdf.js."""
    return fill_in(form, ANSWERS)


def typed(form: bytes, answers: dict[str, str]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(form))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(answers), auto_regenerate=False)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def answers_in(data: bytes) -> dict[str, str]:
    held = PdfReader(BytesIO(data)).get_form_text_fields()
    return {name: value for name, value in held.items() if value}


def ink(image: Image, box: tuple[float, float, float, float], dpi: int = 100) -> int:
    """Count the dark dots inside a box, off its border."""
    left, top, right, bottom = (round(side / 72 * dpi) for side in box)
    inside = image.crop((left + 3, top + 3, right - 3, bottom - 3))
    return sum(count for value, count in enumerate(inside.histogram()) if value < pdf.INK)


def test_every_answer_and_every_date_has_a_field(form: bytes) -> None:
    assert list(fields(form)) == [
        "Name",
        "Date",
        *(f"what-have-you-learned_prompt-{n}" for n in range(1, 7)),
        *(f"into-practice_question-{n}" for n in range(1, 5)),
        "into-practice_question-5_1",
        *(f"into-practice_question-5_2_{n}{end}" for n in (1, 2, 3) for end in ("", "_date")),
    ]


def test_a_field_says_which_question_it_answers(form: bytes) -> None:
    told = {name: field["/TU"] for name, field in fields(form).items()}

    assert told["what-have-you-learned_prompt-1"] == "New knowledge about human rights..."
    assert told["into-practice_question-5_2_3_date"].endswith(
        "by a certain time, line 3 – Target date: day, month and year"
    )


def test_no_two_fields_are_told_alike(form: bytes) -> None:
    told = [field["/TU"] for field in fields(form).values()]

    assert len(set(told)) == len(told)


def test_only_answers_of_one_line_are_fields_of_one_line(form: bytes) -> None:
    long = {name for name, field in fields(form).items() if int(field["/Ff"]) & MULTILINE}

    assert "into-practice_question-1" in long
    assert not any(name.endswith(("Name", "Date", "_date")) for name in long)


def test_a_field_takes_no_more_than_it_shows(form: bytes) -> None:
    assert all(int(field["/Ff"]) & STAYS_IN_ITS_BOX for field in fields(form).values())


def test_fields_follow_the_order_in_which_they_are_read(form: bytes) -> None:
    placed = [(page, box[1], box[0]) for page, box in boxes(form).values()]

    assert placed == sorted(placed)


def test_keys_go_from_field_to_field_as_they_are_read(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as paper:
        assert {str(page.Tabs) for page in paper.pages} == {"/S"}


def test_the_form_keeps_to_pdf_ua(form: bytes) -> None:
    assert pdf.ua_failures(form) == []


def _without_a_tip(paper: pikepdf.Pdf) -> None:
    del paper.Root.AcroForm.Fields[0].TU


def _out_of_the_structure(paper: pikepdf.Pdf) -> None:
    del paper.Root.AcroForm.Fields[0].StructParent


def _not_told_to_be_a_form(paper: pikepdf.Pdf) -> None:
    found = (o for o in paper.objects if isinstance(o, pikepdf.Dictionary))
    next(o for o in found if o.get("/S") == "/Form").S = pikepdf.Name.Div


def _without_an_order(paper: pikepdf.Pdf) -> None:
    del paper.pages[0].Tabs


@pytest.mark.parametrize(
    "plant",
    [_without_a_tip, _out_of_the_structure, _not_told_to_be_a_form, _without_an_order],
)
def test_a_planted_fault_of_a_field_is_found(
    form: bytes, plant: Callable[[pikepdf.Pdf], None]
) -> None:
    with pikepdf.open(BytesIO(form)) as paper:
        plant(paper)
        spoilt = BytesIO()
        paper.save(spoilt)

    assert pdf.ua_failures(spoilt.getvalue()) != []


def test_the_printed_twin_has_no_fields(printed: Callable[[str], Rendered]) -> None:
    with pikepdf.open(BytesIO(printed("worksheet").data)) as paper:
        assert "/AcroForm" not in paper.Root


def test_both_twins_bear_the_same_words(printed: Callable[[str], Rendered], form: bytes) -> None:
    assert pdf.words_heard(form) == pdf.words_heard(printed("worksheet").data)


def test_nobody_is_told_to_turn_a_screen_over(form: bytes) -> None:
    assert "please turn over" not in pdf.text_of(form)


def test_the_font_of_fields_is_whole_small_and_for_nothing_else(form: bytes) -> None:
    whole = [font["name"] for font in pdf.fonts(form) if font["subset"] == "no"]

    assert whole == ["Noto-Sans-Fields"]
    assert len(form) < 100_000


def test_the_form_names_no_font_but_that_of_its_fields(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as paper:
        fonts = paper.Root.AcroForm.DR.Font
        assert [str(font.BaseFont) for font in fonts.values()] == ["/Noto-Sans-Fields"]


def test_each_french_spanish_and_russian_letter_has_a_picture_of_its_own(form: bytes) -> None:
    drawn = {letter: _drawn(form, letter) for letter in "œŸщыЩЫñё№«"}

    assert len(set(drawn.values())) == len(drawn)


def _drawn(form: bytes, letter: str) -> bytes:
    filled = typed(form, {"Name": letter})
    page, (left, top, right, bottom) = boxes(form)["Name"]
    dots = [round(side / 72 * 100) for side in (left + 1, top + 1, right - 1, bottom - 1)]
    return pdf.picture(filled, page).crop((dots[0], dots[1], dots[2], dots[3])).tobytes()


def test_the_font_has_every_letter_of_those_languages() -> None:
    font = TTFont(bundled("fonts") / "NotoSansFields-Regular.ttf")

    assert {letter for letter in LETTERS if ord(letter) not in font.getBestCmap()} == set()


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_shows_when_poppler_prints_it(form: bytes, filled: bytes, name: str) -> None:
    page, box = boxes(form)[name]

    assert ink(pdf.picture(form, page), box) == 0
    assert ink(pdf.picture(filled, page), box) > 0


def test_poppler_prints_the_very_words(filled: bytes) -> None:
    words = "".join(pdf.text_of(filled).split())

    assert [a for a in ANSWERS.values() if "".join(a.split()) not in words] == []


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_shows_when_pdfjs_prints_it(form: bytes, by_pdfjs: FilledIn, name: str) -> None:
    page, box = boxes(form)[name]

    assert ink(by_pdfjs.pages[page - 1], box) > 0


def test_what_nobody_answered_stays_empty_in_pdfjs(form: bytes, by_pdfjs: FilledIn) -> None:
    empty = {name: place for name, place in boxes(form).items() if name not in ANSWERS}

    assert {n: ink(by_pdfjs.pages[page - 1], box) for n, (page, box) in empty.items()} == (
        dict.fromkeys(empty, 0)
    )


def test_answers_survive_saving_by_pypdf(filled: bytes) -> None:
    assert answers_in(filled) == ANSWERS


def test_answers_survive_saving_by_pdfjs(by_pdfjs: FilledIn) -> None:
    assert answers_in(by_pdfjs.saved) == ANSWERS


def test_what_pdfjs_saved_poppler_prints(by_pdfjs: FilledIn) -> None:
    words = "".join(pdf.text_of(by_pdfjs.saved).split())

    assert [a for a in ANSWERS.values() if "".join(a.split()) not in words] == []


@pytest.mark.parametrize("saved", ["pypdf", "pdf.js"])
def test_a_form_that_was_filled_in_still_keeps_to_pdf_ua(
    filled: bytes, by_pdfjs: FilledIn, saved: str
) -> None:
    assert pdf.ua_failures(filled if saved == "pypdf" else by_pdfjs.saved) == []


def test_a_long_answer_is_broken_into_lines_by_pdfjs(form: bytes) -> None:
    name = "into-practice_question-2"
    page, (left, top, right, bottom) = boxes(form)[name]
    long = fill_in(form, {name: "words and words " * 12}).pages[page - 1]

    assert ink(long, (left, top + (bottom - top) / 2, right, bottom)) > 0


def test_the_same_form_is_the_same_bytes(engine: PdfEngine, form: bytes) -> None:
    again = engine.render(plans.reflection_worksheet(), "worksheet.html.j2", FILLABLE)

    assert isinstance(again, Rendered)
    assert again.data == form


def test_a_missing_viewer_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tests.support.pdfjs.PACKAGE", tmp_path / "nowhere")

    with pytest.raises(ViewerMissingError, match="npm ci"):
        fill_in(b"", {})
