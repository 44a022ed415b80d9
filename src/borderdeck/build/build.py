"""Build an edition, or only look, with `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.build.course_folder import find_course
from borderdeck.build.preparing import prepare
from borderdeck.build.report import Report
from borderdeck.build.workshop import Workshop
from borderdeck.workspace import absolute

if TYPE_CHECKING:
    from borderdeck.build.press import Press
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


def build(
    request: Request, workspace: Workspace, listener: Listener, ahead: Press | None = None
) -> Report:
    """Build the edition that is asked for, and publish it where nothing is wrong.

    Only what has changed is rendered, by `ahead` if it has been started. Raises `WrongUseError`
    where there is no such course or session, `PublishError` where the output folder cannot be
    written.
    """
    with Workshop(request, workspace, ahead) as workshop:
        return workshop.build(listener)
