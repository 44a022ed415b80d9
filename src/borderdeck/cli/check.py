"""`borderdeck check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from borderdeck.cli.options import (
    course_argument,
    edition_options,
    output_option,
    output_options,
)

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.edition.edition import Choices
    from borderdeck.terminal import Terminal


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
    chosen: Choices,
    final: bool,
    out: Terminal,
) -> int:
    """Say all that is wrong with COURSE, and write nothing.

    What only making a paper shows, in a template of your own, a build says.

    With --built, say what is wrong with the decks in the output folder: titles, reading order,
    alternative texts, contrast, sizes. Those that you edited by hand are looked over, too.
    """
    from borderdeck.build.build import check as check_course
    from borderdeck.build.built import check_built
    from borderdeck.build.course_folder import WrongUseError
    from borderdeck.build.request import Request
    from borderdeck.edition.edition import Choices
    from borderdeck.workspace import Workspace

    if built:
        if edition_file or chosen != Choices():
            message = "--built looks over every edition in the output folder"
            raise WrongUseError(
                message, "leave out what tells of one: --edition, --place and so on"
            )
        report = check_built(course, output, Workspace())
        out.report(report)
        return report.exit_code
    request = Request(
        course=course,
        edition_file=edition_file,
        choices=chosen,
        final=final,
    )
    report = check_course(request, Workspace())
    out.report(report)
    return report.exit_code
