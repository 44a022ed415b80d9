"""Look over decks that are built: those of a run, and those in the output folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.build.course_folder import WrongUseError, find_course, output_folder
from borderdeck.build.files import MANIFEST, REPLACED
from borderdeck.build.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderdeck.diagnostics import Diagnostic
    from borderdeck.workspace import Workspace

DECK = ".pptx"
LARGEST = 500 * 1024 * 1024
"""Bytes; what is larger is no deck that a facilitator could mail or project."""


def inspect_file(path: str, data: bytes) -> Iterator[Diagnostic]:
    """Tell what is wrong with a freshly built file, if it is a deck."""
    from borderdeck.inspect import inspect_deck

    if path.endswith(DECK):
        yield from inspect_deck(data, path)


def check_built(course: Path | None, output: Path | None, workspace: Workspace) -> Report:
    """Tell what is wrong with every deck in the output folder, those edited by hand included.

    Raises `WrongUseError` where nothing has been built.
    """
    from borderdeck.inspect import inspect_deck

    started = workspace.seconds()
    folder = output
    if folder is None:
        folder = output_folder(None, find_course(course, workspace), workspace.here)
    decks = tuple(_decks(workspace.here / folder))
    if not decks:
        raise WrongUseError(
            f"there is no built deck in {workspace.shown(workspace.here / folder)}",
            "build first: borderdeck build",
        )
    found: list[Diagnostic] = []
    for path in decks:
        found.extend(inspect_deck(workspace.read(path, LARGEST), workspace.shown(path)))
    return Report(None, None, (), tuple(found), workspace.seconds() - started)


def _decks(output: Path) -> Iterator[Path]:
    """Give the decks of every edition; neither what was moved aside nor what Office locks."""
    for manifest in sorted(output.glob(f"*/{MANIFEST}")):
        for path in sorted(manifest.parent.rglob(f"*{DECK}")):
            hidden = path.name.startswith(("~$", "."))
            if not hidden and path.relative_to(manifest.parent).parts[0] != REPLACED:
                yield path
