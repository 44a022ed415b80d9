"""`borderdeck build --watch`: build, wait for a change, and build again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from borderdeck.build.watching import Watched, program
from borderdeck.build.workshop import Workshop
from borderdeck.cli.faults import tell
from borderdeck.diagnostics import MendableError
from borderdeck.workspace import Workspace, stand_aside

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.build.press import Press
    from borderdeck.build.request import Request
    from borderdeck.terminal import Terminal


class OutdatedError(MendableError):
    """The program that is running is not the one that is installed."""


def keep_building(request: Request, out: Terminal, ahead: Press | None) -> NoReturn:
    """Build whenever something has changed that the last build looked for.

    What keeps the first build from being done ends this, as it ends any build; later on it is told,
    and the next change is waited for. Raises `OutdatedError` when it would go on as another than
    the one that is installed.
    """
    workspace = Workspace()
    stand_aside()
    ours = program()
    with Workshop(request, workspace, ahead) as workshop:
        out.report(workshop.build(out))
        changed: tuple[Path, ...] = ()
        while True:
            out.watching()
            changed = Watched(workshop.reads, _to_try(workshop, changed)).wait()
            if program() != ours:
                raise OutdatedError(
                    "borderdeck or a library has been changed", "start it once more"
                )
            _build_again(workshop, changed, out)


def _to_try(workshop: Workshop, changed: tuple[Path, ...]) -> tuple[Path, ...]:
    """Give the files to replace once they are closed, but for those that were just tried again."""
    return tuple(path for path in workshop.in_use if path not in changed)


def _build_again(workshop: Workshop, changed: tuple[Path, ...], out: Terminal) -> None:
    closed = [path for path in changed if path in workshop.in_use]
    others = [path for path in changed if path not in closed]
    shown = workshop.workspace.shown
    out.changed([*map(shown, others)], [*map(shown, closed)])
    try:
        out.report(workshop.build(out))
    except MendableError as error:
        tell(error, debug=False)
