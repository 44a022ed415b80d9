"""Sheets of badges, as they are printed. All names are samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from borderdeck.course.edition_file import PaperSize
from borderdeck.course.participants import Person
from borderdeck.documents.badges import ON_A_SHEET
from borderdeck.documents.fitted import Fitted
from borderdeck.documents.sheets import MILLIMETRES, Sheet
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from tests.support.pdf import Word

LONG = Person(
    name="Maria-Fernanda de la Concepcion Example-Sample-Rodriguez von und zu Sample",
    organisation="Sample Ministry of the Interior, of Justice, and of the Protection of " * 2,
)
PEOPLE = (
    Person(name="Amina Example", organisation="Sample Ministry"),
    LONG,
    Person(name="W" * 120, organisation="W" * 200),
    Person(name="محمد عبد الله الحسن", organisation="وزارة الداخلية"),
    Person(name="Александра Примерова"),
    Person(name="<b>Bobby</b> {{ paper }}", organisation="=1+1"),
    Person(name="Ά" * 30),
    Person(name="g" * 60),
    Person(name="Bruno Example"),
)
SHEETS = {
    "a4": Sheet(),
    "letter": Sheet(PaperSize.LETTER),
    "grey": Sheet(grey=True),
}
WIDTH, HEIGHT, ROWS = 90.0, 55.0, 4
MARKS = 8.0
"""How far beside the badges the marks begin, in millimetres."""


@pytest.fixture(scope="module")
def sheets(engine: PdfEngine) -> dict[str, Rendered]:
    """The badges of all these people on each sheet."""
    plan = plans.badges(*PEOPLE)
    made = {name: engine.render(plan, "badges.html.j2", s) for name, s in SHEETS.items()}
    return {name: paper for name, paper in made.items() if isinstance(paper, Rendered)}


def corner(name: str) -> tuple[float, float]:
    """Give the upper left corner of the badges on a sheet, which stand in its middle; in mm."""
    width, height = MILLIMETRES[SHEETS[name].size]
    return (width - 2 * WIDTH) / 2, (height - ROWS * HEIGHT) / 2


def cell_of(word: Word, name: str) -> tuple[int, int] | None:
    """Give the row and column of the badge that a word stands on whole; None beside them."""
    left, top = corner(name)
    row, column = int((word.top - top) // HEIGHT), int((word.left - left) // WIDTH)
    same = (word.bottom - top) // HEIGHT == row and (word.right - left) // WIDTH == column
    return (row, column) if same and 0 <= row < ROWS and 0 <= column <= 1 else None


@pytest.mark.parametrize("name", SHEETS)
def test_badges_give_no_diagnostic(sheets: dict[str, Rendered], name: str) -> None:
    assert sheets[name].diagnostics == ()


@pytest.mark.parametrize("name", SHEETS)
def test_badges_keep_to_pdf_ua(sheets: dict[str, Rendered], name: str) -> None:
    assert pdf.ua_failures(sheets[name].data) == []


@pytest.mark.parametrize("name", SHEETS)
def test_nine_badges_are_two_sheets(sheets: dict[str, Rendered], name: str) -> None:
    assert sheets[name].pages == 2


@pytest.mark.parametrize("name", SHEETS)
def test_every_word_stands_on_a_badge_whole(sheets: dict[str, Rendered], name: str) -> None:
    _, top = corner(name)
    words = pdf.placed_words(sheets[name].data, 1)
    on_badges = [w for w in words if top - MARKS < w.top < top + ROWS * HEIGHT + MARKS]
    assert [word.text for word in on_badges if cell_of(word, name) is None] == []


def test_a_word_that_leaves_its_badge_would_be_noticed(engine: PdfEngine) -> None:
    plan = plans.badges(PEOPLE[0])
    badge = plan.sheets[0][0]
    high = replace(badge, name=Fitted(("Amina",) * 9, size=28))
    rendered = engine.render(replace(plan, sheets=((high,) * ON_A_SHEET,)), "badges.html.j2")
    assert isinstance(rendered, Rendered)
    words = [word for word in pdf.placed_words(rendered.data, 1) if word.text == "Amina"]
    assert None in {cell_of(word, "a4") for word in words}


@pytest.mark.parametrize("name", SHEETS)
def test_eight_people_stand_on_eight_badges(sheets: dict[str, Rendered], name: str) -> None:
    words = pdf.placed_words(sheets[name].data, 1)
    cells = {cell_of(word, name) for word in words if word.text == "Geneva,"} - {None}
    assert len(cells) == 2 * ROWS


@pytest.mark.parametrize("name", SHEETS)
def test_no_line_of_a_badge_touches_another(sheets: dict[str, Rendered], name: str) -> None:
    words = pdf.placed_words(sheets[name].data, 1)
    pairs = [(a, b) for a in words for b in words if a is not b and a.covers(b)]
    assert [(a.text, b.text) for a, b in pairs] == []


@pytest.mark.parametrize("name", SHEETS)
def test_marks_say_where_to_cut(sheets: dict[str, Rendered], name: str) -> None:
    image = pdf.picture(sheets[name].data, 1, dpi=200)
    left, _ = corner(name)
    edge = image.crop((0, 0, round(left / 25.4 * 200), image.height))
    rows = pdf.ruled_lines(edge, 4 / left)
    _, top = corner(name)
    expected = [round((top + HEIGHT * row) / 25.4 * 200) for row in range(ROWS + 1)]
    assert rows == [pytest.approx(row, abs=2) for row in expected]


def test_a_name_is_words_and_no_markup(sheets: dict[str, Rendered]) -> None:
    assert "<b>Bobby</b> {{ paper }}" in pdf.words_heard(sheets["a4"].data)


@pytest.mark.parametrize("words", ["محمد عبد الله الحسن", "وزارة الداخلية"])
def test_an_arabic_name_is_copied_as_it_was_written(
    sheets: dict[str, Rendered], words: str
) -> None:
    assert words in pdf.text_of(sheets["a4"].data)


def test_a_name_is_heard_with_its_organisation(sheets: dict[str, Rendered]) -> None:
    assert pdf.are_heard_in_order(
        sheets["a4"].data, ["Amina Example", "Sample Ministry", "Geneva, 23–27 November 2026"]
    )


def test_the_sheet_says_what_it_is_and_how_it_is_cut(sheets: dict[str, Rendered]) -> None:
    heard = pdf.words_heard(sheets["a4"].data)
    assert heard.startswith("Name badges Print on card, on one side, and cut along the marks.")


def test_badges_without_place_and_date_mark_them(engine: PdfEngine) -> None:
    plan = plans.badges(choices=plans.NOWHERE)
    rendered = engine.render(plan, "badges.html.j2", Sheet())
    assert isinstance(rendered, Rendered)
    assert pdf.text_of(rendered.data).count("[PLACE, DATE]") == 2 * ROWS + 1


@pytest.mark.parametrize(("direction", "start"), [("ltr", 11.0), ("rtl", 2 * WIDTH - 11.0)])
def test_names_begin_where_the_sheet_does_whatever_their_own_direction(
    engine: PdfEngine, direction: str, start: float
) -> None:
    plan = plans.badges(*[Person(name="محمد عبد الله")] * 2)
    turned = replace(plan, head=replace(plan.head, direction=direction))
    rendered = engine.render(turned, "badges.html.j2")
    assert isinstance(rendered, Rendered)
    image = pdf.picture(rendered.data, 1, dpi=254).convert("L")
    left, top = corner("a4")
    named = image.crop((10 * left, 10 * top + 160, 10 * left + 1800, 10 * top + 350))
    ink = named.point(lambda level: 255 * (level < 128)).getbbox()
    assert ink is not None
    assert min(abs(edge / 10 - start) for edge in (ink[0], ink[2])) < 2


@pytest.mark.parametrize("more", ["", "فاطمة الزهراء بنت "])
def test_a_long_arabic_name_keeps_off_the_organisation(engine: PdfEngine, more: str) -> None:
    name = f"{more}عبد الرحمن الحسيني المهيري"
    plan = plans.badges(Person(name=name, organisation="وزارة الداخلية"))
    rendered = engine.render(plan, "badges.html.j2")
    assert isinstance(rendered, Rendered)
    left, top = corner("a4")
    box = [round(mm / 25.4 * 200) for mm in (left + 11, top + 34.5, left + 80, top + 39.5)]
    between = pdf.picture(rendered.data, 1, dpi=200).crop((box[0], box[1], box[2], box[3]))
    rows = [between.crop((0, y, between.width, y + 1)) for y in range(between.height)]
    assert sum(row.getextrema() == (255, 255) for row in rows) >= 4
