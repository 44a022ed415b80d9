"""`borderdeck build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from borderdeck.cli.options import (
    choices,
    course_argument,
    edition_options,
    output_option,
    output_options,
    terminal,
)

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.keys import DateRange

KINDS = ("decks", "handouts", "worksheets")
"""The names in `borderdeck.documents.kinds`, repeated so that `--help` loads nothing."""


@click.command()
@course_argument
@output_option
@edition_options
@click.option(
    "--session",
    "sessions",
    metavar="N",
    multiple=True,
    type=int,
    help="Make the files of this session alone; repeatable.",
)
@click.option(
    "--only",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    help="Make this kind alone; repeatable.",
)
@click.option(
    "--overwrite",
    is_flag=True,
    help="Replace files that were edited by hand; they are moved aside.",
)
@output_options
def build(
    *,
    course: Path | None,
    output: Path | None,
    edition_file: Path | None,
    place: str | None,
    date: DateRange | None,
    slides: str | None,
    template: str | None,
    sessions: tuple[int, ...],
    kinds: tuple[str, ...],
    final: bool,
    overwrite: bool,
    quiet: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> int:
    """Make every deck and paper of COURSE, for a place and dates.

    COURSE is the folder that holds course.yaml; without it, it is looked for here, in course/, and
    in the folders above.
    """
    del debug  # read where faults are told
    from borderdeck.build.build import Request
    from borderdeck.build.build import build as build_edition
    from borderdeck.workspace import Workspace

    out = terminal(quiet=quiet, as_json=as_json, no_color=no_color)
    request = Request(
        course=course,
        output=output,
        edition_file=edition_file,
        choices=choices(place, date, slides, template),
        sessions=sessions,
        kinds=kinds,
        final=final,
        overwrite=overwrite,
    )
    report = build_edition(request, Workspace(), out.progress)
    out.report(report)
    return report.exit_code
