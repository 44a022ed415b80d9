"""Make a course of one's own from the one that ships with borderdeck."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from borderdeck.build.course_folder import WrongUseError
from borderdeck.workspace import bundled

if TYPE_CHECKING:
    from pathlib import Path


def start_course(folder: Path) -> Path:
    """Copy the bundled course to `folder`/course, and give that path.

    Raises `WrongUseError` where something stands there already or it cannot be written.
    """
    target = folder / "course"
    if target.exists():
        raise WrongUseError(f"{target} is there already", "choose another folder")
    try:
        shutil.copytree(bundled("course"), target, copy_function=shutil.copyfile)
    except OSError as error:
        raise WrongUseError(
            f"{target} cannot be written: {error.strerror}", "choose another folder"
        ) from error
    return target
