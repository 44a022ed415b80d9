"""Runs and paragraphs, as a deck's reader finds them."""

from __future__ import annotations

import pytest

from borderdeck.course.text import Run
from borderdeck.documents.slides import LayoutName, Marker, Paragraph, Role
from borderdeck.render.pptx.text import list_starts
from tests.render.pptx.plans import (
    bullet,
    numbered,
    only_slide,
    package,
    paragraph,
    shape,
    slide,
    slide_with,
)

SLIDE = "ppt/slides/slide1.xml"


def body(*runs: Run) -> list[tuple[str, bool | None, bool | None]]:
    """The runs of a body, with what is bold and italic of them."""
    found = shape(only_slide(slide(Paragraph(runs))), Role.BODY).text_frame.paragraphs[0].runs
    return [(run.text, run.font.bold, run.font.italic) for run in found]


def markers(*paragraphs: Paragraph) -> list[str]:
    """The elements by which a body's paragraphs differ from their level's marker."""
    path = "//p:sp[p:nvSpPr/p:cNvPr/@name='Body']//a:pPr/*[starts-with(local-name(), 'bu')]"
    return [str(e.tag).rpartition("}")[2] for e in package(slide(*paragraphs)).every(SLIDE, path)]


def starts(*paragraphs: Paragraph) -> list[str]:
    """The numbers that lists of a body are told to begin with."""
    return package(slide(*paragraphs)).values(SLIDE, "//a:buAutoNum/@startAt")


def test_a_run_keeps_its_weight() -> None:
    runs = (Run("States", bold=True), Run(" have "), Run("duties", italic=True))
    assert body(*runs) == [("States", True, None), (" have ", None, None), ("duties", None, True)]


def test_a_line_break_stays_in_its_paragraph() -> None:
    found = shape(only_slide(slide(paragraph("one\ntwo"))), Role.BODY).text_frame
    assert found.text == "one\vtwo"


def test_spaces_at_the_edges_of_a_run_stay() -> None:
    assert body(Run("a "), Run(" b"))[1][0] == " b"


def test_every_run_break_and_end_says_its_language() -> None:
    plan = slide(Paragraph((Run("un\ndeux"), Run("trois", bold=True))))
    path = "//a:rPr | //a:endParaRPr"
    found = package(plan, language="fr").every(SLIDE, path)
    assert {element.get("lang") for element in found} == {"fr"}


def test_words_in_another_language_say_which() -> None:
    plan = slide(Paragraph((Run("the rule of "), Run("non-refoulement", language="fr"))))
    path = "//p:sp[p:nvSpPr/p:cNvPr/@name='Body']//a:rPr/@lang"
    assert package(plan, language="en-GB").values(SLIDE, path) == ["en-GB", "fr"]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("نعم.", "نعم.\u200f"),
        ("«نعم»", "\u200f«نعم»\u200f"),
        ("نعم", "نعم"),
    ],
)
def test_signs_around_words_from_right_to_left_keep_to_them(words: str, written: str) -> None:
    found = package(slide(Paragraph((Run("a "), Run(words, language="ar")))))
    assert found.values(SLIDE, "//p:sp[p:nvSpPr/p:cNvPr/@name='Body']//a:t/text()")[-1] == written


def test_every_paragraph_ends_in_its_language() -> None:
    found = package(slide(paragraph("one"), paragraph("two")))
    assert len(found.every(SLIDE, "//a:p")) == len(found.every(SLIDE, "//a:p/a:endParaRPr"))


def test_an_open_placeholder_is_bold() -> None:
    assert body(Run("[PLACE]", open=True)) == [("[PLACE]", True, None)]


def test_an_open_placeholder_is_in_the_signal_colour_of_the_theme() -> None:
    found = package(slide(Paragraph((Run("[PLACE]", open=True),))))
    assert found.values(SLIDE, "//a:r/a:rPr/a:solidFill/a:schemeClr/@val") == ["accent2"]


