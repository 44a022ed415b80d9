"""The course's seven decks and eight papers, as each tool wants them written.

Everything is taken from borderdeck's own plans, so that the others are given what they cannot do:
places and dates filled in, and slides that are divided already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handouts import DAYS, PLACE, as_html, as_typst, plans

from borderdeck.build.preparing import prepare
from borderdeck.build.request import Request
from borderdeck.documents.sheets import PLAIN
from borderdeck.edition.edition import Choices
from borderdeck.render.pdf.environment import PaperTemplates
from borderdeck.render.pdf.folders import TemplateFolders
from borderdeck.render.pdf.stamps import Stamps
from borderdeck.workspace import Workspace, bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from borderdeck.course.text import Run
    from borderdeck.documents.papers import ReflectionWorksheet
    from borderdeck.documents.slides import Deck, Paragraph, Runs, Slide

KINDS = ("decks", "handouts", "worksheets")
"""The kinds that are compared, by the names that `--only` takes."""

WORKSHEET = "reflection-worksheet"
WORKSHEET_TEMPLATE = "worksheet.html.j2"

LINE = "#v(9mm)\n#line(length: 100%, stroke: 0.5pt)\n"


def decks_and_papers(course: Path) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Write the course: decks as Markdown, papers for typst and as HTML, each by its name.

    Decks are named `deck-1` and so on, handouts `handout-1`, that of all sessions `handouts`.
    """
    decks, worksheet = _planned(course)
    marked = {f"deck-{number}": as_markdown(deck) for number, deck in enumerate(decks, 1)}
    made = plans()
    names = [f"handout-{number}" for number in range(1, len(made))] + ["handouts"]
    typst = dict(zip(names, map(as_typst, made), strict=True))
    html = dict(zip(names, as_html(made), strict=True))
    typst[WORKSHEET] = _worksheet_as_typst(worksheet)
    html[WORKSHEET] = _worksheet_as_html(worksheet)
    return marked, typst, html


def as_markdown(deck: Deck) -> str:
    """Write a deck as Markdown that pandoc takes; each slide has a heading of level 2."""
    return "\n".join(_marked_deck(deck)) + "\n"


def for_markdown_pptx(marked: str) -> str:
    """Write the same as markdown-pptx takes it: headings of level 1 alone."""
    _, _, slides = marked.partition("\n---\n")
    return re.sub(r"^##? ", "# ", slides, flags=re.MULTILINE)


def _planned(course: Path) -> tuple[list[Deck], ReflectionWorksheet]:
    request = Request(kinds=KINDS, choices=Choices(place=PLACE, date=DAYS))
    planned = prepare(request, Workspace(), course).planned
    decks = [document.plan for kind, document in planned if kind.name == "decks"]
    sheets = [document.plan for kind, document in planned if kind.name == "worksheets"]
    return decks, sheets[0]  # type: ignore[return-value]  # by their kinds


def _marked_deck(deck: Deck) -> Iterator[str]:
    yield from ("---", f'title: "{deck.subject}"', f'subtitle: "{deck.title}"', "---", "")
    for section in deck.sections:
        for slide in section.slides:
            yield from (f"## {slide.title_text}", "", *_marked_slide(slide), "")


def _marked_slide(slide: Slide) -> Iterator[str]:
    for filled in slide.filled:
        if isinstance(filled.content, tuple):
            yield from map(_marked_paragraph, filled.content)


def _marked_paragraph(paragraph: Paragraph) -> str:
    return f"{'  ' * paragraph.level}- {_marked_runs(paragraph.runs)}"


def _marked_runs(runs: Runs) -> str:
    return "".join(f"**{run.text.strip()}** " if run.bold else run.text for run in runs).strip()


def _worksheet_as_html(worksheet: ReflectionWorksheet) -> str:
    templates = PaperTemplates(
        TemplateFolders(Workspace(), (bundled("templates"),)), Stamps({}).stamp
    )
    return str(templates.fill(WORKSHEET_TEMPLATE, {"paper": worksheet, "sheet": PLAIN}))


def _worksheet_as_typst(worksheet: ReflectionWorksheet) -> str:
    """Write the worksheet as a handout's first page, with lines to write on below each question."""
    head, *_ = as_typst(plans()[0]).split("\n#v(18pt)\n")
    return "\n".join((head, *_groups_as_typst(worksheet)))


def _groups_as_typst(worksheet: ReflectionWorksheet) -> Iterator[str]:
    for group in worksheet.groups:
        if heading := _typst(group.heading):
            yield f"== {heading}\n"
        yield _typst(group.lead)
        for entry in group.entries:
            yield f"+ {_typst(entry.text)}\n{LINE * max(1, sum(s.lines for s in entry.spaces))}"


def _typst(runs: Iterable[Run]) -> str:
    return re.sub(r"([\\#$*_`<>@\[\]~/='\"-])", r"\\\1", "".join(run.text for run in runs))
