"""Sheets for the printer: folded, their pages read in order."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from borderdeck.course.edition_file import PaperSize
from borderdeck.documents.sheets import MILLIMETRES, Imposition
from borderdeck.edition.edition import Choices
from borderdeck.edition.printing import Printing
from borderdeck.render.pdf.imposition import booklet_order, impose, reading_order
from tests.gallery.building import COURSES
from tests.support.papers import printed
from tests.support.pdf import text_in

if TYPE_CHECKING:
    from borderdeck.render.pdf import PdfEngine, Rendered
    from borderdeck.render.pdf.imposition import Side

COUNTS = (1, 2, 3, 4, 5, 8, 11, 16)


@pytest.fixture(scope="module")
def packets(engine: PdfEngine) -> dict[str, Rendered]:
    """The packet of the gallery's SAMPLE course, by the names of its files."""
    choices = Choices(printing=Printing(booklet=True))
    found = printed(engine, COURSES / "typical", "packet", choices=choices)
    return {path.rpartition("/")[2]: rendered for path, rendered in found.items()}


def numbered(pages: int) -> bytes:
    """Make a PDF of small pages, each with its number on it."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=(200, 300))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pdf.make_stream(f"BT /F1 40 Tf 50 150 Td (p{number}) Tj ET".encode())
        file = BytesIO()
        pdf.save(file)
        return file.getvalue()


def sides(data: bytes) -> list[tuple[str, str]]:
    """Give the words at the left and at the right of each side."""
    with pikepdf.open(BytesIO(data)) as pdf:
        boxes = [[float(edge) for edge in page.mediabox] for page in pdf.pages]
    return [
        (
            text_in(data, number, (0, 0, width / 2, height)),
            text_in(data, number, (width / 2, 0, width, height)),
        )
        for number, (_, _, width, height) in enumerate(boxes, 1)
    ]


def folded(stack: list[tuple[str, str]]) -> list[str]:
    """Lay sheets into each other, fold them, and turn the leaves one after the other.

    The outermost sheet is the first; each is a front and, flipped on its short edge, a back. The
    right half of a front is a leaf's first page, and behind it is the left half of the back.
    """
    pairs = list(zip(stack[::2], stack[1::2], strict=True))
    opening = [page for front, back in pairs for page in (front[1], back[0])]
    closing = [page for front, back in reversed(pairs) for page in (back[1], front[0])]
    return [*opening, *closing]


def turned(stack: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """See sheets in a mirror, as they are folded where one reads from right to left."""
    return [(right, left) for left, right in stack]


@pytest.mark.parametrize("pages", COUNTS)
def test_a_folded_booklet_reads_in_order(pages: int) -> None:
    data, _ = impose(numbered(pages), Imposition.BOOKLET, right_to_left=False)

    read = folded(sides(data))

    assert [page for page in read if page] == [f"p{n}" for n in range(1, pages + 1)]
    assert read[:pages] == [page for page in read if page]


@pytest.mark.parametrize("pages", COUNTS)
def test_a_booklet_that_opens_to_the_right_reads_in_order(pages: int) -> None:
    data, _ = impose(numbered(pages), Imposition.BOOKLET, right_to_left=True)

    assert folded(turned(sides(data)))[:pages] == [f"p{n}" for n in range(1, pages + 1)]


@pytest.mark.parametrize("pages", COUNTS)
def test_a_booklet_has_whole_sheets(pages: int) -> None:
    data, count = impose(numbered(pages), Imposition.BOOKLET, right_to_left=False)

    assert count == len(sides(data)) == -(-pages // 4) * 2


@pytest.mark.parametrize("pages", COUNTS)
def test_two_pages_a_side_read_as_they_lie(pages: int) -> None:
    data, _ = impose(numbered(pages), Imposition.TWO_UP, right_to_left=False)

    read = [page for side in sides(data) for page in side]

    assert read[:pages] == [f"p{n}" for n in range(1, pages + 1)]


def test_a_booklet_in_the_wrong_order_would_be_noticed() -> None:
    data, _ = impose(numbered(8), Imposition.TWO_UP, right_to_left=False)

    assert folded(sides(data)) != [f"p{n}" for n in range(1, 9)]


@pytest.mark.parametrize("pages", range(1, 40))
def test_every_page_is_there_once(pages: int) -> None:
    for order in (booklet_order, reading_order):
        there = [page for side in order(pages) for page in side if page is not None]
        assert sorted(there) == list(range(pages))


def test_the_first_sheet_of_a_booklet_holds_the_cover_and_the_last_page() -> None:
    expected: list[Side] = [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert list(booklet_order(8)) == expected


@pytest.mark.parametrize("name", ["packet-booklet.pdf", "packet-2-up.pdf"])
def test_pages_of_a_packet_are_all_there(packets: dict[str, Rendered], name: str) -> None:
    words = [page for side in sides(packets[name].data) for page in side]
    count = sum(bool(page) for page in words)

    said = {n for n in range(1, count + 1) for page in words if f"page {n} of {count}" in page}
    assert said == set(range(1, count + 1))


def test_a_packets_booklet_reads_in_order(packets: dict[str, Rendered]) -> None:
    read = [page for page in folded(sides(packets["packet-booklet.pdf"].data)) if page]

    assert all(f"page {n} of {len(read)}" in page for n, page in enumerate(read, 1))


def test_a_booklet_is_set_anew_and_not_made_smaller(packets: dict[str, Rendered]) -> None:
    with pikepdf.open(BytesIO(packets["packet-booklet.pdf"].data)) as pdf:
        scales = {
            float(str(instruction.operands[0]))
            for page in pdf.pages
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "cm"
        }

    assert scales == {1.0}


@pytest.mark.parametrize("size", list(PaperSize))
def test_sheets_have_the_size_of_the_paper_laid_on_its_side(
    engine: PdfEngine, size: PaperSize
) -> None:
    choices = Choices(printing=Printing(size=size, booklet=True))
    found = printed(engine, COURSES / "minimum", "packet", choices=choices)
    with pikepdf.open(BytesIO(found["packet/packet-booklet.pdf"].data)) as pdf:
        box = [round(float(edge) / 72 * 25.4) for edge in pdf.pages[0].mediabox]

    height, width = MILLIMETRES[size]
    assert box == [0, 0, round(width), round(height)]


def test_a_sheet_for_the_printer_claims_no_tags(packets: dict[str, Rendered]) -> None:
    with pikepdf.open(BytesIO(packets["packet-booklet.pdf"].data)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root


def test_a_sheet_for_the_printer_keeps_title_and_language(packets: dict[str, Rendered]) -> None:
    with pikepdf.open(BytesIO(packets["packet-booklet.pdf"].data)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Participant’s packet")
        assert str(pdf.Root.Lang) == "en-GB"


def test_the_same_pages_give_the_same_bytes() -> None:
    made = [impose(numbered(5), Imposition.BOOKLET, right_to_left=False) for _ in range(2)]

    assert made[0] == made[1]
