"""What a build or a check has to tell, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderdeck.diagnostics import Diagnostic, ExitCode, has_errors

if TYPE_CHECKING:
    from borderdeck.build.files import PublishedFile


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome: the files of the edition as they now stand, and what somebody has to know.

    `output` is the edition's folder as a person would name it; None where nothing was written.
    `seconds` is the time that it took.
    """

    edition: str | None
    output: str | None
    files: tuple[PublishedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: float

    @property
    def exit_code(self) -> ExitCode:
        """What the process should end with."""
        wrong = has_errors(self.diagnostics)
        return ExitCode.COURSE_HAS_ERRORS if wrong else ExitCode.BUILT