@pytest.mark.parametrize("address", ["https://www.ohchr.org/", "mailto:someone@example.org"])
def test_a_link_leads_to_its_address(address: str) -> None:
    found = shape(only_slide(slide(Paragraph((Run("here", link=address),)))), Role.BODY)
    assert found.text_frame.paragraphs[0].runs[0].hyperlink.address == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "C:\\deck"])
def test_an_address_that_is_not_of_the_web_is_not_linked(address: str) -> None:
    found = package(slide(Paragraph((Run("here", link=address),))))
    assert found.every(SLIDE, "//a:hlinkClick") == []


def test_two_links_to_one_address_share_a_relationship() -> None:
    runs = (Run("one", link="https://un.org"), Run(" two", link="https://un.org"))
    assert len(package(slide(Paragraph(runs))).related(SLIDE, "hyperlink")) == 1


def test_levels_are_kept() -> None:
    paragraphs = (bullet("outer"), bullet("inner", level=1), bullet("innermost", level=2))
    found = shape(only_slide(slide(*paragraphs)), Role.BODY).text_frame.paragraphs
    assert [paragraph.level for paragraph in found] == [0, 1, 2]


def test_a_bullet_is_the_layouts_own() -> None:
    assert markers(bullet("one"), bullet("two", level=1)) == []


def test_a_paragraph_among_bullets_has_none() -> None:
    assert markers(paragraph("Learners:"), bullet("one")) == ["buNone"]


def test_a_paragraph_without_its_bullet_starts_at_the_edge() -> None:
    found = package(slide(paragraph("Learners:")))
    path = "//p:sp[p:nvSpPr/p:cNvPr/@name='Body']//a:pPr"
    assert [(p.get("marL"), p.get("indent")) for p in found.every(SLIDE, path)] == [("0", "0")]


def test_where_a_layout_has_no_bullet_a_paragraph_is_as_the_layout_has_it() -> None:
    plan = slide_with(LayoutName.QUESTION, Role.BODY, (paragraph("What have you learned?"),))
    assert package(plan).every(SLIDE, "//a:pPr") == []


def test_what_is_continued_has_no_bullet() -> None:
    assert markers(paragraph("and so on", continued=True)) == ["buNone"]


def test_what_is_continued_stands_where_its_words_did() -> None:
    found = package(slide(paragraph("and so on", continued=True)))
    path = "//p:sp[p:nvSpPr/p:cNvPr/@name='Body']//a:pPr"
    assert [dict(p.attrib) for p in found.every(SLIDE, path)] == [{"indent": "0"}]


def test_a_numbered_item_is_numbered_by_the_program() -> None:
    assert markers(numbered(1), numbered(2)) == ["buAutoNum", "buAutoNum"]


def test_a_list_that_begins_with_one_is_not_told_so() -> None:
    assert starts(numbered(1), numbered(2)) == []


def test_numbers_go_on_over_slides() -> None:
    assert starts(numbered(3), numbered(4)) == ["3", "3"]


def test_an_inner_list_does_not_end_the_outer_one() -> None:
    outer = (numbered(3), bullet("inner", level=1), numbered(4))
    assert list(list_starts(outer)) == [3, None, 3]


def test_a_paragraph_between_ends_a_list() -> None:
    items = (numbered(1), paragraph("Then:"), numbered(2))
    assert list(list_starts(items)) == [1, None, 2]


def test_an_inner_list_counts_by_itself() -> None:
    items = (numbered(2), numbered(1, level=1), numbered(2, level=1), numbered(3))
    assert list(list_starts(items)) == [2, 1, 1, 2]


def test_an_item_without_a_number_goes_on_from_the_last() -> None:
    bare = paragraph("and", Marker.NUMBER)
    assert list(list_starts((numbered(4), bare))) == [4, 4]


def test_a_number_that_does_not_go_on_begins_a_list() -> None:
    assert list(list_starts((numbered(1), numbered(5), numbered(6)))) == [1, 5, 5]
