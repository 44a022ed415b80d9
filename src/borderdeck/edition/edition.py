"""The stage from a course to one edition of it: language, place, dates, selection."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.characters import HIDDEN
from borderdeck.course.edition_file import EditionFile, OptionalParts, SlideRatio
from borderdeck.course.placeholders import BUILT_IN
from borderdeck.course.quoting import shortened
from borderdeck.course.spelling import suggestion
from borderdeck.course.text import Text, plain_text
from borderdeck.diagnostics import Code, Diagnostic, Severity, has_errors
from borderdeck.edition.dates import folder_dates, written_range
from borderdeck.edition.languages import Language, language_for, languages
from borderdeck.edition.names import file_name
from borderdeck.edition.placeholders import (
    PLACE_AND_DATE,
    Values,
    fill,
    open_groups,
)
from borderdeck.edition.printing import DEFAULT_PRINTING, Printing, printing_for, printing_from
from borderdeck.edition.selection import selected
from borderdeck.edition.texts import map_texts, texts_of
from borderdeck.edition.training import NOTHING_ARRANGED, Training, make_training
from borderdeck.edition.words import Words, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.keys import DateRange, Reference, Written
    from borderdeck.course.model import Course
    from borderdeck.course.participants import Person
    from borderdeck.course.text import Run
    from borderdeck.course.timetable import Day
    from borderdeck.diagnostics import Position

SURROGATE = re.compile("[\ud800-\udfff]")
"""What bytes that are no text leave in a command line (PEP 383)."""


class Choices(Struct, frozen=True):
    """What one training was told beyond the course; from options, an edition file, or both.

    `template` is the path of a facilitator's own design, `participants` that of a list of people,
    and `people` are those on it.
    """

    name: str | None = None
    place: str | None = None
    date: DateRange | None = None
    language: Written | None = None
    sessions: tuple[Reference, ...] | None = None
    optional: OptionalParts = OptionalParts.SHOWN
    slides: SlideRatio | None = None
    template: Written | None = None
    printing: Printing = DEFAULT_PRINTING
    participants: Written | None = None
    people: tuple[Person, ...] = ()
    participants_expected: int | None = None
    facilitators: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    venue: tuple[Text, ...] = ()
    placeholders: tuple[tuple[Reference, str], ...] = ()
    position: Position | None = None


NO_CHOICES = Choices()
"""What holds where nothing was said."""


class Edition(Struct, frozen=True):
    """The course for one training; every string in it is final.

    `name` is the folder's under the output folder. `place_and_date` is what footers bear, with
    runs marked `open` where nobody has said yet; `date` are the days themselves. `optional` says
    whether parts that can be left out are shown; those that are left out are not in `course` any
    more. `people` are the participants whom a list names, in its order.
    """

    name: str
    course: Course
    language: Language
    words: Words
    place_and_date: tuple[Run, ...]
    date: DateRange | None = None
    optional: OptionalParts = OptionalParts.SHOWN
    slides: SlideRatio = SlideRatio.WIDE
    printing: Printing = DEFAULT_PRINTING
    people: tuple[Person, ...] = ()
    training: Training = NOTHING_ARRANGED

    @property
    def title(self) -> str:
        """The course's title."""
        return self.course.outline.title.plain

    @property
    def headcount(self) -> int | None:
        """How many participants there are to prepare for: those on the list, else those expected.

        None where nobody has said.
        """
        return len(self.people) or self.training.participants_expected


def choices_from(file: EditionFile) -> Choices:
    """Read an edition file as choices."""
    return Choices(
        name=file.name,
        place=file.place,
        date=file.date,
        language=file.language,
        sessions=file.sessions,
        optional=file.optional,
        slides=file.slides,
        template=file.template,
        printing=printing_from(file),
        participants=file.participants,
        participants_expected=file.participants_expected,
        facilitators=file.facilitators,
        days=file.days,
        venue=file.venue,
        placeholders=tuple(file.placeholders.items()),
        position=file.position,
    )


