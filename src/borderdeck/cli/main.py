"""Where the process begins and ends."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from borderdeck.build.answers import answered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

FEW_CYCLES = 200_000
"""After how many new values Python looks for cycles among all; a course and its plans have none."""

INTERRUPTED = 130
"""What `ExitCode` has, too, which takes longer to import."""

WRONG_USE = 2
"""As `INTERRUPTED`."""

NOWHERE = """\
error: the folder that you are in is gone
  go to another one with cd, then type this once more
"""

MEMORY = 4 << 30
"""Bytes of address space for each process: thirty times what the course takes, and less than most
machines have. Processes that render have it from the one that starts them."""


def main() -> NoReturn:
    """Run the command line, and end the process with its exit code.

    Python would free each value before, which takes as long as to make fifty slides.
    """
    _open_what_is_closed()
    try:
        code = command(sys.argv[1:])
    except KeyboardInterrupt:  # while Python was still loading what takes care of it
        code = INTERRUPTED
    atexit._run_exitfuncs()  # noqa: SLF001 - what os._exit leaves out, and has no other name
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except OSError:
        sys.exit(code)  # tells of it
    os._exit(code)


def _stop_as_with_ctrl_c() -> None:
    """Stop in the same way where this process is asked to end, or its terminal is closed.

    Else what LibreOffice and WeasyPrint have in the folder for temporary files would stay there.
    """
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _open_what_is_closed() -> None:
    """Have each standard stream, though whoever started this process has closed it.

    Else a pipe would get its number, and be taken for it by the processes that render.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = os.open(os.devnull, os.O_RDWR)  # it gets the lowest number that is free
            os.set_inheritable(nothing, True)
            setattr(sys, name, os.fdopen(nothing, mode, encoding="utf-8"))


def _stands_somewhere() -> bool:
    """Whether there is a folder that this process stands in; it goes there where need be.

    A build puts a new folder in place of an edition's. A shell that stands in the old one does not
    notice, and says in PWD where it stands.
    """
    try:
        os.getcwd()  # noqa: PTH109 - pathlib takes long to import
    except FileNotFoundError:
        try:
            os.chdir(os.environ.get("PWD", ""))
        except OSError:
            return False
    return True


def command(arguments: Sequence[str]) -> int:
    """Run the command line, and give its exit code.

    What was asked before, and would be answered as before, takes no look at what was asked. What
    else there is to load is loaded while what papers need is loaded in a process beside this one.
    """
    if not _stands_somewhere():
        sys.stderr.write(NOWHERE)
        return WRONG_USE
    if answered(arguments):
        return 0
    gc.set_threshold(FEW_CYCLES)
    _stop_as_with_ctrl_c()
    from borderdeck.build.press import press_for
    from borderdeck.limits import limit_memory

    limit_memory(MEMORY)
    ahead = press_for(arguments)
    try:
        from borderdeck.cli.app import run

        return run(arguments, ahead)
    finally:
        if ahead is not None:
            ahead.end()
