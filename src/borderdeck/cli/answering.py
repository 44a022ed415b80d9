"""Keep what was printed, for the next time that the same is typed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

import click
from msgspec.structs import replace

from borderdeck.build.answers import Told, keep
from borderdeck.build.places import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from borderdeck.build.report import Report
    from borderdeck.terminal import Terminal


def keep_answer(
    arguments: Sequence[str] | None, here: Path, report: Report, terminal: Terminal
) -> None:
    """Keep what `borderdeck` with these arguments will have to say here if nothing changes."""
    basis = report.basis
    if basis is None or arguments is None:
        return
    output = str(basis.output)
    files = {name_of(str(path), output): list(seen) for path, seen in basis.files.items()}
    folders = {name_of(str(path), output): list(names) for path, names in basis.folders.items()}
    again = replace(report, files=basis.published, reasons={}, seconds=0.0)
    out, err = terminal.told(again)
    out, err = _as_shown(out, terminal, sys.stdout), _as_shown(err, terminal, sys.stderr)
    keep(
        arguments, str(here), output, Told((out, err), basis.edition, files, folders, basis.system)
    )


def _as_shown(text: str, terminal: Terminal, stream: TextIO) -> str:
    """Leave out the colours where click does, and on Windows, where it may translate them."""
    coloured = terminal.colour and stream.isatty() and os.name != "nt"
    return text if coloured else click.unstyle(text)
