"""Small plans of decks, and what comes of them."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image
from pptx import Presentation

from borderdeck.course.text import Run
from borderdeck.documents.slides import (
    Deck,
    Filled,
    LayoutName,
    Marker,
    Paragraph,
    PictureContent,
    Role,
    Slide,
    SlideSection,
    TableContent,
)
from borderdeck.render.pptx import read_template, render_deck
from borderdeck.workspace import bundled
from tests.support.opc import Package

if TYPE_CHECKING:
    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.documents.slides import Content

RAIL = Filled(Role.RAIL, (Paragraph((Run("7.1"),)),))


@cache
def template() -> DeckTemplate:
    """The template that ships."""
    return read_template((bundled("templates") / "deck.pptx").read_bytes())


def paragraph(words: str, marker: Marker = Marker.NONE, level: int = 0, **more: Any) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(words),), marker, level, **more)


def bullet(words: str, level: int = 0) -> Paragraph:
    """An item with a bullet."""
    return paragraph(words, Marker.BULLET, level)


def numbered(number: int, words: str = "What will you change?", level: int = 0) -> Paragraph:
    """An item with a number."""
    return paragraph(words, Marker.NUMBER, level, number=number)


def slide(*body: Paragraph, title: str = "Key messages", **more: Any) -> Slide:
    """A content slide with these paragraphs."""
    filled = (Filled(Role.BODY, body),) if body else ()
    return Slide(LayoutName.CONTENT, (Run(title),), filled, **more)


def slide_with(layout: LayoutName, role: Role, content: Content) -> Slide:
    """A slide of a layout, with one of its placeholders filled."""
    return Slide(layout, (Run("A title"),), (Filled(role, content),))


def deck(*slides: Slide, **changes: Any) -> Deck:
    """A deck of one section with these slides."""
    given: dict[str, Any] = {
        "identifier": "wrap-up",
        "title": "Session 7: Wrap-up",
        "subject": "Human Rights at International Borders",
        "language": "en",
        "footer": "Human Rights at International Borders",
        "date": (Run("Geneva, 23–27 November 2026"),),
        "sections": (SlideSection("Session 7", slides),),
    }
    return Deck(**{**given, **changes})


def rendered(*slides: Slide, **changes: Any) -> bytes:
    """A deck with these slides, rendered with the template that ships."""
    return render_deck(deck(*slides, **changes), template())


def opened(*slides: Slide, **changes: Any) -> Any:
    """The same, opened by python-pptx."""
    return Presentation(BytesIO(rendered(*slides, **changes)))


def only_slide(plan: Slide, **changes: Any) -> Any:
    """A deck's only slide, opened by python-pptx."""
    (found,) = opened(plan, **changes).slides
    return found


def package(*slides: Slide, **changes: Any) -> Package:
    """A deck with these slides, as a package."""
    return Package(rendered(*slides, **changes))


def shape(found: Any, role: Role) -> Any:
    """The shape of a slide that fills a role."""
    (only,) = (s for s in found.shapes if s.name == role)
    return only


def png(width: int = 40, height: int = 10) -> bytes:
    """A picture of a size in pixels."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return buffer.getvalue()


def table(rows: int = 2) -> TableContent:
    """A table of two columns."""
    header = ((Run("Right"),), (Run("Source"),))
    cells = tuple(((Run(f"Right {n}"),), (Run(f"Article {n}", bold=True),)) for n in range(rows))
    return TableContent(header, cells, (0.25, 0.75))


def full_deck() -> Deck:
    """A deck with one of everything."""
    return deck(sections=(SlideSection("Opening", _opening()), SlideSection("7.1", _content())))


def _opening() -> tuple[Slide, ...]:
    place = (Paragraph((Run("[PLACE, DATE]", open=True),)),)
    return (
        Slide(
            LayoutName.TITLE,
            (Run("Human Rights\nat International Borders"),),
            (
                Filled(Role.SUBTITLE, (paragraph("Session 7"), paragraph("Wrap-up"))),
                Filled(Role.PLACE_AND_DATE, place),
            ),
            notes=(paragraph("Welcome everybody."), bullet("Names"), bullet("Exits", level=1)),
        ),
    )


def _content() -> tuple[Slide, ...]:
    picture = PictureContent(png(1200, 300), "A teal bar")
    linked = Paragraph((Run("See "), Run("OHCHR", link="https://www.ohchr.org/")), Marker.BULLET)
    return (
        slide(
            paragraph("Learners:"),
            Paragraph((Run("States", bold=True), Run(" as "), Run("duty-bearers", italic=True))),
            bullet("One level in", level=1),
            linked,
        ),
        slide(numbered(3), numbered(4), title="Questions (contd.)", notes=(numbered(1),)),
        slide_with(LayoutName.TABLE, Role.TABLE, table()),
        slide_with(LayoutName.PICTURE, Role.PICTURE, picture),
        slide(title="Not shown", hidden=True),
    )
