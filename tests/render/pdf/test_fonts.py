"""Papers take their letters from the bundled fonts, and from nowhere else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from borderdeck.course.text import Run
from borderdeck.diagnostics import Code
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.render.pdf.fonts import only_fonts_in
from borderdeck.workspace import bundled
from tests.render.pdf.conftest import PAPERS
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

THAI = "สวัสดี"
"""A script that the bundled fonts lack, and many systems have."""


def with_words(engine: PdfEngine, words: str) -> Rendered:
    plan = plans.with_messages(plans.session_handout(1), (Run(words),))
    rendered = engine.render(plan, "key-messages.html.j2")
    assert isinstance(rendered, Rendered)
    return rendered


@pytest.mark.parametrize("name", PAPERS)
def test_every_font_is_embedded_as_a_subset(printed: Callable[[str], Rendered], name: str) -> None:
    found = pdf.fonts(printed(name).data)

    assert {(font["embedded"], font["subset"]) for font in found} == {("yes", "yes")}


@pytest.mark.parametrize("name", PAPERS)
def test_every_font_is_a_noto_sans(printed: Callable[[str], Rendered], name: str) -> None:
    names = [font["name"].partition("+")[2] for font in pdf.fonts(printed(name).data)]

    assert [name for name in names if not name.startswith("Noto-Sans")] == []


def test_letters_that_the_bundled_fonts_lack_come_from_no_other(engine: PdfEngine) -> None:
    plain, thai = with_words(engine, "Hello"), with_words(engine, f"Hello {THAI}")

    assert [f["name"] for f in pdf.fonts(thai.data)] == [f["name"] for f in pdf.fonts(plain.data)]


def test_letters_that_the_bundled_fonts_lack_are_told_of(engine: PdfEngine) -> None:
    codes = {diagnostic.code for diagnostic in with_words(engine, THAI).diagnostics}

    assert codes == {Code.MISSING_GLYPH}


@pytest.mark.parametrize("words", ["→ on", "☐ done", "Ж", "Š"])
def test_an_arrow_a_box_and_latin_and_cyrillic_letters_are_there(
    engine: PdfEngine, words: str
) -> None:
    assert with_words(engine, words).diagnostics == ()


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/mine.conf")

    with only_fonts_in(bundled("fonts")):
        pass

    assert os.environ["FONTCONFIG_FILE"] == "/etc/fonts/mine.conf"
