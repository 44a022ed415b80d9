"""What goes wrong without being a course's fault, told in plain words."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

import click

from borderdeck import __version__
from borderdeck.diagnostics import ExitCode, MendableError

NO_MEMORY = (
    "this course takes more memory than borderdeck may take, or than this machine has left.",
    "Close other programs, or build it in parts (--session, --only).",
)


def tell(error: Exception, *, debug: bool) -> int:
    """Tell of the error on stderr and give the exit code.

    One that can be mended is told with what to do; any other is a fault of ours, whose traceback
    goes to a log, or to stderr with `--debug`.
    """
    if isinstance(error, MendableError):
        hint = error.hint.replace("\n", "\n  ")
        click.echo(f"error: {error.message}\n  {hint}", err=True)
    elif isinstance(error, MemoryError):
        click.echo(f"error: {NO_MEMORY[0]}\n  {NO_MEMORY[1]}", err=True)
    elif debug:
        traceback.print_exception(error)
    else:
        click.echo(f"error: something went wrong inside borderdeck ({error})", err=True)
        click.echo(f"  please send us the log: {_log(error)}", err=True)
    return ExitCode.WRONG_USE


def comes_of_an_interrupt(error: BaseException | None) -> bool:
    """Whether somebody pressed Ctrl-C while a library was loading, which made an error of it."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _log(error: Exception) -> Path:
    lines = traceback.format_exception(error)
    head = f"borderdeck {__version__}, Python {sys.version.split()[0]} on {sys.platform}\n"
    with tempfile.NamedTemporaryFile(
        "w", prefix="borderdeck-", suffix=".log", delete=False, encoding="utf-8"
    ) as file:
        file.write(head + "".join(lines))
    return Path(file.name)
