"""Plan a session's deck: which slides, in which layout, with which words in which placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.edition_file import OptionalParts, SlideRatio
from borderdeck.course.model import Audience, Recap
from borderdeck.course.text import Run
from borderdeck.course.walk import blocks_of
from borderdeck.documents.blocks import Desk, message_slides, plan_slide
from borderdeck.documents.cut import cut_out
from borderdeck.documents.document import Document, Kind
from borderdeck.documents.fit import fits
from borderdeck.documents.notes import opening_notes
from borderdeck.documents.paragraphs import items
from borderdeck.documents.pictures import cropped_pictures
from borderdeck.documents.planning import overflow
from borderdeck.documents.session_names import section_number, session_name
from borderdeck.documents.sizes import with_sizes
from borderdeck.documents.slides import (
    Deck,
    Filled,
    LayoutName,
    Marker,
    Paragraph,
    Role,
    Slide,
    SlideSection,
)
from borderdeck.documents.titles import with_unique_titles
from borderdeck.documents.whole_dates import on_slides
from borderdeck.documents.widows import without_widows
from borderdeck.edition.names import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.course.model import Objectives, Section, Session
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Paragraphs, Runs
    from borderdeck.edition.edition import Edition


DECK_TEMPLATES = {SlideRatio.WIDE: "deck.pptx", SlideRatio.STANDARD: "deck-4x3.pptx"}
"""The bundled designs of decks, by their slides' ratio."""


def deck_path(session: Session) -> str:
    """Name a session's deck in the edition's folder."""
    return f"decks/{file_name(f'session {session.number} {session.title.plain}')}.pptx"


def _decks(edition: Edition, planning: Planning) -> Iterator[Document]:
    for session in edition.course.sessions:
        deck, diagnostics = plan_deck(edition, session, planning)
        told = (session, *recalled(edition, session))
        yield Document(deck_path(session), deck, session.number, told, diagnostics)


def recalled(edition: Edition, session: Session) -> Iterator[Session]:
    """Give the sessions whose key messages a session recalls."""
    blocks = (block for *_, block in blocks_of(session))
    ids = {name for block in blocks if isinstance(block, Recap) for name in block.recap}
    yield from (other for other in edition.course.sessions if other.id in ids)


DECKS = Kind("decks", "deck", DECK_TEMPLATES[SlideRatio.WIDE], Audience.FACILITATOR, _decks)
"""Decks are the facilitator's: their notes hold the answers."""


def plan_deck(
    edition: Edition, session: Session, planning: Planning
) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """Plan the deck, and tell what of it does not fit its template."""
    desk = Desk(edition, planning, [], cropped_pictures(edition.course))
    sections = [part for part in _sections(session, desk) if part.slides]
    slides = (slide for part in sections for slide in part.slides)
    unique = with_unique_titles(slides, edition.words)
    deck = Deck(
        identifier=session.id,
        title=session_name(edition, session),
        subject=edition.title,
        language=edition.language.tag,
        footer=edition.title,
        date=_place_and_date(desk, LayoutName.CONTENT, Role.DATE),
        sections=tuple(
            replace(part, slides=tuple(next(unique) for _ in part.slides)) for part in sections
        ),
    )
    set_in_size = without_widows(with_sizes(deck, planning), planning)
    return set_in_size, (*desk.found, *_too_long_for_the_foot(deck, desk))


def _too_long_for_the_foot(deck: Deck, desk: Desk) -> Iterator[Diagnostic]:
    """Tell of what the foot of slides has no room for, where it is not set smaller."""
    title = desk.edition.course.outline.title
    feet = ((Role.FOOTER, (Run(deck.footer),), title.position), (Role.DATE, deck.date, None))
    for role, words, position in feet:
        if not desk.planning.has(LayoutName.CONTENT, role):
            continue
        box = desk.planning.box(LayoutName.CONTENT, role)
        if box.least is None and not fits((Paragraph(words),), box, desk.planning.fonts):
            yield overflow(f"the {role.lower()} does not fit the foot of slides", position)


def _sections(session: Session, desk: Desk) -> Iterator[SlideSection]:
    words = desk.edition.words
    opening = session_name(desk.edition, session)
    yield SlideSection(opening, tuple(desk.checked(_opening(session, desk), session.position)))
    for index, section in enumerate(session.sections):
        number = section_number(session, index)
        name = f"{number} {section.title.plain}"
        slides = _kept_at_hand(_section(section, number, desk), section, desk)
        yield SlideSection(name, tuple(slides))
    yield SlideSection(
        words.key_messages, tuple(desk.checked(_key_messages(session, desk), session.position))
    )
    yield SlideSection(
        words.closing, tuple(desk.checked(_closing(session, desk), session.position))
    )


def _opening(session: Session, desk: Desk) -> Iterator[Slide]:
    yield _title_slide(session, desk)
    if session.sections:
        yield from _agenda(session, desk)
    if session.objectives is not None:
        yield from _objectives(session, session.objectives, desk)


