"""Plan the deck of a small course with the bundled template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.documents.deck import plan_deck
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import NO_CHOICES, make_edition
from borderdeck.render.pptx import read_template
from borderdeck.workspace import bundled
from tests.support.courses import PNG, small_course

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.slides import Deck, Paragraph, Paragraphs, Slide
    from borderdeck.edition.edition import Choices

HEAD = "id: rescue\ntitle: Rescue at sea\n"
SLIDES = HEAD + "sections:\n  - id: planning\n    title: Planning\n    slides:\n"


def planned(
    tmp_path: Path, session: str, choices: Choices = NO_CHOICES, picture: bytes = PNG
) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """Plan the deck of a course with this one session; tell what does not fit.

    `picture` is what is read for each picture while planning.
    """
    course = small_course(tmp_path, session, **{"map.png": PNG})
    edition, found = make_edition(course, choices)
    assert edition is not None, found
    template = read_template((bundled("templates") / "deck.pptx").read_bytes())
    planning = Planning(lambda: template, FontBook(bundled("fonts")), lambda _: picture)
    return plan_deck(edition, edition.course.sessions[0], planning)


def slides(tmp_path: Path, slides: str, choices: Choices = NO_CHOICES) -> list[Slide]:
    """Plan a section of these slides; give those that come after its divider."""
    indented = "\n".join(f"      {line}" for line in slides.strip().splitlines())
    deck, _ = planned(tmp_path, SLIDES + indented + "\n", choices)
    return list(deck.sections[1].slides[1:])


def words(paragraphs: Paragraphs) -> list[str]:
    """Give the words of paragraphs."""
    return ["".join(run.text for run in paragraph.runs) for paragraph in paragraphs]


def paragraphs_in(slide: Slide) -> list[Paragraph]:
    """Give all paragraphs in a slide's placeholders."""
    return [p for f in slide.filled if isinstance(f.content, tuple) for p in f.content]


def body(slide: Slide, role: str = "Body") -> list[str]:
    """Give the paragraphs in one placeholder of a slide."""
    (filled,) = (f for f in slide.filled if f.role == role)
    assert isinstance(filled.content, tuple)
    return words(filled.content)
