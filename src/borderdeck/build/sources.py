"""What a file was made from: paths as a facilitator names them, each with its hash."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from borderdeck.course.load import OUTLINE
from borderdeck.workspace import Workspace, bundled

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.model import Course
    from borderdeck.documents.kinds import Document, Kind

Sources = tuple[tuple[str, str], ...]
"""Paths relative to the course's folder, or to borderdeck's templates, with their SHA-256."""


def sources_of(
    document: Document, kind: Kind, course: Course, folder: Path, workspace: Workspace
) -> Sources:
    """List the files that the document was made from, sorted by path."""
    outline = course.outline
    names = [OUTLINE, *(outline.sessions[session.number - 1] for session in document.sessions)]
    found = {name: _digest(folder / name, workspace) for name in names}
    found[f"templates/{kind.template}"] = _digest(template_path(kind, folder), workspace)
    return tuple(sorted(found.items()))


def template_path(kind: Kind, folder: Path) -> Path:
    """Give the template that a kind is rendered with: the course's own goes before ours."""
    own = folder / "templates" / kind.template
    return own if own.is_file() else bundled("templates") / kind.template


def _digest(path: Path, workspace: Workspace) -> str:
    return hashlib.sha256(workspace.read(path)).hexdigest()
