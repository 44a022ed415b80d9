"""Build decks with a template: session 7 of the bundled course, and the gallery's typical one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.load import load_course
from borderdeck.documents.deck import plan_deck
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.lacking import lacking
from borderdeck.documents.planning import Planning
from borderdeck.documents.slides import TableContent
from borderdeck.edition.edition import make_edition
from borderdeck.render.pptx import read_template, render_deck
from borderdeck.workspace import Workspace, bundled
from tests.gallery.building import CHOICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.slides import Content, Deck, Runs

COURSES = {
    "session-7": (bundled("course"), 6),
    "gallery": (Path(__file__).parents[1] / "gallery" / "courses" / "typical", 0),
}
"""Each course's folder, and the place of the session in it."""


class Built(Struct, frozen=True):
    """A deck: its plan, what was told of it, and its bytes."""

    plan: Deck
    told: tuple[Diagnostic, ...]
    data: bytes


def build(template: DeckTemplate, course: str) -> Built:
    """Plan and render a deck."""
    folder, index = COURSES[course]
    workspace = Workspace(here=folder)
    loaded, found = load_course(workspace, folder)
    assert loaded is not None, found
    edition, _ = make_edition(loaded, CHOICES)
    assert edition is not None
    fonts = FontBook(bundled("fonts"))
    planning = Planning(lambda: template, fonts, partial(workspace.read_inside, folder))
    plan, told = plan_deck(edition, edition.course.sessions[index], planning)
    return Built(plan, (*told, *lacking(template, [plan])), render_deck(plan, template))


def built_with(data: bytes) -> dict[str, Built]:
    """Build each course's deck with a template."""
    template = read_template(data)
    return {course: build(template, course) for course in COURSES}


def words_of(plan: Deck) -> Iterator[list[str]]:
    """Give the words of each slide of a plan, paragraph by paragraph and cell by cell."""
    for slide in plan.slides:
        contents = (text for filled in slide.filled for text in _texts(filled.content))
        yield [_plain(slide.title), *contents]


def _texts(content: Content) -> Iterator[str]:
    if isinstance(content, TableContent):
        for row in (content.header, *content.rows):
            yield from (_plain(cell) for cell in row)
    elif isinstance(content, tuple):
        yield from (_plain(paragraph.runs) for paragraph in content)


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs).replace("\n", "\v")
