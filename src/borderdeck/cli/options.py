"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from borderdeck.course.keys import DateRange
    from borderdeck.edition.edition import Choices
    from borderdeck.terminal import Terminal

RATIOS = ("16:9", "4:3")
"""The values of `borderdeck.course.model.SlideRatio`, repeated so that `--help` loads nothing."""

Command = TypeVar("Command", bound=Callable[..., Any])


class Dates(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases
    """A day, or a first and a last day: `2026-11-23..2026-11-27`."""

    name = "dates"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> DateRange:
        """Read the days; a day that does not exist is refused with a word of why."""
        from borderdeck.course.days import read_days
        from borderdeck.course.faults import Fault

        days = read_days(value)
        if isinstance(days, Fault):
            self.fail(f"{days.message}; {days.hint}", param, ctx)
        return days


def course_argument(command: Command) -> Command:
    """Take the course's folder."""
    return click.argument("course", required=False, type=click.Path(path_type=Path))(command)


def output_option(command: Command) -> Command:
    """Take the folder where editions go."""
    return click.option(
        "-o",
        "--output",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Where editions go; else output/ beside the course's folder.",
    )(command)


def edition_options(command: Command) -> Command:
    """Take what one training is told: its place, its dates, an edition file."""
    for option in (
        click.option(
            "--final",
            is_flag=True,
            help="For the printer: whatever is open or does not fit is an error.",
        ),
        click.option(
            "--edition",
            "edition_file",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="An edition file with place, dates, sessions.",
        ),
        click.option(
            "--date",
            type=Dates(),
            metavar="ISO[..ISO]",
            help="Fill [DATE]: 2026-11-23 or 2026-11-23..2026-11-27.",
        ),
        click.option(
            "--slides", type=click.Choice(RATIOS), help="The slides' width to height; else 16:9."
        ),
        click.option(
            "--template",
            metavar="FILE",
            help="A design of your own for the slides: a .pptx or .potx.",
        ),
        click.option("--place", metavar="TEXT", help="Fill [PLACE]."),
    ):
        command = option(command)
    return command


def choices(
    place: str | None, date: DateRange | None, slides: str | None, template: str | None
) -> Choices:
    """Give what the options say of a training."""
    from borderdeck.course.edition_file import SlideRatio
    from borderdeck.edition.edition import Choices

    ratio = SlideRatio(slides) if slides else None
    return Choices(place=place, date=date, slides=ratio, template=template)


def output_options(command: Command) -> Command:
    """Take how messages and the report are to be given."""
    for option in (
        click.option("--debug", is_flag=True, help="Show the traceback of a fault."),
        click.option("--no-color", is_flag=True, help="No colours (nor with NO_COLOR)."),
        click.option("--json", "as_json", is_flag=True, help="The report as JSON on stdout."),
        click.option("-q", "--quiet", is_flag=True, help="Only say what is wrong."),
    ):
        command = option(command)
    return command


def terminal(*, quiet: bool, as_json: bool, no_color: bool) -> Terminal:
    """Give the terminal as the options and the environment want it."""
    from borderdeck.terminal import Terminal

    plain = no_color or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Terminal(
        quiet=quiet,
        as_json=as_json,
        colour=not plain,
        moving=sys.stderr.isatty() and os.environ.get("TERM") != "dumb",
    )
