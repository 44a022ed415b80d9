"""Where the process begins and ends."""

from __future__ import annotations

import sys

from borderdeck.build.answers import answered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code.

    What was asked before, and would be answered as before, takes no look at what was asked.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if answered(arguments):
        sys.exit(0)
    from borderdeck.cli.app import run

    sys.exit(run(arguments))
