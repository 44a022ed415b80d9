"""From a request to planned documents, with all that was found on the way."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.build.course_folder import WrongUseError
from borderdeck.build.renderers import Renderers
from borderdeck.course.edition_file import SlideRatio
from borderdeck.course.load import load_course, load_edition
from borderdeck.diagnostics import Code, Diagnostic, Severity, has_errors, in_reading_order
from borderdeck.documents.kinds import documents_of
from borderdeck.documents.letters import besides, unprintable
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import Choices, choices_from, make_edition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from borderdeck.build.renderers import Loaded
    from borderdeck.build.request import Request
    from borderdeck.course.edition_file import EditionFile
    from borderdeck.course.keys import Written
    from borderdeck.documents.document import Document, Kind, Made
    from borderdeck.edition.edition import Edition
    from borderdeck.workspace import Workspace

Planned = tuple[tuple["Kind", "Document"], ...]

BEFORE_PRINTING = (
    *(Code.OPEN_PLACEHOLDER, Code.OVERFLOW, Code.MISSING_GLYPH),
    *(Code.MINUTES_MISSING, Code.DAY_TOO_LONG, Code.NOT_IN_TIMETABLE),
)
"""What a draft may have, and an edition for the printer may not."""


class Prepared(Struct, frozen=True):
    """An edition of the course in a folder, its documents, and what is wrong with any of it.

    Among the documents are those that nobody asked for, where papers are that tell of them.
    """

    folder: Path
    edition: Edition | None
    planned: Planned
    renderers: Renderers
    found: tuple[Diagnostic, ...]


def prepare(
    request: Request, workspace: Workspace, folder: Path, loaded: Loaded | None = None
) -> Prepared:
    """Load the course, make the edition, plan its documents, with what an earlier build loaded.

    Raises `WrongUseError` where there is no such session or edition file.
    """
    course, of_course = load_course(workspace, folder)
    file, of_file = _edition_file(request, workspace)
    choices, of_people = _with_people(_choices(request.choices, file), workspace)
    renderers = Renderers(workspace, folder, choices.slides or SlideRatio.WIDE, loaded=loaded)
    found = [*of_course, *of_file, *of_people, *_template_faults(choices, renderers)]
    edition: Edition | None = None
    if course is not None and not has_errors(of_file):
        edition, of_edition = make_edition(course, choices)
        found += of_edition
    planned: Planned = ()
    if edition is not None and not has_errors(found):
        planned = tuple(_planned(edition, request, renderers))
        asked = [(kind, doc) for kind, doc in planned if request.asks_for(kind, doc)]
        found += [d for _, document in asked for d in document.diagnostics]
        found += renderers.template_lacks(document for _, document in asked)
        if any(kind.is_paper for kind, _ in asked):
            found += unprintable(edition, choices.position, renderers.fonts)
    return Prepared(folder, edition, planned, renderers, weighed(found, final=request.final))


def weighed(found: Iterable[Diagnostic], *, final: bool) -> tuple[Diagnostic, ...]:
    """Make errors of what an edition for the printer may not have; tell of each letter once."""
    return in_reading_order(
        [_error(d) if final and d.code in BEFORE_PRINTING else d for d in besides(found)]
    )


def _error(found: Diagnostic) -> Diagnostic:
    return replace(found, severity=Severity.ERROR)


def _template_faults(choices: Choices, renderers: Renderers) -> Iterator[Diagnostic]:
    """Let the decks take the template that is named, if one is, and say what is wrong with it."""
    if (template := choices.template) is not None:
        renderers.own_template = renderers.workspace.here / template.words
        yield from renderers.template_faults(template.place)


def _with_people(choices: Choices, workspace: Workspace) -> tuple[Choices, tuple[Diagnostic, ...]]:
    """Read the list of participants, where one is named."""
    if (named := choices.participants) is None:
        return choices, ()

    from borderdeck.course.participants import load_participants

    people, found = load_participants(workspace, workspace.here / named.words, named.place)
    return replace(choices, people=people or ()), found


def _edition_file(
    request: Request, workspace: Workspace
) -> tuple[EditionFile | None, tuple[Diagnostic, ...]]:
    if request.edition_file is None:
        return None, ()
    path = workspace.here / request.edition_file
    if not workspace.has(path):
        raise WrongUseError(
            f"there is no edition file {request.edition_file}", "check its name and folder"
        )
    told, found = load_edition(workspace, path)
    return told and _with_paths(told, path.parent), found


def _with_paths(file: EditionFile, folder: Path) -> EditionFile:
    """Let the paths in an edition file start at its own folder."""

    def placed(path: Written | None) -> Written | None:
        return path and replace(path, words=str(folder / path.words))

    return replace(file, template=placed(file.template), participants=placed(file.participants))


def _choices(given: Choices, file: EditionFile | None) -> Choices:
    """Let what the command line says go before what the edition file says."""
    if file is None:
        return given
    told = choices_from(file)
    return replace(
        told,
        place=given.place or told.place,
        date=given.date or told.date,
        slides=given.slides or told.slides,
        template=given.template or told.template,
        printing=given.printing.over(told.printing),
        participants=given.participants or told.participants,
    )


def _planned(
    edition: Edition, request: Request, renderers: Renderers
) -> Iterator[tuple[Kind, Document]]:
    _refuse_unknown_sessions(edition, request.sessions)
    every = request.tells_of_others
    names = () if every else request.kinds
    for kind, document in documents_of(edition, planning(renderers), names):
        if every or request.asks_for(kind, document):
            yield kind, document


def planning(renderers: Renderers, made: Iterable[Made] = ()) -> Planning:
    """Give what documents are planned with; `made` are those that others tell of."""
    return Planning(
        load_template=cache(lambda: renderers.deck_template),
        fonts=renderers.fonts,
        picture=renderers.picture,
        made=tuple(made),
    )


def _refuse_unknown_sessions(edition: Edition, numbers: tuple[int, ...]) -> None:
    known = [session.number for session in edition.course.sessions]
    for number in numbers:
        if number not in known:
            raise WrongUseError(
                f"this edition has no session {number}",
                f"its sessions are {', '.join(map(str, known))}",
            )