def _title_slide(session: Session, desk: Desk) -> Slide:
    outline = desk.edition.course.outline
    label = desk.edition.words.session.format(number=session.number)
    subtitle = (Paragraph((Run(label),)), Paragraph(session.title.runs, level=1))
    return Slide(
        LayoutName.TITLE,
        outline.title.runs,
        tuple(_under_the_title(subtitle, desk)),
        opening_notes(session, desk.edition.words),
        source=session.position,
    )


def _under_the_title(subtitle: Paragraphs, desk: Desk) -> Iterator[Filled]:
    """Put the place and the dates at their own place; where there is none, beneath the subtitle."""
    if desk.planning.has(LayoutName.TITLE, Role.PLACE_AND_DATE):
        place_and_date = _place_and_date(desk, LayoutName.TITLE, Role.PLACE_AND_DATE)
        yield Filled(Role.SUBTITLE, subtitle)
        yield Filled(Role.PLACE_AND_DATE, (Paragraph(place_and_date),))
    else:
        place_and_date = _place_and_date(desk, LayoutName.TITLE, Role.SUBTITLE)
        yield Filled(Role.SUBTITLE, (*subtitle, Paragraph(place_and_date, level=1)))


def _agenda(session: Session, desk: Desk) -> Iterator[Slide]:
    title = desk.edition.words.session_content.format(number=session.number)
    lines = (
        Paragraph((Run(f"{section_number(session, index)} "), *section.title.runs))
        for index, section in enumerate(session.sections)
    )
    yield from _numbered(
        desk.titled(desk.body(LayoutName.AGENDA, lines), (Run(title),), title),
        session,
        desk,
    )


def _objectives(session: Session, objectives: Objectives, desk: Desk) -> Iterator[Slide]:
    title = desk.edition.words.session_objectives.format(number=session.number)
    lead = objectives.lead
    lines = (
        *((Paragraph(lead.runs, keep_with_next=True),) if lead else ()),
        *items(objectives.items, Marker.BULLET),
    )
    slides = desk.body(LayoutName.OBJECTIVES, lines)
    yield from _numbered(desk.titled(slides, (Run(title),), title), session, desk)


def _section(section: Section, number: str, desk: Desk) -> Iterator[Slide]:
    notes = opening_notes(section, desk.edition.words)
    divider = Slide(LayoutName.DIVIDER, section.title.runs, notes=notes, source=section.position)
    yield from desk.checked([desk.railed(divider, number)], section.position)
    for slide in section.slides:
        yield from plan_slide(slide, number, desk)


def _kept_at_hand(slides: Iterable[Slide], section: Section, desk: Desk) -> Iterator[Slide]:
    """Hide the slides of a section that can be left out, where the edition says so."""
    hide = section.optional and desk.edition.optional is OptionalParts.HIDDEN
    yield from (replace(slide, hidden=slide.hidden or hide) for slide in slides)


def _key_messages(session: Session, desk: Desk) -> Iterator[Slide]:
    title = desk.edition.words.session_key_messages.format(number=session.number)
    slides = message_slides(session, desk)
    yield from _numbered(desk.titled(slides, (Run(title),), title), session, desk)


def _closing(session: Session, desk: Desk) -> Iterator[Slide]:
    closing = desk.edition.course.outline.closing
    if closing is not None:
        yield Slide(LayoutName.CLOSING, _place_on_its_own_line(closing.runs, desk))
    if session.thanks is not None:
        yield Slide(LayoutName.THANKS, session.thanks.runs)


def _numbered(slides: Iterator[Slide], session: Session, desk: Desk) -> Iterator[Slide]:
    yield from (desk.railed(slide, str(session.number)) for slide in slides)


def _place_and_date(desk: Desk, layout: LayoutName, role: Role) -> Runs:
    """Give place and dates as they stand in a placeholder, where the template has it."""
    return _dated(desk.edition.place_and_date, desk, layout, role)


def _dated(runs: Runs, desk: Desk, layout: LayoutName, role: Role) -> Runs:
    if not desk.planning.has(layout, role):
        return runs
    return on_slides(runs, desk.edition, desk.planning.box(layout, role), desk.planning.fonts)


def _place_on_its_own_line(line: Runs, desk: Desk) -> Runs:
    """Break a line before the place and date that it ends with; what comes before is bold."""
    ending = " " + "".join(run.text for run in desk.edition.place_and_date)
    whole = "".join(run.text for run in line)
    if not whole.endswith(ending):
        return _bold(line)
    before = len(whole) - len(ending)
    place = _dated(cut_out(line, before + 1, len(whole)), desk, LayoutName.CLOSING, Role.TITLE)
    return (*_bold(cut_out(line, 0, before)), Run("\n"), *place)


def _bold(line: Runs) -> Runs:
    return tuple(replace(run, bold=True) for run in line)
