"""Build an edition, or only look, with `check`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from borderdeck.build.course_folder import find_course, output_folder
from borderdeck.build.making import make
from borderdeck.build.preparing import prepare
from borderdeck.build.report import Report
from borderdeck.build.request import Order
from borderdeck.workspace import absolute

if TYPE_CHECKING:
    from borderdeck.build.request import Listener, Request
    from borderdeck.workspace import Workspace


def check(request: Request, workspace: Workspace) -> Report:
    """Find all that is wrong with a course, and write nothing.

    Raises `WrongUseError` where there is no such course or session.
    """
    started = workspace.seconds()
    prepared = prepare(request, workspace, absolute(find_course(request.course, workspace)))
    name = prepared.edition.name if prepared.edition else None
    return Report(name, None, (), prepared.found, workspace.seconds() - started)


def build(request: Request, workspace: Workspace, listener: Listener) -> Report:
    """Build the edition that is asked for, and publish it where nothing is wrong.

    Only what has changed is rendered. Raises `WrongUseError` where there is no such course or
    session, `PublishError` where the output folder cannot be written.
    """
    started = workspace.seconds()
    with workspace.recording() as reads:
        course = absolute(find_course(request.course, workspace))
        output = absolute(output_folder(request.output, course, workspace.here))
        report = make(Order(request, workspace, course, output), listener, reads)
    return replace(report, seconds=workspace.seconds() - started)
