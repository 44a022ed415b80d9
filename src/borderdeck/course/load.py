"""A course folder, or an edition file, -> the model, or all that is wrong with it at once."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.course import OUTLINE
from borderdeck.course.alternatives import check_alternative
from borderdeck.course.checks import Seen, check_course, check_recaps
from borderdeck.course.decode import Decoded, Findings, decode
from borderdeck.course.edition_file import EditionFile
from borderdeck.course.faults import Fault
from borderdeck.course.files import check_picture, read_course_file, refusal
from borderdeck.course.model import Course, Image, Outline, Session
from borderdeck.course.nodes import Scalar, scalars_in
from borderdeck.course.source import LIMIT, read_source
from borderdeck.course.sums import check_minutes
from borderdeck.course.templates import read_own_templates
from borderdeck.diagnostics import Code, Diagnostic, Position, has_errors, in_reading_order
from borderdeck.workspace import TooLargeError, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


def load_course(workspace: Workspace, folder: Path) -> tuple[Course | None, tuple[Diagnostic, ...]]:
    """Load the course in a folder; None where it has errors, all of which are then told."""
    loading = _Loading(workspace, folder)
    outline = loading.outline()
    if outline is None:
        return None, in_reading_order(loading.found)
    names = loading.session_names(outline.findings)
    sessions = [loading.session(name) for name in names]
    seen = [session.findings for session in sessions if session]
    own = read_own_templates(workspace, folder)
    loading.found.extend(own.found)
    loading.found.extend(check_course(outline.findings, [*seen, *own.findings]))
    loading.found.extend(check_recaps(seen, len(names)))
    loading.found.extend(check_minutes(seen))
    loading.found.extend(loading.pictures(seen))
    diagnostics = in_reading_order(loading.found)
    if has_errors(diagnostics) or outline.value is None:
        return None, diagnostics
    course = Course(outline=outline.value, sessions=_numbered(sessions), papers=tuple(own.papers))
    return course, diagnostics


def load_edition(
    workspace: Workspace, path: Path
) -> tuple[EditionFile | None, tuple[Diagnostic, ...]]:
    """Load an edition file, wherever it lies; None where it has errors."""
    shown = workspace.shown(path)
    try:
        data = workspace.read(path, LIMIT)
    except (OSError, RuntimeError, TooLargeError) as error:
        return None, (refusal(error, shown, LIMIT).at(None),)
    decoded, found = _decoded(EditionFile, data, shown)
    diagnostics = in_reading_order(found)
    if decoded is None or has_errors(diagnostics):
        return None, diagnostics
    return decoded.value, diagnostics


def _decoded(kind: type[T], data: bytes, file: str) -> tuple[Decoded[T] | None, list[Diagnostic]]:
    source = read_source(data, file)
    if source.root is None:
        return None, list(source.diagnostics)
    decoded = decode(kind, source.root, source.lines)
    return decoded, [*source.diagnostics, *decoded.findings.diagnostics]


def _numbered(sessions: list[Decoded[Session] | None]) -> tuple[Session, ...]:
    values = [session.value for session in sessions if session and session.value]
    return tuple(replace(value, number=number) for number, value in enumerate(values, 1))


class _Loading(Struct):
    """Reads the files of one course, and gathers what is wrong with them."""

    workspace: Workspace
    folder: Path
    found: list[Diagnostic] = field(default_factory=list)

    def outline(self) -> Decoded[Outline] | None:
        data = read_course_file(self.workspace, self.folder, OUTLINE, LIMIT)
        if isinstance(data, Fault) and data.code is Code.MISSING_FILE:
            shown = self.workspace.shown(self.folder)
            message = f'there is no {OUTLINE} in "{shown}"'
            hint = f"name the folder of a course: the one that has {OUTLINE} in it"
            data = Fault(Code.MISSING_FILE, message, hint)
        return self._decode(Outline, data, OUTLINE, None)

    def session_names(self, outline: Findings) -> list[Scalar]:
        """Give the sessions' files in order, each once, whatever else is wrong."""
        names: dict[PurePosixPath, Scalar] = {}
        for node in Seen((outline,)).mappings(Outline):
            for name in scalars_in(node.get("sessions")):
                path = PurePosixPath(name.text)
                if path in names:
                    self.found.append(_named_twice(name, names[path].position))
                elif name.text.strip() and "\\" not in name.text:
                    names[path] = name
        return list(names.values())

    def session(self, name: Scalar) -> Decoded[Session] | None:
        data = read_course_file(self.workspace, self.folder, name.text, LIMIT)
        return self._decode(Session, data, name.text, name.position)

    def pictures(self, sessions: list[Findings]) -> Iterator[Diagnostic]:
        """Check each picture once, and tell of what is wrong wherever it is used."""
        known: dict[str, Fault | None] = {}
        for node in Seen(tuple(sessions)).mappings(Image):
            name = node.get("image")
            if not isinstance(name, Scalar) or not name.text.strip() or "\\" in name.text:
                continue
            if name.text not in known:
                known[name.text] = check_picture(self.workspace, self.folder, name.text)
            if fault := known[name.text]:
                yield fault.at(name.position)
            words = node.get("alt")
            if isinstance(words, Scalar) and (fault := check_alternative(words.text, name.text)):
                yield fault.at(words.position)

    def _decode(
        self, kind: type[T], data: bytes | Fault, name: str, reference: Position | None
    ) -> Decoded[T] | None:
        if isinstance(data, Fault):
            self.found.append(data.at(reference))
            return None
        decoded, found = _decoded(kind, data, self.workspace.shown(self.folder / name))
        self.found.extend(found)
        return decoded


def _named_twice(name: Scalar, first: Position) -> Diagnostic:
    return Diagnostic(
        Code.DUPLICATE_ID,
        f'"{name.text}" is named twice among the sessions',
        f"keep one of the two; the first is at {first.file}:{first.line}",
        name.position,
    )
