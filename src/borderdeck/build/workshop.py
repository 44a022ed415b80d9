"""Builds of the same request, one after the other, with what renders kept ready between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.build.course_folder import find_course, output_folder
from borderdeck.build.crew import Crew
from borderdeck.build.files import Status
from borderdeck.build.making import Bench, make
from borderdeck.build.renderers import Loaded
from borderdeck.build.request import Order
from borderdeck.workspace import Reads, absolute

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.build.press import Press
    from borderdeck.build.report import Report
    from borderdeck.build.request import Listener, Request
    from borderdeck.workspace import Workspace


class Workshop(Struct):
    """Where a request is built, once or again and again.

    `ahead` is a process that renders, if one has been started. `reads` is all that the last build
    looked for, the edition that it published left out; `in_use` are files of the edition that it
    could not replace. As a context, it ends the processes that render.
    """

    request: Request
    workspace: Workspace
    ahead: Press | None = None
    reads: Reads = field(default_factory=Reads)
    in_use: tuple[Path, ...] = ()
    _bench: tuple[Path, Bench] | None = None

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if self._bench is not None:
            self._bench[1].crew.__exit__(kind)
            self._bench = None

    def build(self, listener: Listener) -> Report:
        """Build; only what has changed is rendered.

        Raises `WrongUseError` where there is no such course or session, `PublishError` where the
        output folder cannot be written. What renders is loaded anew after any error.
        """
        started = self.workspace.seconds()
        with self.workspace.recording() as self.reads:
            course = absolute(find_course(self.request.course, self.workspace))
            output = absolute(output_folder(self.request.output, course, self.workspace.here))
            report = self._made(Order(self.request, self.workspace, course, output), listener)
        if report.edition is not None:
            edition = output / report.edition
            self._leave_out(edition)
            files = (file for file in report.files if file.status is Status.IN_USE)
            self.in_use = tuple(edition / file.path for file in files)
        return replace(report, seconds=self.workspace.seconds() - started)

    def _made(self, order: Order, listener: Listener) -> Report:
        """Build; after an error, the processes may still be at work for it, and are ended."""
        try:
            return make(order, listener, self.reads, self._bench_for(order.course))
        except BaseException as error:
            self.__exit__(type(error))
            raise

    def _bench_for(self, course: Path) -> Bench:
        if self._bench is None or self._bench[0] != course:
            self.__exit__(None)
            ahead, self.ahead = self.ahead, None
            crew = Crew(self.workspace.here, course, self.request.processes, ahead=ahead)
            self._bench = course, Bench(crew, Loaded(self.workspace, course))
        return self._bench[1]

    def _leave_out(self, edition: Path) -> None:
        seen = self.reads.seen.items()
        self.reads.seen = {p: was for p, was in seen if not p.is_relative_to(edition)}
