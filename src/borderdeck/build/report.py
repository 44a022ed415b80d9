"""What a build or a check has to tell, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from borderdeck.diagnostics import Diagnostic, ExitCode, has_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderdeck.build.files import PublishedFile
    from borderdeck.build.reasons import Reason
    from borderdeck.build.remembering import Basis


class Report(Struct, frozen=True):
    """The outcome: the files of the edition as they now stand, and what somebody has to know.

    `output` is the edition's folder as a person would name it; None where nothing was written.
    `seconds` is the time that it took. `reasons` tell why files were rendered, by their paths; all
    others were not. In a `dry_run` they were not either, and nothing was written. `basis` is what
    the same build need not be done again for; None where that is not sure.
    """

    edition: str | None
    output: str | None
    files: tuple[PublishedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: float = 0.0
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    dry_run: bool = False
    basis: Basis | None = None

    @property
    def exit_code(self) -> ExitCode:
        """What the process should end with."""
        wrong = has_errors(self.diagnostics)
        return ExitCode.COURSE_HAS_ERRORS if wrong else ExitCode.BUILT
