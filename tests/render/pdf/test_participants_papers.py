"""Session handouts, activity sheets, cards and the packet, as a printer and a screen reader have
them, of the gallery's SAMPLE courses.
"""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pikepdf
import pytest
from msgspec.structs import replace

from borderdeck.course.edition_file import PaperSize
from borderdeck.documents.activities import ActivitySheet
from borderdeck.documents.packet import Packet
from borderdeck.documents.session_handout import SessionHandout
from borderdeck.edition.edition import Choices
from borderdeck.edition.printing import Printing
from borderdeck.workspace import bundled
from tests.gallery.building import CHOICES, COURSES, SIZES
from tests.support import pdf
from tests.support.courses import write_course
from tests.support.papers import documents, printed
from tests.support.seed import tight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PIL.Image import Image

    from borderdeck.documents.papers import Paper
    from borderdeck.documents.slides import Runs
    from borderdeck.render.pdf import PdfEngine, Rendered

    Gallery = Callable[[str, str], dict[str, Rendered]]

KINDS = ("session-handouts", "activities", "cards", "packet")

VARIANTS = {
    "a4": Printing(),
    "letter": Printing(PaperSize.LETTER),
    "grey and large": Printing(grey=True, large_print=True),
}

each_variant = pytest.mark.parametrize("variant", VARIANTS)
each_size = pytest.mark.parametrize("size", SIZES)


@pytest.fixture(scope="module")
def gallery(engine: PdfEngine) -> Gallery:
    """Print the papers of a gallery course in one of the variants, once."""

    @cache
    def papers(size: str, variant: str) -> dict[str, Rendered]:
        return printed(engine, COURSES / size, *KINDS, choices=choices(variant))

    return papers


def choices(variant: str) -> Choices:
    return replace(CHOICES, printing=VARIANTS[variant])


def plans(size: str, variant: str) -> dict[str, Paper]:
    found = documents(COURSES / size, *KINDS, choices=choices(variant))
    return {path: cast("Paper", document.plan) for path, (_, document) in found.items()}


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def headings(plan: Paper) -> Iterator[str]:
    """Give the words of a paper's headings; those above lines to write on are looked at apart."""
    yield plan.head.title
    match plan:
        case SessionHandout():
            yield from (plan.objectives_label, plan.messages_label)
            for section in plan.sections:
                yield words(section.title)
                yield from (words(slide.title) for slide in section.slides)
        case ActivitySheet():
            yield from (plan.case_label, plan.steps_label)
        case Packet():
            for entry in plan.entries:
                yield from headings(entry.plan)


def flows(page: str, number: int) -> bool:
    """Whether a page is of a session: neither the contents of a packet nor its forms."""
    return number == 1 or "Session 1" in page.strip().splitlines()[0]


def ends_with_a_heading(page: str, known: set[str]) -> bool:
    """Whether the last words of a page, its foot left out, are a heading."""
    lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
    body = [line for line in lines if not FOOT.search(line)]
    last = re.sub(r"^(Session )?[\d.]+ ", "", body[-1])
    return any(f" {heading}".endswith(f" {last}") for heading in known)


FOOT = re.compile(r"23–27 November 2026|please turn over|^$")


@each_variant
@each_size
def test_each_paper_is_pdf_ua_1(gallery: Gallery, size: str, variant: str) -> None:
    found = {path: pdf.ua_failures(made.data) for path, made in gallery(size, variant).items()}

    assert {path: failures for path, failures in found.items() if failures} == {}


@each_variant
@each_size
def test_each_paper_counts_its_pages(gallery: Gallery, size: str, variant: str) -> None:
    for path, made in gallery(size, variant).items():
        for number in range(1, made.pages + 1):
            said = " ".join(pdf.text_of(made.data, number).split())
            assert f"page {number} of {made.pages}" in said, path


@each_variant
@each_size
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    gallery: Gallery, size: str, variant: str
) -> None:
    told = plans(size, variant)
    alone = [
        (path, number)
        for path, made in gallery(size, variant).items()
        if not path.startswith("cards/")
        for number in range(1, made.pages)
        if flows(pdf.text_of(made.data, number), number)
        and ends_with_a_heading(pdf.text_of(made.data, number), set(headings(told[path])))
    ]

    assert alone == []


def test_a_heading_alone_would_be_noticed() -> None:
    page = "Some words\n\nA question to the\nroom\n\nGeneva, 23–27 November 2026   page 1 of 2\n"

    assert ends_with_a_heading(page, {"A question to the room"})
    assert not ends_with_a_heading(page, {"Some words"})


@pytest.mark.parametrize("filler", range(18, 30))
def test_a_question_is_never_parted_from_its_lines(
    engine: PdfEngine, tmp_path: Path, filler: int
) -> None:
    items = "".join(f"              - Item {n}\n" for n in range(filler))
    session = (
        "id: a\ntitle: A\nsections:\n  - id: s\n    title: S\n    slides:\n"
        f"      - title: T\n        blocks:\n          - bullets:\n{items}"
        "          - question: Why is that?\n          - paragraph: The end.\n"
    )
    made = printed(engine, write_course(tmp_path, session), "session-handouts")
    paper = made["handouts/session-1.pdf"]

    (home,) = [n for n in range(1, paper.pages + 1) if "Why is that?" in page(paper, n)]
    assert len(pdf.ruled_lines(beneath(paper, home, "Why"), share=0.6)) >= 3


