"""The table of kinds: where documents go, and what they are printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.cli.build import KINDS as NAMES
from borderdeck.course.edition_file import PaperSize
from borderdeck.documents.document import OWN
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.kinds import KINDS, documents_of, kind_named
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import Choices, make_edition
from borderdeck.edition.printing import Printing
from borderdeck.workspace import bundled
from tests.support.courses import small_course

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.documents.document import Document


def _refused() -> None:
    raise AssertionError("papers need no template of slides")


def _papers(tmp_path: Path, printing: Printing) -> list[Document]:
    edition, _ = make_edition(small_course(tmp_path), Choices(printing=printing))
    assert edition is not None
    planning = Planning(_refused, FontBook(bundled("fonts")), lambda _: b"")  # type: ignore[arg-type]  # - never called
    return [document for _, document in documents_of(edition, planning, ["handouts"])]


def test_the_command_line_knows_every_kind() -> None:
    assert (*KINDS, OWN) == NAMES


def test_each_kind_is_where_the_table_says() -> None:
    assert [kind_named(name).name for name in KINDS] == list(KINDS)


def test_papers_are_on_the_size_that_the_edition_says(tmp_path: Path) -> None:
    papers = _papers(tmp_path, Printing(PaperSize.LETTER))

    assert {paper.sheet.size for paper in papers} == {PaperSize.LETTER}


def test_papers_are_grey_where_the_edition_says_so(tmp_path: Path) -> None:
    assert all(paper.sheet.grey for paper in _papers(tmp_path, Printing(grey=True)))


def test_a_large_twin_stands_beside_each_paper_of_participants(tmp_path: Path) -> None:
    papers = _papers(tmp_path, Printing(large_print=True))

    assert [(paper.path, paper.sheet.large_print) for paper in papers] == [
        ("handouts/key-messages-session-1.pdf", False),
        ("handouts/key-messages-session-1-large-print.pdf", True),
        ("handouts/key-messages.pdf", False),
        ("handouts/key-messages-large-print.pdf", True),
    ]


def test_there_are_no_large_twins_where_nobody_needs_them(tmp_path: Path) -> None:
    assert not any(paper.sheet.large_print for paper in _papers(tmp_path, Printing()))
