"""Build the gallery's SAMPLE courses, each on slides of both ratios."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from borderdeck.course.keys import DateRange
from borderdeck.course.load import load_course
from borderdeck.documents.deck import plan_deck
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import Choices, make_edition
from borderdeck.render.pptx import read_template, render_deck
from borderdeck.workspace import Workspace, bundled

if TYPE_CHECKING:
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.slides import Deck

COURSES = Path(__file__).parent / "courses"
SIZES = ("minimum", "typical", "overfull")
TEMPLATES = ("deck.pptx", "deck-4x3.pptx")
CHOICES = Choices(place="Geneva", date=DateRange(first=date(2026, 11, 23), last=date(2026, 11, 27)))


@cache
def planned(size: str, template: str) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """Plan the deck of a size; tell what does not fit."""
    workspace = Workspace(here=COURSES)
    course, found = load_course(workspace, COURSES / size)
    assert course is not None, found
    edition, _ = make_edition(course, CHOICES)
    assert edition is not None
    measured = read_template((bundled("templates") / template).read_bytes())
    picture = partial(workspace.read_inside, COURSES / size)
    planning = Planning(lambda: measured, FontBook(bundled("fonts")), picture)
    return plan_deck(edition, edition.course.sessions[0], planning)


@cache
def rendered(size: str, template: str) -> bytes:
    """Render the deck of a size."""
    deck, _ = planned(size, template)
    return render_deck(deck, read_template((bundled("templates") / template).read_bytes()))
