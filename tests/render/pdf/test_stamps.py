"""Slides in papers: lines and letters, not dots, where the stamp was."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from msgspec.structs import replace
from PIL import Image

from borderdeck.documents.fonts import FontBook
from borderdeck.documents.sheets import PLAIN, Sheet
from borderdeck.documents.slide_handout import SlideHandout
from borderdeck.documents.slide_pictures import pictures_of
from borderdeck.render.drawings import draw
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace, bundled
from tests.gallery.building import planned, rendered
from tests.support.paper_plans import session_handout
from tests.support.pdf import pictures_in_colour, text_of, ua_failures

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = "slide-handout.html.j2"


@cache
def drawn(template: str = "deck.pptx") -> bytes:
    """Draw the gallery's typical deck."""
    files = [rendered("typical", template)]
    (drawing,) = draw(files, FontBook(bundled("fonts")), Workspace())
    assert drawing.pdf is not None
    return drawing.pdf


def handout(template: str = "deck.pptx") -> SlideHandout:
    """Plan a handout of that deck, under the head of another paper."""
    deck, _ = planned("typical", template)
    pictures = pictures_of(deck, "Slide {number}: {words}")
    return SlideHandout(session_handout(3).head, (deck,), pictures, 6, "Slide {number}")


def made(sheet: Sheet = PLAIN, *, template: str = "deck.pptx", course: Path | None = None) -> bytes:
    """Make the handout."""
    drawings = {"typical": drawn(template)}
    result = PdfEngine(Workspace(), course).render(handout(template), TEMPLATE, sheet, drawings)
    assert isinstance(result, Rendered)
    return result.data


def pictures(pdf: bytes) -> list[str]:
    """Give what the pages of a PDF draw, beside words and lines: `/Form`, `/Image`."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = (each for each in opened.objects if isinstance(each, pikepdf.Stream))
        kinds = (str(stream.get("/Subtype")) for stream in streams)
        return [kind for kind in kinds if kind in {"/Form", "/Image"}]


def test_slides_are_lines_and_letters_but_for_their_own_picture() -> None:
    assert pictures(made()).count("/Image") == 1


def test_the_words_of_a_slide_can_be_found_in_the_paper() -> None:
    assert "Tell a margin from a gutter" in " ".join(text_of(made()).split())


def test_such_a_paper_is_pdf_ua_1() -> None:
    assert ua_failures(made()) == []


def test_a_slide_that_is_not_16_to_9_keeps_its_proportions() -> None:
    assert ratios(made(template="deck-4x3.pptx")) == {1.3}


def ratios(pdf: bytes) -> set[float]:
    """Give the proportions of a PDF's figures."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        boxes = [f["/A"]["/BBox"] for f in opened.objects if is_figure(f)]
        sides = [tuple(float(side) for side in box) for box in boxes]
    return {round((x1 - x0) / (y1 - y0), 1) for x0, y0, x1, y1 in sides}


def is_figure(candidate: object) -> bool:
    return isinstance(candidate, pikepdf.Dictionary) and candidate.get("/S") == "/Figure"


def test_what_is_heard_of_a_slide_is_all_that_it_says() -> None:
    with pikepdf.open(BytesIO(made())) as pdf:
        heard = [str(figure.Alt) for figure in pdf.objects if is_figure(figure)]
    assert "Slide 12: A question to the room. Which slide of the last course" in " ".join(heard)


def test_a_table_is_heard_row_by_row() -> None:
    texts = [picture.alternative for picture in handout().pictures]
    assert "Titles; 28 points; Read at once." in " ".join(texts)


def test_a_grey_paper_has_slides_without_colour() -> None:
    assert not pictures_in_colour(made(Sheet(grey=True)))


def test_a_paper_in_colour_has_slides_in_colour() -> None:
    assert pictures_in_colour(made())


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert made() == made()


def test_without_a_drawing_the_words_stand_in_a_box() -> None:
    result = PdfEngine(Workspace()).render(handout(), TEMPLATE)
    assert isinstance(result, Rendered)
    assert "A question to the room" in text_of(result.data)
    assert ua_failures(result.data) == []


def test_large_print_has_the_words_in_place_of_pictures() -> None:
    data = made(Sheet(large_print=True))
    assert "/Form" not in pictures(data)
    assert re.search(r"^ *How large text is *$", text_of(data), re.MULTILINE)


def test_another_small_picture_stays_a_picture(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    Image.new("RGB", (16, 9), "red").save(tmp_path / "flag.png")
    own = (bundled("templates") / TEMPLATE).read_text("utf-8")
    flag = '{% block content %}<img src="../flag.png" alt="A flag">'
    (folder / TEMPLATE).write_text(own.replace("{% block content %}", flag, 1), "utf-8")
    assert pictures(made(course=tmp_path)).count("/Image") == 2


def test_slides_of_two_decks_are_told_apart() -> None:
    two = replace(planned("typical", "deck.pptx")[0], identifier="another")
    mixed = (*handout().pictures[:1], *pictures_of(two, "{words}")[1:2])
    drawings = {"typical": drawn(), "another": drawn("deck-4x3.pptx")}
    paper = replace(handout(), pictures=mixed)
    result = PdfEngine(Workspace()).render(paper, TEMPLATE, PLAIN, drawings)
    assert isinstance(result, Rendered)
    assert len(ratios(result.data)) == 2


def test_pictures_go_by_their_drawings_alone() -> None:
    result = PdfEngine(Workspace()).render(handout(), TEMPLATE, PLAIN, {"another": drawn()})
    assert isinstance(result, Rendered)
    assert "/Form" not in pictures(result.data)
