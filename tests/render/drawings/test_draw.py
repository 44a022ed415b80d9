"""Decks, drawn: what a paper shows is what the slide shows, on every machine."""

from __future__ import annotations

import re
import sys
import tempfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import ImageChops, ImageStat
from pptx import Presentation
from pptx.util import Inches, Pt

from borderdeck.documents.fonts import FontBook
from borderdeck.render.drawings import draw
from borderdeck.render.drawings.letters import lacks_letters
from borderdeck.render.drawings.libreoffice import LibreOffice
from borderdeck.render.drawings.native import NO_LETTERS, NOT_INSTALLED, Native
from borderdeck.render.drawings.package import packed, unpacked
from borderdeck.render.drawings.sharing import with_shared_pictures
from borderdeck.workspace import Workspace, bundled
from tests.gallery.building import rendered
from tests.support import libreoffice
from tests.support.pdf import fonts, picture, text_of
from tests.templates.building import built_with
from tests.templates.makers import default

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

FONTS = FontBook(bundled("fonts"))
BARE = Workspace(environ={"PATH": ""})
"""A machine without LibreOffice."""

TYPICAL = rendered("typical", "deck.pptx")
ALIKE = 1.0
"""How far two drawings of a slide differ at most, of 255: a word on the next line is within it."""

SLIDES = 20

PICTURE, ACTIVITY = 15, 13
"""The numbers of slides of that deck."""


