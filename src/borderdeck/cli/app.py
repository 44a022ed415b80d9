"""The `borderdeck` command and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from borderdeck import __version__
from borderdeck.cli.asked import Asked
from borderdeck.cli.build import build
from borderdeck.cli.check import check
from borderdeck.cli.init import init
from borderdeck.diagnostics import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderdeck.build.press import Press

EPILOG = "Start with `borderdeck build`, then open the folder that it names."


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog=EPILOG,
)
@click.version_option(__version__, "--version", prog_name="borderdeck")
def borderdeck() -> None:
    """Make the slides and papers of a course, for your place and dates."""


for command in (build, check, init):
    borderdeck.add_command(command)


def run(arguments: Sequence[str], ahead: Press | None = None) -> int:
    """Run the command line and give its exit code; whatever happens, it is told in plain words.

    `ahead` is a process that renders, if one has been started.
    """
    try:
        outcome: Any = borderdeck.main(
            list(arguments),
            prog_name="borderdeck",
            standalone_mode=False,
            obj=Asked(list(arguments), ahead),
        )
    except click.ClickException as error:
        error.show()
        return ExitCode.WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        return _stopped()
    except Exception as error:
        from borderdeck.cli.faults import comes_of_an_interrupt, tell

        if comes_of_an_interrupt(error):
            return _stopped()
        return tell(_with_quotes(error, arguments), debug="--debug" in arguments)
    return int(outcome or 0)


def _with_quotes(error: Exception, arguments: Sequence[str]) -> Exception:
    """Ask for quotes, where what was taken for a course may be the rest of an option's value."""
    from borderdeck.build.course_folder import NoCourseError
    from borderdeck.cli.joined import joined

    if isinstance(error, NoCourseError) and (
        meant := joined(arguments, [str(error.given)], (build, check))
    ):
        error.hint = f"if it belongs to what is before it, write {meant}; else {error.hint}"
    return error


def _stopped() -> int:
    click.echo("Stopped. What was there before is still there, whole.", err=True)
    return ExitCode.INTERRUPTED
