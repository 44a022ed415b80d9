"""Plan the print list: each paper that this edition has, with its copies.

Its counts of pages are those of the finished files. So it is planned when all others have been
rendered; it is read by people alone, and no other plan depends on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from borderdeck.course.edition_file import PaperSize
from borderdeck.course.model import Audience
from borderdeck.documents.document import LARGE_PRINT, Copies, Document, Kind
from borderdeck.documents.heads import paper_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.document import Made
    from borderdeck.documents.papers import Paper, PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.sheets import Sheet
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.words.printing import PrintingWords


class PrintRow(Struct, frozen=True):
    """A paper; `copies` and `sheets`, of all copies, are None where they are to be filled in."""

    title: str
    path: str
    sheet: str
    sides: str
    pages: int
    copies: int | None
    sheets: int | None


class PrintGroup(Struct, frozen=True):
    """Papers that are printed for the same people; `sheets` are those of all of them."""

    heading: str
    rows: tuple[PrintRow, ...]
    sheets: int | None


class PrintLabels(Struct, frozen=True):
    """The headings of columns, and of totals."""

    paper: str
    sheet: str
    sides: str
    pages: str
    copies: str
    sheets: str
    total: str
    all_papers: str


class People(Struct, frozen=True):
    """For how many people papers are printed: participants, None where nobody has said how many.

    `large_print` are those among them who need it, None where that is not known.
    """

    participants: int | None
    large_print: int | None
    facilitators: int


class PrintList(Struct, frozen=True):
    """What is to be printed. `counts` are labels with numbers, None for one to fill in."""

    head: PaperHead
    labels: PrintLabels
    counts: tuple[tuple[str, int | None], ...]
    groups: tuple[PrintGroup, ...]
    sheets: int | None


def plan_print_list(edition: Edition, made: tuple[Made, ...]) -> PrintList:
    """Plan the print list of an edition, for the papers that have been made."""
    words = edition.words.printing
    people = _people(edition)
    papers = [file for file in made if file.copies is not Copies.NONE]
    groups = tuple(_groups(papers, people, words))
    return PrintList(
        head=paper_head(edition, words.title, words.purpose),
        labels=_labels(words),
        counts=tuple(_counts(people, words, large=any(map(_is_large, papers)))),
        groups=groups,
        sheets=_total(group.sheets for group in groups),
    )


def _people(edition: Edition) -> People:
    """Count them; a training without named facilitators has one."""
    facilitators = len(edition.training.facilitators) or 1
    return People(edition.headcount, edition.printing.large_print_copies, facilitators)


def _labels(words: PrintingWords) -> PrintLabels:
    return PrintLabels(
        paper=words.paper,
        sheet=words.sheet,
        sides=words.sides,
        pages=words.pages,
        copies=words.copies,
        sheets=words.sheets,
        total=words.total,
        all_papers=words.all_papers,
    )


def _counts(
    people: People, words: PrintingWords, *, large: bool
) -> Iterator[tuple[str, int | None]]:
    yield words.participants_count, people.participants
    if large:
        yield words.large_print_count, people.large_print
    yield words.facilitators_count, people.facilitators


def _groups(papers: list[Made], people: People, words: PrintingWords) -> Iterator[PrintGroup]:
    """Part the papers by who gets them, large print from the rest."""
    usual = [file for file in papers if not _is_large(file)]
    twins = {_stem(file) for file in papers if _is_large(file)}
    parted = (
        (words.participants, [f for f in usual if f.copies is Copies.PARTICIPANTS]),
        (words.large_print, [f for f in papers if _is_large(f)]),
        (words.facilitators, [f for f in usual if f.copies is Copies.FACILITATORS]),
        (words.once, [f for f in usual if f.copies is Copies.ONE]),
    )
    for heading, files in parted:
        if files:
            rows = tuple(_row(f, _copies(f, people, _stem(f) in twins), words) for f in files)
            yield PrintGroup(heading, rows, _total(row.sheets for row in rows))


def _is_large(file: Made) -> bool:
    return file.document.sheet.large_print


def _stem(file: Made) -> str:
    """Give what a paper and its large twin are both called."""
    return file.document.path.removesuffix(".pdf").removesuffix(LARGE_PRINT)


def _copies(file: Made, people: People, has_twin: bool) -> int | None:
    """Count the copies, None where nobody knows for how many people."""
    readers = _readers(file, people, has_twin)
    return None if readers is None else readers * file.document.times


def _readers(file: Made, people: People, has_twin: bool) -> int | None:
    """Count who gets a paper; facilitators have one of each of the participants', too."""
    if _is_large(file):
        return people.large_print
    if file.copies is Copies.ONE:
        return 1
    if file.copies is Copies.FACILITATORS:
        return people.facilitators
    if people.participants is None:
        return None
    large = (people.large_print or 0) if has_twin else 0
    return max(people.participants - large, 0) + people.facilitators


def _row(file: Made, copies: int | None, words: PrintingWords) -> PrintRow:
    sheet, pages = file.document.sheet, file.pages or 0
    paper = cast("Paper", file.document.plan)
    on_a_side = 2 if sheet.halved else 1
    both = pages > on_a_side and paper.head.turn_label != ""
    on_a_sheet = on_a_side * 2 if both else on_a_side
    return PrintRow(
        title=paper.head.title,
        path=file.document.path,
        sheet=_sheet(sheet, words),
        sides=words.both_sides if both else words.one_side,
        pages=pages,
        copies=copies,
        sheets=None if copies is None else -(-pages // on_a_sheet) * copies,
    )


def _sheet(sheet: Sheet, words: PrintingWords) -> str:
    size = words.a4 if sheet.size is PaperSize.A4 else words.letter
    if sheet.halved:
        size = words.two_up.format(size=size)
    elif sheet.landscape:
        size = words.landscape.format(size=size)
    return (words.grey if sheet.grey else words.colour).format(sheet=size)


def _total(sheets: Iterator[int | None]) -> int | None:
    every = list(sheets)
    known = [count for count in every if count is not None]
    return sum(known) if len(known) == len(every) else None


def _print_list(edition: Edition, planning: Planning) -> Iterator[Document]:
    plan = plan_print_list(edition, planning.made)
    if plan.groups:
        yield Document("facilitator/print-list.pdf", plan, None, edition.course.sessions)


PRINT_LIST = Kind(
    "print-list",
    "print list",
    "print-list.html.j2",
    Audience.FACILITATOR,
    _print_list,
    closing=True,
)
