"""Files of a course folder: their bytes, or why they cannot be had."""

from __future__ import annotations

import errno
from pathlib import Path, PurePosixPath

from borderdeck.course import OUTLINE
from borderdeck.course.faults import Fault
from borderdeck.course.quoting import shortened
from borderdeck.course.spelling import closest
from borderdeck.diagnostics import Code
from borderdeck.workspace import OutsideError, TooLargeError, Workspace, real

MEBIBYTE = 1 << 20

PICTURE_LIMIT = 32 * MEBIBYTE
"""Bytes of a picture; larger ones make decks that no mail takes."""


def read_course_file(workspace: Workspace, folder: Path, name: str, limit: int) -> bytes | Fault:
    """Read a file by the name that a course gives it, relative to the course folder."""
    try:
        return workspace.read_inside(folder, name, limit)
    except OutsideError:
        hint = "copy the file into the course folder, and name it from there"
        message = f'"{shortened(name)}" leads out of the course folder'
        return Fault(Code.OUTSIDE_COURSE, message, hint)
    except FileNotFoundError:
        return _missing(workspace, folder, name)
    except (OSError, RuntimeError, TooLargeError) as error:
        return refusal(error, name, limit)


def check_picture(workspace: Workspace, folder: Path, name: str) -> Fault | None:
    """Check that a picture is there, and that it can be drawn."""
    from borderdeck.course.pictures import examine

    data = read_course_file(workspace, folder, name, PICTURE_LIMIT)
    return data if isinstance(data, Fault) else examine(data, name)


def refusal(error: Exception, name: str, limit: int) -> Fault:
    """Say why a file cannot be read, once the system has refused."""
    shown = shortened(name)
    if isinstance(error, TooLargeError):
        hint = "make it smaller, or divide it"
        message = f'"{shown}" is larger than {limit // MEBIBYTE} MiB'
        return Fault(Code.FILE_TOO_LARGE, message, hint)
    if isinstance(error, FileNotFoundError):
        return Fault(Code.MISSING_FILE, f'there is no file "{shown}"', "check its name")
    if isinstance(error, PermissionError):
        hint = "ask for the right to read it, or copy it"
        return Fault(Code.UNREADABLE_FILE, f'"{shown}" may not be read by you', hint)
    if isinstance(error, OSError) and error.errno in (None, errno.EISDIR):
        return Fault(Code.UNREADABLE_FILE, f'"{shown}" is not a file', "name a file, not a folder")
    return Fault(Code.UNREADABLE_FILE, f'"{shown}" cannot be read', "check its name and its disk")


def _missing(workspace: Workspace, folder: Path, name: str) -> Fault:
    last, others = PurePosixPath(name).name, _files_near(workspace, folder, name)
    guess = closest(last, others)
    hint = f'did you mean "{others[guess]}"?' if guess else "check its name and its folder"
    message = f'there is no file "{shortened(name)}" in the course folder'
    return Fault(Code.MISSING_FILE, message, hint)


def _files_near(workspace: Workspace, folder: Path, name: str) -> dict[str, PurePosixPath]:
    """Give what is in the folder where a file was looked for, or else in any of the course's.

    They are found by their own names, and given with their folders.
    """
    parents = [PurePosixPath(name).parent, *map(PurePosixPath, workspace.names_in(folder))]
    inside = [parent for parent in parents if real(folder / parent).is_relative_to(real(folder))]
    found: dict[str, PurePosixPath] = {}
    for parent in inside:
        for there in workspace.names_in(folder / parent):
            found.setdefault(there, parent / there)
    found.pop(OUTLINE, None)
    return found
