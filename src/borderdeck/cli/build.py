"""`borderdeck build`."""

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

KINDS = (
    "decks",
    "handouts",
    "worksheets",
    "action-plan",
    "self-assessment",
    "questionnaires",
    "evaluation",
    "agenda",
    "run-sheet",
    "sign-in",
    "answers",
    "checklist",
    "badges",
    "certificates",
    "print-list",
    "own",
)
"""The names in `borderdeck.documents.kinds`, then that of a course's own papers.

They are repeated here so that `--help` loads nothing.
"""


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
    chosen: Choices,
    sessions: tuple[int, ...],
    kinds: tuple[str, ...],
    final: bool,
    overwrite: bool,
    out: Terminal,
) -> int:
    """Make every deck and paper of COURSE, for a place and dates.

    COURSE is the folder that holds course.yaml; without it, it is looked for here, in course/, and
    in the folders above.
    """
    from borderdeck.build.build import Request
    from borderdeck.build.build import build as build_edition
    from borderdeck.workspace import Workspace

    request = Request(
        course=course,
        output=output,
        edition_file=edition_file,
        choices=chosen,
        sessions=sessions,
        kinds=kinds,
        final=final,
        overwrite=overwrite,
    )
    report = build_edition(request, Workspace(), out.progress)
    out.report(report)
    return report.exit_code
