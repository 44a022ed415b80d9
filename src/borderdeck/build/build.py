"""Build an edition: load, localise, plan, render, publish. Or only look, with `check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from borderdeck import __version__
from borderdeck.build.built import inspect_files
from borderdeck.build.course_folder import WrongUseError, find_course, output_folder
from borderdeck.build.files import BuiltFile
from borderdeck.build.publish import publish
from borderdeck.build.renderers import Renderers
from borderdeck.build.report import Report
from borderdeck.build.sources import sources_of
from borderdeck.course.edition_file import SlideRatio
from borderdeck.course.load import load_course, load_edition
from borderdeck.course.participants import load_participants
from borderdeck.diagnostics import Code, Diagnostic, Severity, has_errors, in_reading_order
from borderdeck.documents.document import Document, Kind, Made
from borderdeck.documents.kinds import documents_of, kinds_named
from borderdeck.documents.planning import Planning
from borderdeck.documents.slides import Deck
from borderdeck.edition.edition import NO_CHOICES, Choices, choices_from, make_edition

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from borderdeck.course.edition_file import EditionFile
    from borderdeck.edition.edition import Edition
    from borderdeck.workspace import Workspace

Progress = Callable[[int, int, str], None]
"""Called with how many files are done, of how many, and the path of the one that comes next."""

Planned = tuple[tuple[Kind, Document], ...]

BEFORE_PRINTING = (
    *(Code.OPEN_PLACEHOLDER, Code.OVERFLOW, Code.MISSING_GLYPH),
    *(Code.MINUTES_MISSING, Code.DAY_TOO_LONG, Code.NOT_IN_TIMETABLE),
)
"""What a draft may have, and an edition for the printer may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build. Relative paths start at the workspace's folder.

    `sessions` and `kinds` choose which files are made in this run, empty for all; they do not
    change what an edition comprises. `final` makes whatever is open or does not fit an error.
    """

    course: Path | None = None
    output: Path | None = None
    edition_file: Path | None = None
    choices: Choices = NO_CHOICES
    sessions: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    final: bool = False
    overwrite: bool = False

    @property
    def tells_of_others(self) -> bool:
        """Whether papers are asked for that are made when all others have been made."""
        return not self.sessions and any(kinds_named(self.kinds, closing=True))

    def asks_for(self, kind: Kind, document: Document) -> bool:
        """Whether a document is among the files to be made."""
        return (not self.kinds or kind.name in self.kinds) and (
            not self.sessions or document.session in self.sessions
        )


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition and its documents, planned, with all that was found on the way.

    Among them are those that nobody asked for, where papers are that tell of them.
    """

    request: Request
    folder: Path
    edition: Edition | None
    planned: Planned
    renderers: Renderers
    found: tuple[Diagnostic, ...]


def check(request: Request, workspace: Workspace) -> Report:
    """Find all that is wrong with a course, and write nothing.

    Raises `WrongUseError` where there is no such course or session.
    """
    started = workspace.seconds()
    prepared = _prepared(request, workspace)
    name = prepared.edition.name if prepared.edition else None
    return Report(name, None, (), prepared.found, workspace.seconds() - started)


def build(request: Request, workspace: Workspace, progress: Progress) -> Report:
    """Build the edition that is asked for, and publish it where nothing is wrong.

    Raises `WrongUseError` where there is no such course or session, `PublishError` where the
    output folder cannot be written.
    """
    started = workspace.seconds()
    prepared = _prepared(request, workspace)
    report = partial(Report, prepared.edition.name if prepared.edition else None)
    if prepared.edition is None or has_errors(prepared.found):
        return report(None, (), prepared.found, workspace.seconds() - started)
    files = tuple(_rendered(prepared, prepared.edition, workspace, progress))
    found = _after_rendering(prepared, files, final=request.final)
    if has_errors(found):
        return report(None, (), found, workspace.seconds() - started)
    output = output_folder(request.output, prepared.folder, workspace.here)
    published = publish(
        output,
        prepared.edition.name,
        files,
        partial=bool(request.sessions or request.kinds),
        overwrite=request.overwrite,
        version=__version__,
    )
    shown = workspace.shown(output / prepared.edition.name)
    return report(shown, published, found, workspace.seconds() - started)


def _prepared(request: Request, workspace: Workspace) -> Prepared:
    folder = find_course(request.course, workspace.here)
    edition, found = _edition(request, workspace, folder)
    renderers = Renderers(workspace, folder, edition.slides if edition else SlideRatio.WIDE)
    if edition is not None and edition.template is not None:
        renderers.own_template = workspace.here / edition.template
        found += renderers.template_faults()
    planned: Planned = ()
    if edition is not None and not has_errors(found):
        planned = tuple(_planned(edition, request, renderers))
        asked = [document for kind, document in planned if request.asks_for(kind, document)]
        found += [d for document in asked for d in document.diagnostics]
        found += renderers.template_lacks(asked)
    weighed = _weighed(found, final=request.final)
    return Prepared(request, folder, edition, planned, renderers, weighed)


