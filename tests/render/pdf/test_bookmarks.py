"""Bookmarks of long papers: gathered in groups, none lost, none led astray."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from borderdeck.course.participants import Person
from borderdeck.documents.sheets import Sheet
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.render.pdf.bookmarks import IN_A_GROUP
from borderdeck.render.pdf.paper import MOST_BOOKMARKS
from tests.support import paper_plans as plans
from tests.support.pdf import ua_failures

if TYPE_CHECKING:
    from pikepdf import OutlineItem

COUNT = 310
NAMES = [f"Sample Person {number:03}" for number in range(1, COUNT + 1)]


def certificates(engine: PdfEngine, count: int) -> bytes:
    plan = plans.certificates(*(Person(name=name) for name in NAMES[:count]))
    made = engine.render(plan, "certificates.html.j2", Sheet(landscape=True))
    assert isinstance(made, Rendered), made
    return made.data


@pytest.fixture(scope="module")
def many(engine: PdfEngine) -> bytes:
    """The certificates of so many that, one after the other, validators would give up."""
    return certificates(engine, COUNT)


def outline(data: bytes) -> list[OutlineItem]:
    with pikepdf.open(BytesIO(data)) as sheet, sheet.open_outline() as found:
        return list(found.root)


def below(data: bytes) -> list[str]:
    """Give the titles of the bookmarks in groups, in order."""
    return [child.title for group in outline(data) for child in group.children]


def test_many_bookmarks_are_gathered_in_groups(many: bytes) -> None:
    assert [len(group.children) for group in outline(many)] == [IN_A_GROUP] * 6 + [10]


def test_a_group_is_called_by_its_first_and_last(many: bytes) -> None:
    assert outline(many)[0].title.endswith("Sample Person 001 – Sample Person 050")


def test_a_group_is_closed(many: bytes) -> None:
    with pikepdf.open(BytesIO(many)) as sheet:
        assert int(sheet.Root.Outlines.First.Count) == -IN_A_GROUP


def test_no_bookmark_is_lost(many: bytes) -> None:
    assert below(many) == NAMES


def test_a_bookmark_still_leads_to_its_page(many: bytes) -> None:
    with pikepdf.open(BytesIO(many)) as sheet:
        pages = {page.obj.objgen: number for number, page in enumerate(sheet.pages, start=1)}
        last = sheet.Root.Outlines.Last.Last
        assert (str(last.Title), pages[last.Dest[0].objgen]) == (NAMES[-1], COUNT)


def test_a_long_paper_can_be_validated(many: bytes) -> None:
    assert ua_failures(many) == []


def test_a_long_chain_of_bookmarks_is_what_a_validator_gives_up_on(many: bytes) -> None:
    with pikepdf.open(BytesIO(many)) as sheet, BytesIO() as file:
        with sheet.open_outline() as found:
            found.root[:] = [child for group in found.root for child in group.children]
        sheet.save(file)
        with pytest.raises(Exception, match="depth"):
            ua_failures(file.getvalue())


def test_few_bookmarks_stay_as_they_are(engine: PdfEngine) -> None:
    names = [mark.title for mark in outline(certificates(engine, 5))]
    assert names[-5:] == NAMES[:5]
    assert len(names) <= MOST_BOOKMARKS
