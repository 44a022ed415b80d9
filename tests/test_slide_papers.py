"""Papers that show slides, built as a user builds them from a course that holds everything."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from tests.support.built import Edition, borderdeck
from tests.support.courses import write_course
from tests.support.craft import beyond_the_shared_area, scant_pages
from tests.support.drawn import pages as pages_drawn
from tests.support.pdf import fonts, headings, placed_words, text_of, ua_failures
from tests.support.places import MM
from tests.support.rich import RICH, edition, planning

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("--only", "slide-handouts", "--only", "guide", "--only", "flipchart")
WHEN = "place: Geneva\ndate: 2026-11-23..2026-11-27\noptional: hidden\nlarge_print: 1\n"

HANDOUTS = tuple(
    f"slides-session-{session}-{kind}.pdf"
    for session in (1, 2)
    for kind in ("three-to-a-page", "three-to-a-page-large-print", "six-to-a-page")
)
GUIDES = ("guide.pdf", "guide-session-1.pdf", "guide-session-2.pdf")
FLIPCHARTS = ("flipchart-session-1.pdf", "flipchart-session-2.pdf")
PAPERS = (*HANDOUTS, *GUIDES, *FLIPCHARTS)

FACILITATORS = (
    "Count to ten",
    "repeated in the second part",
    "the largest letters",
    "half an hour",
)
"""What the course says to the facilitator alone."""

HIDDEN = ("Sizes", "In other words", "Before and after")


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return built(tmp_path_factory.mktemp("rich"))


def built(folder: Path, **environ: str) -> Edition:
    (folder / "when.yaml").write_text(WHEN, "utf-8")
    arguments = ("build", RICH, "--edition", "when.yaml", "-o", "output", "--json", *KINDS)
    done = borderdeck(*arguments, here=folder, **environ)
    assert done.code == 0, done.err
    return Edition(folder / done.report["output"], done.report)


def pages(data: bytes) -> list[str]:
    """Give the words of each page."""
    return [" ".join(page.split()) for page in text_of(data).split("\f")[:-1]]


def test_there_are_no_other_papers(rich: Edition) -> None:
    assert {path.name for path in rich.folder.glob("*/*.pdf")} == set(PAPERS)


def test_nothing_has_to_be_told_of_slides_and_letters(rich: Edition) -> None:
    assert {told["code"] for told in rich.report["diagnostics"]} <= {"minutes-differ"}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_pdf_ua_1(rich: Edition, name: str) -> None:
    assert ua_failures(rich.paper(name)) == []


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_begins_with_its_one_main_heading(rich: Edition, name: str) -> None:
    found = headings(rich.paper(name))
    assert (found[0], found.count("H1")) == ("H1", 1)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_counts_its_pages(rich: Edition, name: str) -> None:
    texts = pages(rich.paper(name))
    assert [f"page {n} of {len(texts)}" in text for n, text in enumerate(texts, 1)].count(
        False
    ) == 0


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_bears_bundled_fonts_alone(rich: Edition, name: str) -> None:
    names = {font["name"].rpartition("+")[2] for font in fonts(rich.paper(name))}
    assert {n for n in names if not n.startswith(("Noto-Sans", "BorderdeckGrotesque"))} == set()


@pytest.mark.parametrize("words", FACILITATORS)
@pytest.mark.parametrize("name", HANDOUTS)
def test_participants_get_nothing_of_the_facilitator_s(
    rich: Edition, name: str, words: str
) -> None:
    assert words not in everything_in(rich.paper(name))


def everything_in(data: bytes) -> str:
    """Give all text of a PDF: on its pages, in its tags and in what it says of itself."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = (
            str(value)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary)
            for value in each.values()
            if isinstance(value, pikepdf.String)
        )
        said = " ".join(texts)
    return " ".join((*pages(data), said))


@pytest.mark.parametrize("words", FACILITATORS)
def test_the_facilitator_gets_it(rich: Edition, words: str) -> None:
    assert words in everything_in(rich.paper("guide.pdf"))


@pytest.mark.parametrize("title", HIDDEN)
def test_participants_get_no_hidden_slide(rich: Edition, title: str) -> None:
    assert not any(title in everything_in(rich.paper(name)) for name in HANDOUTS[:3])


@pytest.mark.parametrize("title", HIDDEN)
def test_the_guide_shows_hidden_slides_and_marks_them(rich: Edition, title: str) -> None:
    page = next(text for text in pages(rich.paper("guide-session-1.pdf"))[1:] if title in text)
    assert "Hidden slide" in page


def test_the_guide_has_bookmarks_for_sessions_parts_and_slides(rich: Edition) -> None:
    with pikepdf.open(BytesIO(rich.paper("guide.pdf"))) as pdf, pdf.open_outline() as outline:
        (root,) = outline.root
        session = root.children[1]
        part = session.children[2]
        found = [root, session, part, part.children[1]]
    titles = [re.sub(r"\s", " ", each.title) for each in found]
    assert titles == [
        "Facilitator’s guide",
        "Session 1 Looking at papers",
        "1.1 First looks",
        "Slide 5 What do you see?",
    ]


def test_the_contents_of_the_guide_name_the_right_pages(rich: Edition) -> None:
    texts = pages(rich.paper("guide.pdf"))
    named = re.findall(r"Session (\d) [\w ]+? papers (\d+)", texts[0])
    assert [f"Session {n} " in texts[int(page) - 1] for n, page in named] == [True, True]


