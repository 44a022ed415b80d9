"""The papers of the bundled course, as a printer and a screen reader have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.pdf import fonts, headings, text_of, ua_failures

if TYPE_CHECKING:
    from tests.support.built import Edition

PAPERS = (
    *(f"key-messages-session-{number}.pdf" for number in range(1, 7)),
    "key-messages.pdf",
    "reflection-worksheet.pdf",
    *("agenda.pdf", "run-sheet.pdf", "checklist.pdf", "print-list.pdf"),
    "reflection-worksheet-fillable.pdf",
    "action-plan.pdf",
    "action-plan-fillable.pdf",
    "action-plan-for-the-trainer.pdf",
    "self-assessment.pdf",
    "evaluation-daily.pdf",
    "evaluation-final.pdf",
    "sign-in.pdf",
)
NAMING = ("badges.pdf", "certificates.pdf")


def test_there_are_no_other_papers(geneva: Edition) -> None:
    assert {path.name for path in geneva.folder.glob("*/*.pdf")} == {*PAPERS, *NAMING}


@pytest.mark.parametrize("name", [*PAPERS, *NAMING])
def test_a_paper_is_pdf_ua_1(geneva: Edition, name: str) -> None:
    assert ua_failures(geneva.paper(name)) == []


@pytest.mark.parametrize("name", [*PAPERS, *NAMING])
def test_a_paper_bears_only_the_bundled_fonts(geneva: Edition, name: str) -> None:
    names = {font["name"].rpartition("+")[2] for font in fonts(geneva.paper(name))}
    assert {font for font in names if not font.startswith("Noto-Sans")} == set()


@pytest.mark.parametrize("name", [*PAPERS, *NAMING])
def test_a_paper_begins_with_its_one_main_heading(geneva: Edition, name: str) -> None:
    found = headings(geneva.paper(name))
    assert (found[0], found.count("H1")) == ("H1", 1)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_counts_its_pages(geneva: Edition, name: str) -> None:
    pages = {f["path"].rpartition("/")[2]: f.get("pages") for f in geneva.report["files"]}[name]
    text = text_of(geneva.paper(name))
    assert [f"page {n} of {pages}" in text for n in range(1, pages + 1)] == [True] * pages


@pytest.mark.parametrize("name", [*PAPERS, *NAMING])
def test_a_paper_bears_place_and_dates_on_each_page(geneva: Edition, name: str) -> None:
    pages = text_of(geneva.paper(name)).split("\f")[:-1]
    assert all("Geneva, 23–27 November 2026" in page for page in pages)


def test_question_5_asks_for_what_is_now_and_what_is_later(geneva: Edition) -> None:
    text = text_of(geneva.paper("reflection-worksheet.pdf"))
    now, later = text.find("immediately\n"), text.rfind("by a certain time")
    assert 0 < now < later < text.find("Target date")
