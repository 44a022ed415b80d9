"""Plan the facilitator's guide: a session at a glance, then its slides with what goes with them.

One for each session, as sessions have different leads, and one for the course, to be bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course import model
from borderdeck.course.minutes import whole
from borderdeck.course.model import Audience
from borderdeck.documents.deck import plan_deck, recalled
from borderdeck.documents.document import Copies, Document, Kind
from borderdeck.documents.glance import Sight
from borderdeck.documents.heads import paper_head
from borderdeck.documents.notes import block_notes
from borderdeck.documents.paragraphs import written
from borderdeck.documents.session_names import for_the_facilitator, section_number
from borderdeck.documents.slide_pictures import pictures_of, without_notes
from borderdeck.documents.slides import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Section, Session
    from borderdeck.diagnostics import Position
    from borderdeck.documents.glance import Glance
    from borderdeck.documents.papers import PaperHead
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slide_pictures import SlidePicture
    from borderdeck.documents.slides import Deck, Paragraphs, Runs
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.words import Words
    from borderdeck.edition.words.guide import GuideWords

Told = model.Session | model.Section | model.Slide
"""What an author tells the facilitator something about."""


class Asked(Struct, frozen=True):
    """A question to the room, and what to hear in answer; an activity has no question."""

    question: Runs
    answer: Paragraphs


class GuideSlide(Struct, frozen=True):
    """A slide, and all that the facilitator should have before them while it is shown.

    `label` is "Slide 5", `needs` are materials. What its author has not said is empty.
    """

    label: str
    title: Runs
    picture: SlidePicture
    minutes: str = ""
    optional: bool = False
    notes: Paragraphs = ()
    asked: tuple[Asked, ...] = ()
    needs: tuple[Runs, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is anything to say of it."""
        return bool(self.minutes or self.optional or self.notes or self.asked or self.needs)


class GuidePart(Struct, frozen=True):
    """A section of a session, or what stands before and after; `number` may be empty."""

    number: str
    title: Runs
    slides: tuple[GuideSlide, ...]


class GuideSession(Struct, frozen=True):
    """A session: at a glance, then part by part; `running` stands at the head of its pages."""

    number: int
    label: str
    running: str
    title: Runs
    glance: Glance
    parts: tuple[GuidePart, ...]


class Guide(Struct, frozen=True):
    """A guide through one session or all."""

    head: PaperHead
    words: GuideWords
    sessions: tuple[GuideSession, ...]
    decks: tuple[Deck, ...]

    @property
    def pictures(self) -> tuple[SlidePicture, ...]:
        """The slides that it shows, hidden ones as well."""
        parts = (part for session in self.sessions for part in session.parts)
        return tuple(slide.picture for part in parts for slide in part.slides)


def plan_guide(edition: Edition, session: Session, planning: Planning) -> Guide:
    """Plan the guide through one session."""
    words = edition.words.guide
    title = words.session_title.format(number=session.number)
    head = paper_head(edition, title, words.purpose, session)
    marked = replace(head, session_label=for_the_facilitator(session, edition.words))
    deck, _ = plan_deck(edition, session, planning)
    return Guide(marked, words, (_session(edition, session, deck),), (without_notes(deck),))


def plan_course_guide(edition: Edition, planning: Planning) -> Guide:
    """Plan the guide through the whole course."""
    words = edition.words.guide
    head = paper_head(edition, words.title, words.purpose)
    marked = replace(head, session_label=words.audience)
    every = edition.course.sessions
    decks = [plan_deck(edition, session, planning)[0] for session in every]
    sessions = (_session(edition, *pair) for pair in zip(every, decks, strict=True))
    return Guide(marked, words, tuple(sessions), tuple(map(without_notes, decks)))


def _guides(edition: Edition, planning: Planning) -> Iterator[Document]:
    sessions = edition.course.sessions
    for session in sessions:
        path = f"facilitator/guide-session-{session.number}.pdf"
        plan = plan_guide(edition, session, planning)
        told = (session, *recalled(edition, session))
        yield Document(path, plan, session.number, told, copies=Copies.NONE)  # the whole is printed
    if sessions:
        plan = plan_course_guide(edition, planning)
        yield Document("facilitator/guide.pdf", plan, None, sessions)


GUIDE = Kind("guide", "guide", "guide.html.j2", Audience.FACILITATOR, _guides)


def _session(edition: Edition, session: Session, deck: Deck) -> GuideSession:
    words = edition.words
    return GuideSession(
        number=session.number,
        label=words.session.format(number=session.number),
        running=for_the_facilitator(session, words),
        title=session.title.runs,
        glance=Sight(session, deck, words).glance(),
        parts=tuple(_parts(session, deck, words)),
    )


def _parts(session: Session, deck: Deck, words: Words) -> Iterator[GuidePart]:
    """Give the parts of a deck: its opening, the sections, and what comes after them."""
    slides = iter(_slides(session, deck, words))
    for place, part in enumerate(deck.sections):
        section = _at(session.sections, place - 1)
        number = section_number(session, place - 1) if section else ""
        title = section.title.runs if section else (Run(_name(place, part.name, words)),)
        yield GuidePart(number, title, tuple(next(slides) for _ in part.slides))


def _at(sections: tuple[Section, ...], place: int) -> Section | None:
    return sections[place] if 0 <= place < len(sections) else None


def _name(place: int, name: str, words: Words) -> str:
    """Name a part that is no section: the first is called like its session in the deck."""
    return words.guide.opening if place == 0 else name


def _slides(session: Session, deck: Deck, words: Words) -> Iterator[GuideSlide]:
    """Give the slides; what is told of one in the outline stands by the first that it became."""
    told: dict[Position, Told] = dict(_told(session))
    for picture in pictures_of(deck, words.slides.alternative):
        slide = picture.slide
        source = told.pop(slide.source, None) if slide.source else None
        entry = GuideSlide(
            label=words.slides.label.format(number=picture.number),
            title=slide.title,
            picture=picture,
        )
        yield entry if source is None else _with_what_is_told(entry, source, words)


def _told(session: Session) -> Iterator[tuple[Position, Told]]:
    yield session.position, session
    for section in session.sections:
        yield section.position, section
        yield from ((slide.position, slide) for slide in section.slides)


def _with_what_is_told(entry: GuideSlide, source: Told, words: Words) -> GuideSlide:
    minutes = whole(source)
    blocks = source.blocks if isinstance(source, model.Slide) else ()
    return replace(
        entry,
        minutes="" if minutes is None else words.minutes.format(count=minutes),
        optional=not isinstance(source, model.Session) and source.optional,
        notes=(*written(source.notes), *(p for block in blocks for p in block_notes(block, words))),
        asked=tuple(_asked(blocks)),
        needs=tuple(_needs(blocks)),
    )


def _asked(blocks: tuple[model.AnyBlock, ...]) -> Iterator[Asked]:
    """Give what has an answer; other questions can be read on the slide."""
    for block in blocks:
        if isinstance(block, model.Question | model.Activity) and block.answer is not None:
            question = block.question.runs if isinstance(block, model.Question) else ()
            yield Asked(question, tuple(written(block.answer)))


def _needs(blocks: tuple[model.AnyBlock, ...]) -> Iterator[Runs]:
    for block in blocks:
        if isinstance(block, model.Activity):
            yield from (material.runs for material in block.materials)
