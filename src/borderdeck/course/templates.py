"""Read the papers of the course's own from its folder `templates`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.course.characters import read_text
from borderdeck.course.decode import Decoded, decode
from borderdeck.course.faults import Fault
from borderdeck.course.files import read_course_file
from borderdeck.course.model import OwnTemplate
from borderdeck.course.nodes import Lines
from borderdeck.course.own_papers import (
    ENDING,
    TEMPLATE_LIMIT,
    head_of,
    misnamed,
    no_head,
    papers_among,
)
from borderdeck.course.source import read_source
from borderdeck.workspace import bundled, real

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from borderdeck.course.decode import Findings
    from borderdeck.diagnostics import Diagnostic
    from borderdeck.workspace import Workspace

FOLDER = "templates"
"""The folder of templates, in a course and among what ships with borderdeck."""


class OwnTemplates(Struct):
    """What was read: papers in the order of their names, what was seen, and what is wrong."""

    papers: list[OwnTemplate] = field(default_factory=list)
    findings: list[Findings] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


def read_own_templates(workspace: Workspace, course: Path) -> OwnTemplates:
    """Read the heads of all templates that make a paper of the course's own."""
    read = OwnTemplates()
    ours = tuple(n for n in workspace.names_in(bundled(FOLDER)) if n.endswith(ENDING))
    if real(course / FOLDER) == real(bundled(FOLDER)):
        return read
    names = workspace.names_in(course / FOLDER)
    texts = _texts(workspace, course, names, read)
    read.found.extend(_strays(workspace, course, (names, ours), texts.values()))
    for name in papers_among(texts, ours):
        shown = workspace.shown(course / FOLDER / name)
        _read_head(name, texts[name], shown, read, ours)
    return read


def _strays(
    workspace: Workspace,
    course: Path,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    texts: Iterable[str],
) -> Iterator[Diagnostic]:
    """Tell of files that nothing takes; style sheets are read where one of them may."""
    if all(name.endswith(ENDING) for name in names[0]):
        return

    from borderdeck.course.strays import SHEET, Strays, told

    if hints := Strays(*names).hints():
        sheets = (f"{FOLDER}/{name}" for name in names[0] if name.endswith(SHEET))
        read = (read_course_file(workspace, course, name, TEMPLATE_LIMIT) for name in sheets)
        words = (data.decode("utf-8", "replace") for data in read if isinstance(data, bytes))
        yield from told(hints, (*texts, *words), workspace.shown(course / FOLDER))


def _texts(
    workspace: Workspace, course: Path, names: Iterable[str], read: OwnTemplates
) -> dict[str, str]:
    texts = {}
    for name in (name for name in names if name.endswith(ENDING)):
        path = f"{FOLDER}/{name}"
        data = read_course_file(workspace, course, path, TEMPLATE_LIMIT)
        if isinstance(data, Fault):
            read.found.append(data.at(None))
            continue
        text, wrong = read_text(data, workspace.shown(course / path))
        read.found.extend(wrong)
        if not wrong:
            texts[name] = text
    return texts


def _read_head(name: str, text: str, shown: str, read: OwnTemplates, ours: tuple[str, ...]) -> None:
    first = Lines(shown, text).position(0, 0)
    head = head_of(text)
    if head is None:
        read.found.append(no_head(name, ours).at(first))
        return
    if fault := misnamed(name):
        read.found.append(fault.at(first))
    decoded = _decoded(head, shown, read)
    if decoded and decoded.value:
        read.papers.append(replace(decoded.value, name=name.removesuffix(ENDING)))


def _decoded(head: str, shown: str, read: OwnTemplates) -> Decoded[OwnTemplate] | None:
    source = read_source(head.encode(), shown)
    read.found.extend(source.diagnostics)
    if source.root is None:
        return None
    decoded = decode(OwnTemplate, source.root, source.lines)
    read.found.extend(decoded.findings.diagnostics)
    read.findings.append(decoded.findings)
    return decoded
