"""Papers to write on, as a printer, a copier and a screen reader have them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace

from borderdeck.course.edition_file import PaperSize
from borderdeck.course.keys import DateRange
from borderdeck.course.model import Audience
from borderdeck.course.participants import Person
from borderdeck.course.text import Run
from borderdeck.documents.answers import AnswerKey
from borderdeck.documents.evaluation import EvaluationForm
from borderdeck.documents.forms import Rated, Scale, Statement
from borderdeck.documents.kinds import every_kind
from borderdeck.documents.papers import Tick
from borderdeck.documents.questionnaire import QuestionnairePaper
from borderdeck.documents.sheets import Sheet
from borderdeck.documents.sign_in import ROWS, Signer, SignInSheet
from borderdeck.edition.edition import Choices
from borderdeck.edition.printing import Printing
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import pdf
from tests.support.craft import scant_pages
from tests.support.drawn import pages
from tests.support.forms import Paper, boxes, fields, printed

if TYPE_CHECKING:
    from pathlib import Path

    Papers = dict[str, Paper]

DAYS = DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27))
EDITION = Choices(place="Geneva", date=DAYS, printing=Printing(large_print=True))
ON_LETTER = replace(EDITION, printing=Printing(PaperSize.LETTER, large_print=True, grey=True))

ALONE = ("forms/action-plan", "forms/evaluation-daily")
"""What takes one page, and no more."""

FORMS = (
    "forms/action-plan",
    "forms/action-plan-fillable",
    "forms/action-plan-for-the-trainer",
    "forms/evaluation-daily",
    "forms/evaluation-daily-fillable",
    "forms/evaluation-final",
    "forms/evaluation-final-fillable",
    "forms/self-assessment",
    "forms/self-assessment-fillable",
    "forms/questionnaire-before",
    "forms/questionnaire-before-fillable",
    "forms/questionnaire-after",
    "forms/questionnaire-after-fillable",
)
LARGE = tuple(f"{form}-large-print" for form in FORMS if "fillable" not in form)
FACILITATORS = ("facilitator/sign-in", "facilitator/answers")
ALL = (*FORMS, *LARGE, *FACILITATORS)

MEANT = Run("Describe, in words of their own, the main points of a sample approach to borders")
"""A statement that takes some lines."""

TICKS = (tuple(Tick("Able", choice, choice, "Able") for choice in ("a", "b")),)


@pytest.fixture(scope="module")
def on_a4(engine: PdfEngine, tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The papers of a sample course, in colour."""
    return printed(engine, tmp_path_factory.mktemp("a4"), EDITION)


