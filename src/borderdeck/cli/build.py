"""`borderdeck build`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click
from msgspec.structs import replace

from borderdeck.cli.options import (
    OneOf,
    course_argument,
    edition_options,
    output_option,
    output_options,
)

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.build.request import Request
    from borderdeck.cli.asked import Asked
    from borderdeck.edition.edition import Choices
    from borderdeck.terminal import Terminal

KINDS = (
    "decks",
    "session-handouts",
    "handouts",
    "slide-handouts",
    "activities",
    "cards",
    "worksheets",
    "action-plan",
    "self-assessment",
    "questionnaires",
    "evaluation",
    "agenda",
    "run-sheet",
    "guide",
    "flipchart",
    "sign-in",
    "answers",
    "checklist",
    "badges",
    "certificates",
    "print-list",
    "packet",
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
    type=OneOf(KINDS),
    help="Make this kind alone; repeatable.",
)
@click.option(
    "--overwrite",
    is_flag=True,
    help="Replace files that were edited by hand; they are moved aside.",
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes may render at once; else one on each core.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be built; write nothing.")
@click.option("--explain", is_flag=True, help="Say of each file why it is made.")
@click.option("--watch", is_flag=True, help="Go on: build again whenever a file is saved.")
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
    jobs: int | None,
    dry_run: bool,
    explain: bool,
    watch: bool,
    out: Terminal,
) -> int:
    """Make every deck and paper of COURSE, for a place and dates.

    COURSE is the folder that holds course.yaml; without it, it is looked for here, in course/, and
    in the folders above.
    """
    if watch and dry_run:
        raise click.UsageError(
            "--watch builds, and --dry-run writes nothing: leave one of them out"
        )

    from borderdeck.build.request import Request

    request = Request(
        course=course,
        output=output,
        edition_file=edition_file,
        choices=chosen,
        sessions=sessions,
        kinds=kinds,
        final=final,
        overwrite=overwrite,
        dry_run=dry_run,
        jobs=jobs,
    )
    out = replace(out, explain=explain, again=watch)
    return _watched(request, out) if watch else _built(request, out)


def _built(request: Request, out: Terminal) -> int:
    from borderdeck.build.build import build as build_edition
    from borderdeck.cli.answering import keep_answer
    from borderdeck.workspace import Workspace, stand_aside

    asked: Asked = click.get_current_context().obj
    workspace = Workspace()
    stand_aside()
    report = build_edition(request, workspace, out, asked.ahead)
    out.report(report)
    keep_answer(asked.arguments, workspace.here, report, out)
    return report.exit_code


def _watched(request: Request, out: Terminal) -> NoReturn:
    from borderdeck.cli.watching import keep_building

    asked: Asked = click.get_current_context().obj
    keep_building(request, out, asked.ahead)