def drawn(deck: bytes) -> bytes:
    drawing = Native(FONTS).draw(deck)
    assert drawing.certain, drawing.doubts
    assert drawing.pdf is not None
    return drawing.pdf


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def deck_saying(*lines: str) -> bytes:
    """Make a deck of one slide with these lines, in Arial."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    frame = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(8), Inches(5)).text_frame
    for line in lines:
        run = frame.add_paragraph().add_run()
        run.text, run.font.name, run.font.size = line, "Arial", Pt(24)
    buffer = BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def hidden(deck: bytes) -> bytes:
    """Hide the second slide of a deck."""
    members = unpacked(deck)
    name = "ppt/slides/slide2.xml"
    members[name] = members[name].replace(b"<p:sld ", b'<p:sld show="0" ', 1)
    return packed(members)


def shades(image: Image) -> int:
    """Count the greys of a picture that fill a hundredth of it."""
    return sum(1 for count in image.histogram() if count > image.width * image.height / 100)


def test_each_slide_has_a_page() -> None:
    assert pages(drawn(TYPICAL)) == SLIDES


def test_a_page_says_what_its_slide_says() -> None:
    assert "Tell a margin from a gutter" in text_of(drawn(TYPICAL), 3)


def test_a_hidden_slide_is_drawn_too() -> None:
    assert pages(drawn(hidden(TYPICAL))) == SLIDES


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert drawn(TYPICAL) == drawn(TYPICAL)


def test_the_fonts_are_those_that_slides_are_measured_with() -> None:
    names = {font["name"] for font in fonts(drawn(TYPICAL))}
    assert all(name.startswith("BorderdeckGrotesqueMetric") for name in names), names


def test_a_picture_of_few_colours_is_drawn() -> None:
    assert shades(picture(drawn(TYPICAL), PICTURE, 40)) > 1


def test_the_ground_that_a_placeholder_has_from_its_layout_is_drawn() -> None:
    assert shades(picture(drawn(TYPICAL), ACTIVITY, 40)) > 1


def test_a_number_of_a_list_in_another_template_is_drawn() -> None:
    deck = built_with(default())["gallery"].data
    assert re.search(r"^ *2\. +Turn it upside down", text_of(drawn(deck)), re.MULTILINE)


def test_the_second_column_of_an_office_layout_stands_as_high_as_the_first() -> None:
    words = [w for line in libreoffice.lines(drawn(default_deck())) for w in line.words]
    tops = {word.text: word.box.top for word in words if word.text in {"Before", "After"}}
    assert tops["Before"] == pytest.approx(tops["After"], abs=1)


def default_deck() -> bytes:
    return built_with(default())["gallery"].data


@pytest.mark.parametrize("template", ["deck.pptx", "deck-4x3.pptx"])
def test_slides_look_as_libreoffice_draws_them(template: str) -> None:
    deck = rendered("typical", template)
    ours, theirs = drawn(deck), libreoffice.pdf(deck)
    assert [n for n in range(1, SLIDES + 1) if difference(ours, theirs, n) > ALIKE] == []


def difference(first: bytes, second: bytes, page: int) -> float:
    """Give how far two pages differ, seen from afar: of 255, for each dot."""
    one, other = (picture(pdf, page, 40).resize((16, 9)) for pdf in (first, second))
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def test_a_slide_without_its_words_does_not_look_like_it() -> None:
    assert difference(drawn(TYPICAL), drawn(deck_saying("")), 1) > ALIKE


def test_letters_that_no_font_of_ours_has_are_not_drawn_as_boxes() -> None:
    assert Native(FONTS).draw(deck_saying("日本")).doubts == (NO_LETTERS,)


def test_a_tick_is_known_to_be_missing() -> None:
    (drawing,) = draw([deck_saying("✓ done")], FONTS, BARE)
    assert drawing.pdf is None


@pytest.mark.parametrize("words", ["Привет", "Ελληνικά", "Ngã", "a → b", "● ■ □", "مرحبا"])
def test_letters_that_are_there_are_drawn(words: str) -> None:
    assert not lacks_letters(drawn(deck_saying(words)))


def test_what_is_in_doubt_is_drawn_by_libreoffice() -> None:
    sure, drawing = draw([TYPICAL, deck_saying("日本 and more")], FONTS, Workspace())
    assert sure.certain
    assert drawing.pdf is not None
    assert "日本 and more" in text_of(drawing.pdf)


def test_libreoffice_draws_where_rpptx_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rpptx", None)
    (drawing,) = draw([hidden(TYPICAL)], FONTS, Workspace())
    assert drawing.pdf is not None
    assert pages(drawing.pdf) == SLIDES


@pytest.mark.skipif(sys.platform != "linux", reason="looks where Linux lists its processes")
def test_a_libreoffice_that_takes_too_long_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("borderdeck.render.drawings.libreoffice.PATIENCE", 1.5)
    monkeypatch.setattr("borderdeck.render.drawings.libreoffice.FOR_EACH", 0.0)
    program = LibreOffice.found(Workspace())
    assert program is not None
    program.draw([TYPICAL] * 8)
    assert not any(str(tmp_path) in command for command in commands())


def commands() -> Iterator[str]:
    """Give the command line of every process."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # one that has just ended
            yield path.read_text(errors="replace")


def test_without_either_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rpptx", None)
    (drawing,) = draw([TYPICAL], FONTS, BARE)
    assert (drawing.pdf, drawing.doubts) == (None, (NOT_INSTALLED,))


def test_pages_share_a_picture_that_each_has() -> None:
    presentation = Presentation()
    for _ in range(3):
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        slide.shapes.add_picture(BytesIO(unpacked(TYPICAL)[media()]), Inches(1), Inches(1))
    buffer = BytesIO()
    presentation.save(buffer)
    pictures = with_shared_pictures(drawn(buffer.getvalue())).count(b"/Subtype /Image")
    assert pictures == 1


def media() -> str:
    return next(name for name in unpacked(TYPICAL) if name.startswith("ppt/media/"))


def test_a_full_stop_stands_beyond_words_from_right_to_left() -> None:
    words = ("على شخصه", "على شخصه.\u200f")
    pictures = (picture(drawn(deck_saying(each))) for each in words)
    without, with_stop = (ImageChops.invert(each).getbbox() for each in pictures)
    assert without is not None
    assert with_stop is not None
    assert with_stop[2] - with_stop[0] > without[2] - without[0] + 2