def page(paper: Rendered, number: int) -> str:
    return pdf.text_of(paper.data, number)


def beneath(paper: Rendered, number: int, word: str) -> Image:
    """Give what of a page stands beneath a word."""
    image = pdf.picture(paper.data, number, dpi=150)
    top = next(w.bottom for w in pdf.placed_words(paper.data, number) if w.text == word)
    return image.crop((0, round(top / 25.4 * 150), image.width, image.height))


SECRETS = """
id: rescue
title: Rescue at sea
notes: SECRET1
key_messages: [Planning is vital.]
sections:
  - id: practice
    title: Practice
    notes: SECRET2
    slides:
      - title: A slide
        notes: SECRET3
        blocks:
          - question: What is vital?
            answer: SECRET4
          - paragraph: SECRET5
            audience: facilitator
          - activity: [SECRET6]
            case: SECRET7
            cards: [SECRET8]
            audience: facilitator
          - activity: [Read the case.]
            case: A boat has called.
            cards: [Look]
            answer: SECRET9
            notes: SECRET10
          - columns: [{blocks: [{paragraph: P, notes: SECRET11}]}, {blocks: [{paragraph: P}]}]
"""


def spilt(data: bytes) -> set[str]:
    """Give the secrets in a PDF: its words, what is read aloud, every string and stream in it."""
    with pikepdf.open(BytesIO(data)) as opened:
        inside = b"".join(_bytes_of(thing) for thing in opened.objects)
        attached = [str(name) for name in opened.attachments]
    said = pdf.text_of(data) + pdf.heard(data) + inside.decode("latin-1") + " ".join(attached)
    return set(re.findall(r"S\s?E\s?C\s?R\s?E\s?T\s?\d+", said))


def _bytes_of(thing: pikepdf.Object) -> bytes:
    if isinstance(thing, pikepdf.Stream):
        return thing.unparse() + thing.read_bytes()
    return thing.unparse(resolved=True)


def test_nothing_for_the_facilitator_is_on_a_participants_paper(
    engine: PdfEngine, tmp_path: Path
) -> None:
    folder = write_course(tmp_path, SECRETS)
    booklet = Choices(printing=Printing(booklet=True, large_print=True))
    made = printed(engine, folder, *KINDS, choices=booklet)

    assert len(made) == 11
    assert {path: spilt(paper.data) for path, paper in made.items() if spilt(paper.data)} == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: A slide", "title: SECRET3"),
        ("case: A boat has called.", "case: SECRET7"),
        ("cards: [Look]", "cards: [SECRET8]"),
        ("title: Rescue at sea", "title: SECRET1"),
    ],
)
def test_a_secret_that_is_spilt_would_be_noticed(
    engine: PdfEngine, tmp_path: Path, old: str, new: str
) -> None:
    folder = write_course(tmp_path, SECRETS.replace(old, new, 1))
    made = printed(engine, folder, *KINDS)

    found = set().union(*(spilt(paper.data) for paper in made.values()))
    assert found == set(re.findall(r"SECRET\d", new))


def test_a_secret_in_the_metadata_would_be_noticed(gallery: Gallery) -> None:
    (paper, *_) = gallery("minimum", "a4").values()
    with pikepdf.open(BytesIO(paper.data)) as opened:
        opened.docinfo["/Subject"] = "SECRET1"
        file = BytesIO()
        opened.save(file)

    assert spilt(file.getvalue()) == {"SECRET1"}


