"""What has been arranged for a training: who comes and who leads it, when, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.checks import unknown_names, unknown_placeholder
from borderdeck.course.nodes import pointing_at
from borderdeck.course.placeholders import BUILT_IN
from borderdeck.diagnostics import has_errors
from borderdeck.edition.texts import texts_of
from borderdeck.edition.timetable import Timetable, make_timetable
from borderdeck.edition.timetable_references import Outlines, check_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Course
    from borderdeck.course.text import Text
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.edition.edition import Choices


class Training(Struct, frozen=True):
    """What has been arranged.

    `participants_expected` is None where nobody has said. `facilitators` are names. `venue` is what
    is to be checked where the training takes place: the course's own items, and then the edition's.
    The `timetable` is empty where there is none.
    """

    participants_expected: int | None = None
    facilitators: tuple[str, ...] = ()
    venue: tuple[Text, ...] = ()
    timetable: Timetable = ()


NOTHING_ARRANGED = Training()
"""What holds where nothing was said."""


def make_training(
    course: Course, taught: Course, choices: Choices
) -> tuple[Training, tuple[Diagnostic, ...]]:
    """Bring together what has been arranged, and say what is wrong with it.

    `taught` is the course without what is left out of the edition.
    """
    outlines = Outlines(course, taught, choices.optional)
    found = [*_unknown_placeholders(course, choices), *check_references(choices.days, outlines)]
    timetable: Timetable = ()
    if not has_errors(found):
        timetable, more = make_timetable(choices.days, choices.date, outlines)
        found += more
    training = Training(
        participants_expected=choices.participants_expected,
        facilitators=choices.facilitators,
        venue=(*course.outline.venue, *choices.venue),
        timetable=timetable,
    )
    return training, tuple(found)


def _unknown_placeholders(course: Course, choices: Choices) -> Iterator[Diagnostic]:
    known = (*BUILT_IN, *course.outline.placeholders)
    for text in texts_of((choices.days, choices.venue)):
        for name in unknown_names(text.source, known):
            yield unknown_placeholder(name, known, pointing_at(text.position, name))
