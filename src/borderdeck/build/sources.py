"""What a file was made from: paths as a facilitator names them, each with its hash."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from borderdeck.course.load import OUTLINE

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.model import Course
    from borderdeck.documents.document import Document
    from borderdeck.workspace import Workspace

Sources = tuple[tuple[str, str], ...]
"""Paths relative to the course's folder, or to borderdeck's templates, with their SHA-256."""


def sources_of(
    document: Document, template: Path, course: Course, folder: Path, workspace: Workspace
) -> Sources:
    """List the files that the document was made from, sorted by path."""
    outline = course.outline
    names = [OUTLINE, *(outline.sessions[session.number - 1] for session in document.sessions)]
    found = {name: _digest(folder / name, workspace) for name in names}
    found[f"templates/{template.name}"] = _digest(template, workspace)
    return tuple(sorted(found.items()))


def _digest(path: Path, workspace: Workspace) -> str:
    return hashlib.sha256(workspace.read(path)).hexdigest()
