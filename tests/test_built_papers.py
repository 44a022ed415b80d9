"""The papers that builds make, whatever there are, as a printer and a screen reader have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support import accessible, craft
from tests.support.pdf import fonts, headings, text_of, ua_failures

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.built import Edition

EDITIONS = ("geneva", "letter", "sample")
"""The builds whose papers are looked over, by their fixtures in `conftest.py`."""

LARGE = "-large-print.pdf"


@pytest.fixture(params=EDITIONS)
def built(request: pytest.FixtureRequest) -> Edition:
    """Each of the builds."""
    edition: Edition = request.getfixturevalue(request.param)
    return edition


def breaches(papers: dict[str, bytes], rule: Callable[[bytes], list[str]]) -> dict[str, list[str]]:
    """Give what a rule finds, by the paper that it is found in."""
    found = {path: rule(data) for path, data in papers.items()}
    return {path: faults for path, faults in found.items() if faults}


@pytest.mark.parametrize("rule", craft.RULES)
def test_no_paper_breaks_a_rule_of_print(built: Edition, rule: str) -> None:
    assert breaches(built.pdfs(), craft.RULES[rule]) == {}


CUT = re.compile(r"^cards/|badges")
"""What is cut up, and not filed."""


def test_holes_take_nothing_away_from_a_paper_that_is_filed(built: Edition) -> None:
    filed = {path: data for path, data in built.pdfs().items() if not CUT.search(path)}

    assert breaches(filed, craft.beneath_the_holes) == {}


@pytest.mark.parametrize("rule", accessible.RULES)
def test_no_paper_keeps_anything_from_those_who_listen(built: Edition, rule: str) -> None:
    assert breaches(built.pdfs(), accessible.RULES[rule]) == {}


def test_every_paper_keeps_to_pdf_ua(built: Edition) -> None:
    assert breaches(built.pdfs(), ua_failures) == {}


def test_words_in_large_print_are_large(built: Edition) -> None:
    large = {path: data for path, data in built.pdfs().items() if path.endswith(LARGE)}

    assert breaches(large, lambda data: craft.small_words(data, craft.SMALLEST_LARGE)) == {}


PAPERS = (
    *(f"key-messages-session-{number}.pdf" for number in range(1, 7)),
    "key-messages.pdf",
    *(f"session-{number}.pdf" for number in range(1, 8)),
    "reflection-worksheet.pdf",
    *("agenda.pdf", "run-sheet.pdf", "checklist.pdf", "print-list.pdf"),
    "reflection-worksheet-fillable.pdf",
    "action-plan.pdf",
    "action-plan-fillable.pdf",
    "action-plan-for-the-trainer.pdf",
    "self-assessment.pdf",
    "self-assessment-fillable.pdf",
    "evaluation-daily.pdf",
    "evaluation-daily-fillable.pdf",
    "evaluation-final.pdf",
    "evaluation-final-fillable.pdf",
    "sign-in.pdf",
    "packet.pdf",
)
SHOWING_SLIDES = (
    *(f"slides-session-{n}-{kind}-to-a-page.pdf" for n in range(1, 8) for kind in ("three", "six")),
    *(f"guide-session-{n}.pdf" for n in range(1, 8)),
    "guide.pdf",
)
FLIPCHARTS = tuple(f"flipchart-session-{n}.pdf" for n in range(1, 8))
NAMING = ("badges.pdf", "certificates.pdf")


def test_there_are_no_other_papers(geneva: Edition) -> None:
    assert {path.name for path in geneva.folder.glob("*/*.pdf")} == {
        *PAPERS,
        *NAMING,
        *SHOWING_SLIDES,
        *FLIPCHARTS,
    }


@pytest.mark.parametrize("name", [*PAPERS, *NAMING])
def test_a_paper_bears_only_the_bundled_fonts(geneva: Edition, name: str) -> None:
    names = {font["name"].rpartition("+")[2] for font in fonts(geneva.paper(name))}
    assert {font for font in names if not font.startswith("Noto-Sans")} == set()


@pytest.mark.parametrize("name", [*PAPERS, *NAMING])
def test_a_paper_begins_with_its_one_main_heading(geneva: Edition, name: str) -> None:
    found = headings(geneva.paper(name))
    assert (found[0], found.count("H1")) == ("H1", 1)


def test_headings_of_papers_are_below_that_of_their_packet(geneva: Edition) -> None:
    found = headings(geneva.paper("packet.pdf"))
    contents, papers = 1, 1 + 7 + 1 + 2
    assert (found.count("H1"), found.count("H2")) == (1, contents + papers)


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
