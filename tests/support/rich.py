"""The SAMPLE course that holds all that an outline can say, planned and built."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from borderdeck.course.edition_file import OptionalParts
from borderdeck.course.load import load_course
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import Choices, make_edition
from borderdeck.edition.printing import Printing
from borderdeck.render.pptx import read_template
from borderdeck.workspace import Workspace, bundled
from tests.gallery.building import CHOICES

if TYPE_CHECKING:
    from borderdeck.course.edition_file import PaperSize
    from borderdeck.edition.edition import Edition

RICH = Path(__file__).parents[1] / "data" / "rich"


@cache
def edition(
    optional: OptionalParts = OptionalParts.HIDDEN, paper: PaperSize | None = None
) -> Edition:
    """Make an edition of it; what is optional is hidden unless said otherwise."""
    course, found = load_course(Workspace(here=RICH), RICH)
    assert course is not None, found
    printing = Printing(paper)
    choices = Choices(place=CHOICES.place, date=CHOICES.date, optional=optional, printing=printing)
    made, told = make_edition(course, choices)
    assert made is not None, told
    return made


@cache
def planning() -> Planning:
    """Give what its decks are planned with."""
    template = read_template((bundled("templates") / "deck.pptx").read_bytes())
    picture = partial(Workspace(here=RICH).read_inside, RICH)
    return Planning(lambda: template, FontBook(bundled("fonts")), picture)