def make_edition(course: Course, choices: Choices) -> tuple[Edition | None, tuple[Diagnostic, ...]]:
    """Make the edition, and say what is wrong with the choices or still open in the texts."""
    problems = tuple(_problems(course, choices))
    language = language_for((choices.language or course.outline.language).words)
    if language is None or problems:
        return None, problems
    words = words_for(language.code)
    values = _values(course, choices, language)

    def final(text: Text) -> Text:
        return fill(text, values, words.list_separator)

    ids = None if choices.sessions is None else {session.name for session in choices.sessions}
    chosen = selected(course, ids, choices.optional)
    training, found = make_training(course, chosen, choices)
    if has_errors(found):
        return None, found
    edition = Edition(
        name=file_name(choices.name or "") or _folder_name(choices, language),
        course=map_texts(chosen, final),
        language=language,
        words=words,
        place_and_date=final(plain_text(PLACE_AND_DATE)).runs,
        date=choices.date,
        optional=choices.optional,
        slides=choices.slides or SlideRatio.WIDE,
        printing=choices.printing.over(printing_for(choices.people)),
        people=choices.people,
        training=map_texts(training, final),
    )
    return edition, (*found, *_open_placeholders(edition, choices))


def _values(course: Course, choices: Choices, language: Language) -> Values:
    given = {placeholder.name: value for placeholder, value in choices.placeholders}
    declared = dict.fromkeys((*BUILT_IN, *course.outline.placeholders))
    own: dict[str, str | None] = {name: given.get(name) for name in declared}
    date = choices.date and written_range(choices.date, language.locale)
    return {**own, "PLACE": choices.place or own["PLACE"], "DATE": date or own["DATE"]}


def _problems(course: Course, choices: Choices) -> Iterator[Diagnostic]:
    language = choices.language or course.outline.language
    if language_for(language.words) is None:
        yield Diagnostic(
            Code.BAD_VALUE,
            f'borderdeck has no words in the language "{language.words}"',
            f"choose one of: {', '.join(languages())}",
            language.place,
        )
    yield from _hidden_characters(choices)
    yield from _unknown_sessions(course, choices)
    yield from _unknown_placeholders(course, choices)


def _hidden_characters(choices: Choices) -> Iterator[Diagnostic]:
    """Tell of what no slide can hold; an edition file was looked over when it was read."""
    place = choices.place or ""
    if match := HIDDEN.search(place) or SURROGATE.search(place):
        yield Diagnostic(
            Code.CONTROL_CHARACTER,
            f"there is an invisible character in the place: U+{ord(match[0]):04X}",
            "type the place anew, rather than paste it",
        )


def _unknown_sessions(course: Course, choices: Choices) -> Iterator[Diagnostic]:
    known = [session.id for session in course.sessions]
    for session in choices.sessions or ():
        if session.name not in known:
            yield Diagnostic(
                Code.DANGLING_REFERENCE,
                f'no session of the course has the id "{shortened(session.name)}"',
                suggestion(session.name, known, "the sessions are"),
                session.position,
            )


def _unknown_placeholders(course: Course, choices: Choices) -> Iterator[Diagnostic]:
    known = (*BUILT_IN, *course.outline.placeholders)
    for placeholder, _ in choices.placeholders:
        if placeholder.name not in known:
            yield Diagnostic(
                Code.UNKNOWN_PLACEHOLDER,
                f"the course declares no placeholder [{placeholder.name}]",
                suggestion(placeholder.name, known, "the placeholders are"),
                placeholder.position,
            )


def _open_placeholders(edition: Edition, choices: Choices) -> Iterator[Diagnostic]:
    """Tell of each text in which a placeholder is still open, and of the footers."""
    if any(run.open for run in edition.place_and_date):
        yield _open("every footer", edition.place_and_date[-1].text, choices.position)
    for text in texts_of((edition.course, edition.training)):
        for group in open_groups(text):
            yield _open("this text", group, text.position)


def _open(where: str, group: str, position: Position | None) -> Diagnostic:
    options = {"PLACE": "--place", "DATE": "--date"}
    names = group.strip("[]").split(", ")
    ways = [options[name] for name in names if name in options]
    others = [name for name in names if name not in options]
    hint = f"set it with {' and '.join(ways)}" if ways else ""
    if others:
        hint = f"give {', '.join(others)} under `placeholders` in an edition file"
    return Diagnostic(
        Code.OPEN_PLACEHOLDER,
        f"{group} is still open in {where}",
        hint,
        position,
        Severity.WARNING,
    )


def _folder_name(choices: Choices, language: Language) -> str:
    parts = [choices.place or "", folder_dates(choices.date) if choices.date else ""]
    return "-".join(part for part in (*map(file_name, parts), language.code.lower()) if part)