@pytest.mark.parametrize("name", GUIDES[:2])
def test_a_slide_of_the_guide_stands_with_its_notes(rich: Edition, name: str) -> None:
    ends = {
        "Slide 5 What do you see?": "whatever is dark",
        "Slide 6 Paragraphs and a list": "repeated in the second part",
        "Slide 7 A page, taken apart": "A printed page each",
    }
    texts = pages(rich.paper(name))
    beside = {start: [t for t in texts if start in t and end in t] for start, end in ends.items()}
    assert [start for start, found in beside.items() if not found] == []


def test_no_heading_of_the_guide_stands_alone_at_a_page_s_foot(rich: Edition) -> None:
    heads = ("Opening", "First looks", "stands alone", "Frames and questions", "Closing")
    foot = re.compile(f"({'|'.join(heads)}) Geneva, 23–27 November 2026 page")
    assert [t for t in pages(rich.paper("guide.pdf")) if foot.search(t)] == []


@pytest.mark.parametrize("session", [1, 2])
def test_each_flipchart_sheet_is_one_page(rich: Edition, session: int) -> None:
    from borderdeck.documents.flipchart import plan_flipchart

    made = edition()
    plan = plan_flipchart(made, made.course.sessions[session - 1], planning())
    assert len(pages(rich.paper(f"flipchart-session-{session}.pdf"))) == len(plan.sheets) + 1


def test_three_slides_stand_on_each_page_from_the_first(rich: Edition) -> None:
    assert len(pages(rich.paper("slides-session-1-three-to-a-page.pdf"))) == 3


def test_six_slides_stand_on_each_page_from_the_first(rich: Edition) -> None:
    assert len(pages(rich.paper("slides-session-1-six-to-a-page.pdf"))) == 2


def test_the_bytes_are_the_same_in_another_home_and_language(rich: Edition, tmp_path: Path) -> None:
    again = built(tmp_path, HOME=str(tmp_path), LC_ALL="C", TZ="Pacific/Apia", PYTHONHASHSEED="7")
    hashes = [{f["path"]: f["sha256"] for f in each.report["files"]} for each in (rich, again)]
    assert hashes[0] == hashes[1]


SEEN = """
id: seen
title: Seen
key_messages: [Look.]
sections:
  - id: harbour
    title: A harbour
    slides:
      - title: A tall picture
        blocks:
          - image: tall.png
            alt: A tower
      - title: Three tests
        blocks:
          - header: [Test, Question]
            table:
              - ["**Proportionality**", "Does what is gained outweigh the harm done to somebody?"]
            caption: One of them
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Slides with a tall picture and with a table, of a course that says no minutes."""
    folder = tmp_path_factory.mktemp("seen")
    tower = BytesIO()
    Image.new("RGB", (600, 1500), "white").save(tower, "PNG")
    write_course(folder, SEEN, **{"tall.png": tower.getvalue()})
    arguments = ("build", "course", "-o", "output", "--large-print", "--json", *KINDS)
    done = borderdeck(*arguments, here=folder)
    assert done.code == 0, done.err
    return Edition(folder / done.report["output"], done.report)


LARGE = "slides-session-1-three-to-a-page-large-print.pdf"


def test_a_tall_picture_in_large_print_keeps_to_the_page_of_its_title(seen: Edition) -> None:
    data = seen.paper(LARGE)
    assert beyond_the_shared_area(data) + scant_pages(data) == []


def test_no_word_of_a_table_in_large_print_is_divided_that_has_room(seen: Edition) -> None:
    assert "Proportionality" in text_of(seen.paper(LARGE))


def test_a_row_of_the_guide_is_as_high_as_what_stands_in_it(seen: Edition) -> None:
    data = seen.paper("guide-session-1.pdf")
    (last,) = (word.bottom * MM for word in placed_words(data, 1) if word.text == "3–5")
    rules = (shape.box.top for shape in pages_drawn(data)[0].shapes if shape.is_rule)
    assert min(top for top in rules if top > last) - last < 5 * MM


def longer(slides: int) -> str:
    """Write a session of so many slides."""
    each = "".join(f"\n      - title: Slide {n} of it" for n in range(slides))
    return (
        f"id: s{slides}\ntitle: Longer\nkey_messages: [Look.]\n"
        f"sections:\n  - id: it\n    title: It\n    slides:{each}\n"
    )


@pytest.mark.parametrize("thanks", ["", "thanks: Thank you\n"], ids=["closing", "thanks"])
def test_no_slide_is_alone_on_the_last_page_of_the_guide(tmp_path: Path, thanks: str) -> None:
    names = [f"sessions/{slides}.yaml" for slides in range(1, 5)]
    outline = "\n  - ".join(("title: A course\nlanguage: en\nclosing: The end\nsessions:", *names))
    files = {name: longer(slides) + thanks for slides, name in enumerate(names, 1)}
    write_course(tmp_path, **files, **{"course.yaml": outline})
    arguments = ("build", "course", "-o", "output", "--json", "--only", "guide")
    done = borderdeck(*arguments, here=tmp_path)
    assert done.code == 0, done.err
    edition = Edition(tmp_path / done.report["output"], done.report)
    ends = [pages(edition.paper(f"guide-session-{n}.pdf"))[-1] for n in range(1, 5)]
    assert min(len(re.findall(r"\bSlide \d+ ", page)) for page in ends) > 1


def test_a_table_of_a_flipchart_sheet_starts_on_the_edge_of_its_title(seen: Edition) -> None:
    data = seen.paper("flipchart-session-1.pdf")
    last = next(n for n, page in enumerate(pages(data), 1) if "Proportionality" in page)
    lefts = {word.text: word.left for word in placed_words(data, last)}
    assert lefts["Test"] == pytest.approx(lefts["Three"], abs=0.1)