@pytest.fixture(scope="module")
def on_letter(engine: PdfEngine, tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The papers of the same course, in grey."""
    return printed(engine, tmp_path_factory.mktemp("letter"), ON_LETTER)


def test_these_are_all_that_there_are(on_a4: Papers) -> None:
    ours = {path.removesuffix(".pdf") for path in on_a4}

    assert {path for path in ours if path.startswith(("forms/", "facilitator/"))} == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_form_keeps_to_pdf_ua(on_a4: Papers, name: str) -> None:
    assert pdf.ua_failures(on_a4[f"{name}.pdf"].data) == []


@pytest.mark.parametrize("name", ALL)
def test_a_form_keeps_to_pdf_ua_on_letter_in_grey(on_letter: Papers, name: str) -> None:
    assert pdf.ua_failures(on_letter[f"{name}.pdf"].data) == []


@pytest.mark.parametrize("name", ALL)
def test_a_form_has_headings_in_order(on_a4: Papers, name: str) -> None:
    levels = pdf.headings(on_a4[f"{name}.pdf"].data)

    assert (levels[0], levels.count("H1")) == ("H1", 1)


@pytest.mark.parametrize("name", ALL)
def test_a_form_in_grey_has_no_colour(on_letter: Papers, name: str) -> None:
    assert pdf.is_grey(on_letter[f"{name}.pdf"].data)


def test_colour_is_found_where_there_is_some(on_a4: Papers) -> None:
    assert not pdf.is_grey(on_a4["forms/action-plan.pdf"].data)


@pytest.mark.parametrize("name", ALONE)
def test_it_is_one_page_on_either_paper(on_a4: Papers, on_letter: Papers, name: str) -> None:
    pages = [papers[f"{name}.pdf"].rendered.pages for papers in (on_a4, on_letter)]

    assert pages == [1, 1]


def test_the_trainers_copy_says_so(on_a4: Papers) -> None:
    kept = on_a4["forms/action-plan-for-the-trainer.pdf"]

    assert "The trainer keeps this copy" in pdf.text_of(kept.data)


def test_each_action_can_be_typed(on_a4: Papers) -> None:
    names = list(fields(on_a4["forms/action-plan-fillable.pdf"].data))

    assert names[:6] == ["Name", "Date", "Contact", "Action_1", "Support_1", "By-when_1"]
    assert names[-2:] == ["After-3-months_answer", "After-6-months_answer"]


def test_fields_of_an_action_plan_stay_on_their_page(on_a4: Papers) -> None:
    form = on_a4["forms/action-plan-fillable.pdf"].data

    assert {page for page, _ in boxes(form).values()} == {1}


def test_where_the_dates_are_not_known_they_can_be_typed(engine: PdfEngine, tmp_path: Path) -> None:
    form = printed(engine, tmp_path, Choices(place="Geneva"))["forms/action-plan-fillable.pdf"]

    assert "After-3-months_date" in fields(form.data)


def test_header_cells_of_a_scale_head_columns_and_rows(on_a4: Papers) -> None:
    cells = pdf.elements(on_a4["forms/evaluation-final.pdf"].data, "TH")

    scopes = [cell["/Scope"] for cell in cells]
    assert scopes == [*["/Column"] * 4, *["/Row"] * 2] * 2


def test_choices_are_items_of_a_list(on_a4: Papers) -> None:
    data = on_a4["forms/questionnaire-before.pdf"].data

    assert len(pdf.elements(data, "L")) == 2
    assert len(pdf.elements(data, "LI")) == 5


def test_a_box_to_tick_is_four_millimetres_wide(on_a4: Papers) -> None:
    image = pdf.picture(on_a4["forms/evaluation-daily.pdf"].data, dpi=300)
    edges = pdf.ruled_lines(image.crop((620, 0, 700, image.height)), share=0.4)

    assert round((edges[1] - edges[0]) / 300 * 25.4, 1) == pytest.approx(4, abs=0.3)


@pytest.mark.parametrize("large", [False, True])
def test_no_question_is_parted_from_its_lines(on_a4: Papers, large: bool) -> None:
    paper = on_a4["forms/questionnaire-before.pdf"]
    plan = paper.document.plan
    assert isinstance(plan, QuestionnairePaper)
    asked = tuple(replace(q, choices=(), hint="", lines=4) for q in plan.questions) * 4
    sheet = replace(paper.document.sheet, large_print=large)

    made = paper.engine.render(replace(plan, questions=asked), paper.template, sheet)

    assert isinstance(made, Rendered)
    for page in range(2, made.pages + 1):
        heads = pdf.text_of(made.data, page).count("?")
        lines = pdf.ruled_lines(pdf.picture(made.data, page, dpi=150), share=0.6)
        assert len(lines) == 4 * heads


@pytest.mark.parametrize("count", range(1, 13))
def test_no_heading_and_no_row_is_torn_from_what_follows(on_a4: Papers, count: int) -> None:
    paper = on_a4["forms/evaluation-final.pdf"]
    plan = paper.document.plan
    assert isinstance(plan, EvaluationForm)
    above = Scale(
        "Above", "Title", ("a", "b"), (Rated(1, "", (Statement((Run("row"),), TICKS),) * count),)
    )
    below = Scale(
        "BELOW",
        "I CAN",
        ("a", "b"),
        (Rated(1, "Session 1", (Statement((MEANT,), TICKS),) * 3),) * 2,
    )

    made = paper.engine.render(replace(plan, scales=(above, below)), paper.template)

    assert isinstance(made, Rendered)
    for page in range(1, made.pages + 1):
        text = pdf.text_of(made.data, page)
        assert text.count("Describe") == text.count("approach")
        assert not ("I CAN" in text or "BELOW" in text) or "Describe" in text


def test_each_day_of_a_sign_in_sheet_begins_a_page(on_a4: Papers) -> None:
    sheet = on_a4["facilitator/sign-in.pdf"]

    days = [f"Day {n}" in pdf.text_of(sheet.data, n) for n in range(1, 6)]

    assert (sheet.rendered.pages, days) == (5, [True] * 5)


def test_an_empty_sign_in_sheet_is_one_page_on_letter(on_letter: Papers) -> None:
    sheet = on_letter["facilitator/sign-in.pdf"]
    plan = sheet.document.plan
    assert isinstance(plan, SignInSheet)
    undated = replace(plan, days=("",), rows=(Signer(),) * ROWS)

    made = sheet.engine.render(undated, sheet.template, sheet.document.sheet)

    assert isinstance(made, Rendered)
    assert made.pages == 1


@pytest.mark.parametrize("more", [1, 2, 3])
def test_no_row_to_sign_in_goes_on_alone(on_a4: Papers, more: int) -> None:
    sheet = on_a4["facilitator/sign-in.pdf"]
    plan = sheet.document.plan
    assert isinstance(plan, SignInSheet)
    longer = replace(plan, days=("",), rows=(Signer(),) * (ROWS + more))

    made = sheet.engine.render(longer, sheet.template)

    assert isinstance(made, Rendered)
    assert [str(ROWS + n) in pdf.text_of(made.data, 2) for n in range(more - 3, more + 1)] == [
        True
    ] * 4


def test_every_page_of_a_day_bears_its_date(engine: PdfEngine, tmp_path: Path) -> None:
    people = tuple(Person(name=f"Name Example {n}", organisation="Agency") for n in range(30))
    sheet = printed(engine, tmp_path, replace(EDITION, people=people))["facilitator/sign-in.pdf"]

    dated = ["Friday, 27 November" in pdf.text_of(sheet.data, page) for page in (9, 10)]

    assert (sheet.rendered.pages, dated) == (10, [True, True])


def test_arabic_names_on_a_sign_in_sheet_are_whole(engine: PdfEngine, tmp_path: Path) -> None:
    people = (Person(name="محمد عبد الله الحسن", organisation="وزارة العينة"),)
    sheet = printed(engine, tmp_path, replace(EDITION, people=people))["facilitator/sign-in.pdf"]

    assert "محمد عبد الله الحسن" in pdf.text_of(sheet.data)
    assert sheet.rendered.diagnostics == ()
    assert any("Amiri" in font["name"] for font in pdf.fonts(sheet.data))


def test_arabic_names_keep_off_the_line_below(engine: PdfEngine, tmp_path: Path) -> None:
    people = (Person(name="الحسيني"),)
    sheet = printed(engine, tmp_path, replace(EDITION, people=people))["facilitator/sign-in.pdf"]
    rules = [shape.box for shape in pages(sheet.data)[0].shapes if shape.is_rule]
    rule = min(rules, key=lambda box: (box.top, box.left))  # the name's

    ends = (rule.left, rule.top - 2, rule.right, rule.top - 0.7)
    box = [round(point / 72 * 200) for point in ends]
    above = pdf.picture(sheet.data, dpi=200).crop((box[0], box[1], box[2], box[3]))

    assert above.getextrema() == (255, 255)


def test_hostile_names_stay_names(engine: PdfEngine, tmp_path: Path) -> None:
    name = "{{ 7 * 7 }} <script>alert(1)</script> =1+1"
    people = (Person(name=name),)
    sheet = printed(engine, tmp_path, replace(EDITION, people=people))["facilitator/sign-in.pdf"]

    heard = "".join(pdf.words_heard(sheet.data).split())

    assert "".join(name.split()) in heard


def test_the_answer_key_sets_lists_as_lists(on_a4: Papers) -> None:
    data = on_a4["facilitator/answers.pdf"].data

    assert pdf.are_heard_in_order(data, ["What is vital?", "SECRET planning", "1.", "SECRET first"])
    assert len(pdf.elements(data, "L")) == 2


SECRET = "SECRET"  # noqa: S105 - what is hidden in the sample course


def holds_secrets(data: bytes) -> bool:
    """Whether a planted word is anywhere in a PDF: its text, its names, its fields, its streams."""
    if SECRET in pdf.text_of(data) or SECRET in pdf.heard(data):
        return True
    with pikepdf.open(BytesIO(data)) as paper:
        return any(_holds(thing) for thing in paper.objects)


def _holds(thing: pikepdf.Object) -> bool:
    if isinstance(thing, pikepdf.Stream):
        return SECRET.encode() in thing.read_bytes()
    return SECRET in repr(thing)


def test_no_participants_paper_holds_what_is_for_the_facilitator(on_a4: Papers) -> None:
    shown = {kind.template for kind in every_kind() if kind.audience is Audience.PARTICIPANT}
    papers = [paper for paper in on_a4.values() if paper.template in shown]

    assert [p.document.path for p in papers if holds_secrets(p.data)] == []


def test_the_answer_key_holds_it(on_a4: Papers) -> None:
    assert holds_secrets(on_a4["facilitator/answers.pdf"].data)


def test_a_planted_secret_is_found_in_a_field(on_a4: Papers) -> None:
    with pikepdf.open(BytesIO(on_a4["forms/action-plan-fillable.pdf"].data)) as paper:
        paper.Root.AcroForm.Fields[0].TU = SECRET
        spoilt = BytesIO()
        paper.save(spoilt)

    assert holds_secrets(spoilt.getvalue())


@pytest.mark.parametrize("fillable", [False, True])
@pytest.mark.parametrize("count", range(3, 12))
def test_no_question_is_alone_on_the_last_page(
    on_a4: Papers, engine: PdfEngine, count: int, fillable: bool
) -> None:
    plan = on_a4["forms/questionnaire-before.pdf"].document.plan
    assert isinstance(plan, QuestionnairePaper)
    more = replace(plan, questions=plan.questions[-1:] * count)
    rendered = engine.render(more, "questionnaire.html.j2", Sheet(fillable=fillable))
    assert isinstance(rendered, Rendered)
    assert pdf.text_of(rendered.data, rendered.pages).count("And why?") > 1


@pytest.mark.parametrize("sections", [1, 2])
@pytest.mark.parametrize("count", range(10, 15))
def test_no_answer_is_alone_on_the_last_page(
    on_a4: Papers, engine: PdfEngine, count: int, sections: int
) -> None:
    plan = on_a4["facilitator/answers.pdf"].document.plan
    assert isinstance(plan, AnswerKey)
    part = plan.parts[-1]
    short = part.answered[-1:]
    parts = (replace(part, answered=short * count), replace(part, answered=short))[:sections]
    rendered = engine.render(replace(plan, parts=parts), "answers.html.j2")
    assert isinstance(rendered, Rendered)
    assert scant_pages(rendered.data) == []
