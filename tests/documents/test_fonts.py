from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from borderdeck.documents.fonts import FontBook, FontStyle
from borderdeck.documents.scripts import Script
from borderdeck.workspace import bundled
from tests.documents.measuring import fonts
from tests.support.seed import seed

FILES = sorted(bundled("fonts").glob("*.ttf"))
MEASURING = [file for file in FILES if file.name.startswith(("Grotesque", "Humanist"))]
PAPERS = [file for file in FILES if file.name.startswith("NotoSans-")]
LIBERATION = Path("/usr/share/fonts/truetype/liberation2")
TOOL = Path(__file__).parents[2] / "tools" / "make_fonts.py"
ARIAL = FontStyle("Arial")
ARIALS_OWN = {
    "حقوق الإنسان على الحدود الدولية": 10.580,
    "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق": 17.003,
    "لكل إنسان حق التمتع بكافة الحقوق والحريات": 14.152,
}
"""How wide Arial 5 sets these words, in em: its advances, from its own metrics."""


def characters_of(file: Path) -> set[str]:
    return {chr(code) for code in TTFont(file).getBestCmap()}


@pytest.mark.parametrize("file", MEASURING, ids=lambda file: file.stem)
def test_a_measuring_font_has_every_character_of_the_seed(file: Path) -> None:
    assert set(seed().words) <= characters_of(file)


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.stem)
def test_a_paper_font_and_the_symbols_have_every_character_of_the_seed(file: Path) -> None:
    symbols = characters_of(bundled("fonts") / "NotoSansSymbols-Regular.ttf")
    assert set(seed().words) <= characters_of(file) | symbols


def test_papers_have_arrows_boxes_and_ticks() -> None:
    symbols = [characters_of(file) for file in FILES if file.name.startswith("NotoSansSymbols")]
    assert set("←↑→↓□☐✓") <= set().union(*symbols)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_font_has_its_licence_beside_it(file: Path) -> None:
    family = re.sub("(Symbols2?|Fields)$", "", file.stem.split("-")[0])
    licence = (bundled("fonts") / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_cut_font_is_shown_under_a_reserved_name(file: Path) -> None:
    shown = " ".join(TTFont(file)["name"].getDebugName(field) for field in (1, 3, 4, 6))
    assert not any(name in shown for name in ("Liberation", "Arimo", "Carlito"))


@pytest.mark.skipif(not LIBERATION.exists(), reason="fonts-liberation2 is not installed")
@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_measuring_font_of_arial_has_its_originals_advances(style: str) -> None:
    cut = TTFont(bundled("fonts") / f"GrotesqueMetric-{style}.ttf")
    original = TTFont(LIBERATION / f"LiberationSans-{style}.ttf")
    theirs = {code: original["hmtx"][name][0] for code, name in original.getBestCmap().items()}
    ours = {code: cut["hmtx"][name][0] for code, name in cut.getBestCmap().items()}
    assert ours.items() <= theirs.items()


@pytest.mark.skipif(not LIBERATION.exists(), reason="fonts-liberation2 is not installed")
def test_cutting_a_font_again_gives_the_same_bytes(tmp_path: Path) -> None:
    tool = runpy.run_path(str(TOOL))
    (plan,) = (cut for cut in tool["CUTS"] if cut.name == "GrotesqueMetric-Regular.ttf")
    bundled_one = bundled("fonts") / plan.name
    assert tool["cut"](plan, tmp_path).read_bytes() == bundled_one.read_bytes()


def test_every_bundled_font_is_made_by_the_tool() -> None:
    made = {cut.name for cut in runpy.run_path(str(TOOL))["CUTS"]}
    assert made == {file.name for file in FILES}


def test_an_advance_is_in_points() -> None:
    assert fonts().advance("n", ARIAL, 2048) == 1139


def test_an_advance_counts_kerning() -> None:
    apart = fonts().advance("A", ARIAL, 100) + fonts().advance("V", ARIAL, 100)
    assert fonts().advance("AV", ARIAL, 100) < apart


def test_bold_is_wider() -> None:
    bold = FontStyle("Arial", bold=True)
    assert fonts().advance("learning", bold, 20) > fonts().advance("learning", ARIAL, 20)


def test_a_typeface_is_found_whatever_its_case() -> None:
    assert fonts().twin("ARIAL") is fonts().twin("Arial")


def test_an_unknown_typeface_is_told() -> None:
    book = FontBook(bundled("fonts"))
    book.advance("a", FontStyle("Papyrus"), 20)
    assert book.substituted == ("Papyrus",)


def test_a_known_typeface_is_no_substitution() -> None:
    book = FontBook(bundled("fonts"))
    book.advance("a", ARIAL, 20)
    assert book.substituted == ()


def test_characters_that_a_font_lacks_are_named_once_in_order() -> None:
    assert fonts().missing("a לحל\n", ARIAL) == ("ל",)


def test_a_character_that_a_font_lacks_is_as_wide_as_its_size() -> None:
    assert fonts().advance("ל", ARIAL, 20) == 20


def test_each_character_has_a_position() -> None:
    text = "café ﬁ"
    assert len(fonts().face(ARIAL, Script.WESTERN).positions(text)) == len(text) + 1


def test_ideographs_and_full_width_signs_are_as_wide_as_their_size() -> None:
    assert fonts().advance("人权（“国际”），——", ARIAL, 20) == 11 * 20  # noqa: RUF001 - Chinese punctuation


def test_quotation_marks_in_other_words_are_narrow() -> None:
    assert fonts().advance("“of”", ARIAL, 20) < 40


def test_arabic_letters_join() -> None:
    apart = sum(fonts().advance(letter, ARIAL, 20) for letter in "حقوق")
    assert fonts().advance("حقوق", ARIAL, 20) < apart


def test_digits_and_brackets_among_arabic_are_arials() -> None:
    mixed = fonts().advance("المادة (13) من", ARIAL, 20)
    apart = (fonts().advance(part, ARIAL, 20) for part in ("المادة", " (13) ", "من"))
    assert mixed == pytest.approx(sum(apart))


def test_bold_arabic_is_measured_bold() -> None:
    bold = FontStyle("Arial", bold=True)
    assert fonts().advance("حقوق", bold, 20) != fonts().advance("حقوق", ARIAL, 20)


def test_slanted_arabic_is_as_wide_as_upright() -> None:
    slanted = FontStyle("Arial", italic=True)
    assert fonts().advance("حقوق", slanted, 20) == fonts().advance("حقوق", ARIAL, 20)


@pytest.mark.parametrize(("words", "arial"), ARIALS_OWN.items())
def test_arabic_is_measured_no_narrower_than_arial_sets_it(words: str, arial: float) -> None:
    assert fonts().advance(words, ARIAL, 1) >= arial