def _after_rendering(
    prepared: Prepared, files: tuple[BuiltFile, ...], *, final: bool
) -> tuple[Diagnostic, ...]:
    """Give all that was found; decks for the printer are looked over as they were rendered."""
    found = [*prepared.found, *prepared.renderers.diagnostics]
    if final:
        found.extend(inspect_files(files))
    return _weighed(found, final=final)


def _weighed(found: list[Diagnostic], *, final: bool) -> tuple[Diagnostic, ...]:
    """Make errors of what an edition for the printer may not have."""
    return in_reading_order(
        [_error(d) if final and d.code in BEFORE_PRINTING else d for d in found]
    )


def _error(found: Diagnostic) -> Diagnostic:
    return replace(found, severity=Severity.ERROR)


def _edition(
    request: Request, workspace: Workspace, folder: Path
) -> tuple[Edition | None, list[Diagnostic]]:
    course, found = load_course(workspace, folder)
    told, wrong = _edition_file(request, workspace)
    choices, more = _with_people(_choices(request.choices, told), workspace)
    problems = [*found, *wrong, *more]
    if course is None or has_errors(problems):
        return None, problems
    edition, still = make_edition(course, choices)
    return edition, [*problems, *still]


def _with_people(choices: Choices, workspace: Workspace) -> tuple[Choices, tuple[Diagnostic, ...]]:
    """Read the list of participants, where one is named."""
    if choices.participants is None:
        return choices, ()
    people, found = load_participants(workspace, workspace.here / choices.participants)
    return replace(choices, people=people or ()), found


def _edition_file(
    request: Request, workspace: Workspace
) -> tuple[EditionFile | None, tuple[Diagnostic, ...]]:
    if request.edition_file is None:
        return None, ()
    path = workspace.here / request.edition_file
    if not path.is_file():
        raise WrongUseError(
            f"there is no edition file {request.edition_file}", "check its name and folder"
        )
    told, found = load_edition(workspace, path)
    return told and _with_paths(told, path.parent), found


def _with_paths(file: EditionFile, folder: Path) -> EditionFile:
    """Let the paths in an edition file start at its own folder."""
    template = file.template and str(folder / file.template)
    participants = file.participants and str(folder / file.participants)
    return replace(file, template=template, participants=participants)


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
    for kind, document in documents_of(edition, _planning(renderers), names):
        if every or request.asks_for(kind, document):
            yield kind, document


def _planning(renderers: Renderers, made: Iterable[Made] = ()) -> Planning:
    return Planning(
        load_template=lambda: renderers.deck_template,
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


def _rendered(
    prepared: Prepared, edition: Edition, workspace: Workspace, progress: Progress
) -> Iterator[BuiltFile]:
    """Render what is asked for: first all that is planned, then what tells of the others."""
    request = prepared.request
    made: list[Made] = []
    total = len(prepared.planned)
    for done, (kind, document) in enumerate(prepared.planned):
        progress(done, total, document.path)
        file = _render(prepared, edition, workspace, (kind, document))
        made.append(Made(kind, document, file.pages if file else None))
        if file and request.asks_for(kind, document):
            yield file
    if request.tells_of_others:
        yield from _closing(prepared, edition, workspace, made)
    progress(total, total, "")


def _closing(
    prepared: Prepared, edition: Edition, workspace: Workspace, made: list[Made]
) -> Iterator[BuiltFile]:
    """Render what tells of the other files, each of which tells of those before it, too."""
    for name in [kind.name for kind in kinds_named((), closing=True)]:
        planning = _planning(prepared.renderers, made)
        for kind, document in documents_of(edition, planning, [name], closing=True):
            file = _render(prepared, edition, workspace, (kind, document))
            made.append(Made(kind, document, file.pages if file else None))
            if file and prepared.request.asks_for(kind, document):
                yield file


def _render(
    prepared: Prepared, edition: Edition, workspace: Workspace, planned: tuple[Kind, Document]
) -> BuiltFile | None:
    """Render a document; None for a deck that nobody asked for, and where the template is wrong."""
    kind, document = planned
    if isinstance(document.plan, Deck) and not prepared.request.asks_for(kind, document):
        return None
    renderers = prepared.renderers
    rendered = renderers.render(kind, document)
    if rendered is None:
        return None
    template = renderers.template_path(kind)
    return BuiltFile(
        path=document.path,
        kind=kind.noun,
        session=document.session,
        language=edition.language.code,
        data=rendered.data,
        slides=rendered.slides,
        pages=rendered.pages,
        sources=sources_of(document, template, edition.course, prepared.folder, workspace),
    )
