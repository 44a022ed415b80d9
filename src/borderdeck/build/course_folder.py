"""Find the course that is meant, and where its editions go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.build.typed import typed
from borderdeck.course import OUTLINE
from borderdeck.diagnostics import MendableError
from borderdeck.workspace import real

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.workspace import Workspace


class WrongUseError(MendableError):
    """borderdeck was asked for something that cannot be done."""


class NoCourseError(WrongUseError):
    """There is no course at the path that was `given`."""

    def __init__(self, given: Path, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.given = given


def find_course(given: Path | None, workspace: Workspace) -> Path:
    """Give the folder that holds `course.yaml`.

    Where none is given it is looked for here, in `course/`, then in the folders above. Raises
    `WrongUseError` where there is none.
    """
    here = workspace.here
    if given is not None:
        return _checked(here / given, given, workspace)
    for folder in (here, *here.parents):
        for candidate in (folder, folder / "course"):
            if workspace.has(candidate / OUTLINE):
                return candidate
    raise WrongUseError(
        "there is no course here: no course.yaml in this folder, in course/, or in a folder above",
        "go to the course's folder, or name it: borderdeck build FOLDER; "
        "borderdeck init FOLDER makes a course to start from",
    )


def output_folder(given: Path | None, course: Path, here: Path) -> Path:
    """Give the folder for editions: `output/` beside the course's folder, unless given."""
    return here / given if given is not None else real(course).parent / "output"


def _checked(folder: Path, given: Path, workspace: Workspace) -> Path:
    if folder.name == OUTLINE and workspace.has(folder):
        return folder.parent
    for candidate in (folder, folder / "course"):
        if workspace.has(candidate / OUTLINE):
            return candidate
    if given.suffix.lower() in (".yaml", ".yml") and given.name != OUTLINE:
        raise NoCourseError(
            given,
            f"{given} is no course, which is a folder with course.yaml in it",
            f"if it is an edition file, write --edition {typed(str(given))}",
        )
    raise NoCourseError(
        given,
        f"there is no course in {given}: it has no course.yaml",
        "name the folder that holds course.yaml",
    )
