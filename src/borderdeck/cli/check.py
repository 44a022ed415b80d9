"""`borderdeck check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from borderdeck.cli.options import course_argument, edition_options, output_options, terminal

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.course.model import DateRange


@click.command()
@course_argument
@edition_options
@output_options
def check(
    *,
    course: Path | None,
    edition_file: Path | None,
    place: str | None,
    date: DateRange | None,
    final: bool,
    quiet: bool,
    as_json: bool,
    no_color: bool,
    debug: bool,
) -> int:
    """Say all that is wrong with COURSE, and write nothing."""
    del debug  # read where faults are told
    from borderdeck.build.build import Request
    from borderdeck.build.build import check as check_course
    from borderdeck.edition.edition import Choices
    from borderdeck.workspace import Workspace

    out = terminal(quiet=quiet, as_json=as_json, no_color=no_color)
    request = Request(
        course=course,
        edition_file=edition_file,
        choices=Choices(place=place, date=date),
        final=final,
    )
    report = check_course(request, Workspace())
    out.report(report)
    return report.exit_code
