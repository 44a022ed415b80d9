"""`borderdeck check`."""

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


@click.command()
@course_argument
@click.option(
    "--built", is_flag=True, help="Look over the decks that are built, as a screen reader would."
)
@output_option
@edition_options
@output_options
def check(
    *,
    course: Path | None,
    built: bool,
    output: Path | None,
    edition_file: Path | None,
    place: str | None,
    date: DateRange | None,
    slides: str | None,
    template: str | None,
    final: bool,
    quiet: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> int:
    """Say all that is wrong with COURSE, and write nothing.

    With --built, say what is wrong with the decks in the output folder: titles, reading order,
    alternative texts, contrast, sizes. Those that you edited by hand are looked over, too.
    """
    del debug  # read where faults are told
    from borderdeck.build.build import Request
    from borderdeck.build.build import check as check_course
    from borderdeck.build.built import check_built
    from borderdeck.workspace import Workspace

    out = terminal(quiet=quiet, as_json=as_json, no_color=no_color)
    if built:
        report = check_built(course, output, Workspace())
        out.report(report)
        return report.exit_code
    request = Request(
        course=course,
        edition_file=edition_file,
        choices=choices(place, date, slides, template),
        final=final,
    )
    report = check_course(request, Workspace())
    out.report(report)
    return report.exit_code