def test_a_packet_says_every_word_of_its_papers_in_their_order(gallery: Gallery) -> None:
    made = gallery("typical", "a4")
    singles = [p for path, p in made.items() if path.startswith(("handouts/", "activities/"))]
    whole = tight(pdf.words_heard(made["packet/packet.pdf"].data))
    course = "SAMPLE course on how slides are laid out"

    parts = [tight(pdf.words_heard(p.data).replace(course, "", 1)) for p in singles]
    places = [whole.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_the_contents_name_the_page_on_which_each_paper_begins(engine: PdfEngine) -> None:
    made = printed(engine, bundled("course"), "packet", choices=CHOICES)["packet/packet.pdf"]
    contents = pdf.text_of(made.data, 2)

    found = re.findall(r"^(.*?)[ .]{3,}(\d+)$", contents, re.MULTILINE)
    assert len(found) == 11
    for title, number in found:
        last = re.sub(r"^\s*(Session \d)?\s*", "", title)
        assert last in " ".join(pdf.text_of(made.data, int(number)).split())


def test_each_paper_of_a_packet_has_a_bookmark(gallery: Gallery) -> None:
    packet = gallery("typical", "a4")["packet/packet.pdf"].data
    with pikepdf.open(BytesIO(packet)) as opened, opened.open_outline() as outline:
        titles = [" ".join(item.title.split()) for item in outline.root]

    assert titles == [
        "Participant’s packet",
        "Agenda",
        "Session 1 Where things stand on a slide, and why they stay there",
        "Session 1 A slide, taken apart",
        "Action plan",
        "Self-assessment",
    ]


def test_links_of_the_contents_say_where_they_lead(gallery: Gallery) -> None:
    said = pdf.link_descriptions(gallery("typical", "a4")["packet/packet.pdf"].data)

    assert list(dict.fromkeys(said)) == [
        "Agenda",
        "Where things stand on a slide, and why they stay there",
        "A slide, taken apart",
        "Action plan",
        "Self-assessment",
    ]


def test_the_lines_for_notes_go_down_to_the_foot_of_the_page(
    engine: PdfEngine, tmp_path: Path
) -> None:
    paper = printed(engine, write_course(tmp_path), "session-handouts")["handouts/session-1.pdf"]
    lines = pdf.ruled_lines(pdf.picture(paper.data, paper.pages, dpi=200), share=0.6)

    gaps = {round((below - above) / 200 * 25.4) for above, below in pairwise(lines)}
    assert gaps == {9}
    assert 297 - 28 - lines[-1] / 200 * 25.4 < 10


@pytest.mark.parametrize("filler", range(22, 34))
def test_the_heading_of_notes_has_lines_beneath_it(
    engine: PdfEngine, tmp_path: Path, filler: int
) -> None:
    items = "".join(f"  - Message {n}\n" for n in range(filler))
    folder = write_course(tmp_path, f"id: a\ntitle: A\nkey_messages:\n{items}")
    paper = printed(engine, folder, "session-handouts")["handouts/session-1.pdf"]

    assert "Notes" in page(paper, paper.pages)
    below = beneath(paper, paper.pages, "Notes")
    assert len(pdf.ruled_lines(below, share=0.6)) >= 4


def test_marks_show_where_to_cut_cards(gallery: Gallery) -> None:
    image = pdf.picture(gallery("typical", "a4")["cards/session-1-a-slide-taken-apart.pdf"].data)
    margin = image.crop((0, 0, round(17.5 / 25.4 * 100), image.height))

    heights = [round(y / 100 * 25.4 * 2) / 2 for y in pdf.ruled_lines(margin, share=0.2)]
    assert heights == pytest.approx([32.5, 90.5, 148.5, 206.5, 264.5], abs=0.5)


def test_backs_of_cards_are_behind_their_fronts(gallery: Gallery) -> None:
    paper = gallery("typical", "a4")["cards/session-1-a-slide-taken-apart-two-sided.pdf"].data
    half = 210 / 2 / 25.4 * 72

    assert pdf.text_in(paper, 3, (0, 92, half, 740)) == "A logo"
    assert pdf.text_in(paper, 4, (half, 92, 2 * half, 740)) == "Session 1 A slide, taken apart"
    assert pdf.text_in(paper, 4, (0, 92, half, 740)) == ""


def test_no_colour_is_left_where_papers_are_grey(gallery: Gallery) -> None:
    for path, paper in gallery("typical", "grey and large").items():
        assert pdf.is_grey(paper.data), path


def test_the_same_papers_are_the_same_bytes(engine: PdfEngine, gallery: Gallery) -> None:
    again = printed(engine, COURSES / "typical", *KINDS, choices=choices("a4"))

    assert again == gallery("typical", "a4")


COLUMNS_AND_TABLE = """
id: law
title: The law
sections:
  - id: tests
    title: Tests
    slides:
      - title: Side by side
        blocks:
          - columns:
              - title: With a heading
                blocks: [{bullets: [One]}]
              - blocks: [{paragraph: Without one}]
      - title: Three tests
        blocks:
          - header: [Test, Question]
            table:
              - ["**Lawfulness**", "Is there a law that allows the measure, which all can read?"]
              - ["**Proportionality**", "Does what is gained outweigh the harm done to somebody?"]
"""

EVERY_SHEET = Choices(printing=Printing(PaperSize.LETTER, large_print=True, booklet=True))


def test_no_word_of_a_table_is_divided_that_has_room(engine: PdfEngine, tmp_path: Path) -> None:
    folder = write_course(tmp_path, COLUMNS_AND_TABLE)
    papers = printed(engine, folder, "session-handouts", "packet", choices=EVERY_SHEET)
    texts = {path: pdf.text_of(paper.data) for path, paper in papers.items()}
    assert [path for path, text in texts.items() if "Proportionality" not in text] == []


def test_a_column_without_a_heading_starts_where_the_other_one_does(
    engine: PdfEngine, tmp_path: Path
) -> None:
    folder = write_course(tmp_path, COLUMNS_AND_TABLE)
    (paper,) = printed(engine, folder, "session-handouts").values()
    tops = {word.text: word.top for word in pdf.placed_words(paper.data, 1)}
    assert tops["Without"] == pytest.approx(tops["With"])
