"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderdeck.cli.asked import Asked
    from borderdeck.course.keys import DateRange
    from borderdeck.edition.edition import Choices
    from borderdeck.edition.printing import Printing
    from borderdeck.terminal import Terminal

RATIOS, PAPERS = ("16:9", "4:3"), ("a4", "letter")
"""Values of `borderdeck.course.edition_file`'s own, repeated so that `--help` loads nothing."""

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


class OneOf(click.Choice):  # type: ignore[type-arg]  # generic only in newer releases
    """One of a few words, capitals or not; a misspelt one is told with the nearest of them."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(words, case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Find the word; without a near one, all of them are told."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            from borderdeck.course.spelling import closest

            if guess := closest(value, self.choices):
                self.fail(f"there is no {value!r}. Did you mean {guess!r}?", param, ctx)
            raise


class Filled(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases
    """A text in which something stands."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the text as it is, if it is one."""
        if not value.strip():
            self.fail(
                "it is empty. Write it between the quotes, or leave the option out", param, ctx
            )
        return value


def course_argument(command: Command) -> Command:
    """Take the course's folder."""
    return click.argument(
        "course",
        nargs=-1,
        metavar="[COURSE]",
        type=click.Path(path_type=Path),
        callback=_only_one,
    )(command)


def _only_one(context: click.Context, _: click.Parameter, folders: tuple[Path, ...]) -> Path | None:
    """Refuse more folders than one: most are words of a value that was to be in quotes."""
    if not folders[1:]:
        return next(iter(folders), None)

    from borderdeck.cli.joined import joined

    words = [str(folder) for folder in folders]
    asked: Asked = context.obj
    meant = joined(asked.arguments, words, (context.command,))
    hint = f"If they belong to what is before them, write {meant}" if meant else "Name one alone"
    raise click.UsageError(
        f"{len(words)} folders of a course are named: {', '.join(words)}. {hint}"
    )


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
    """Take what one training is told, and hand it on as `chosen`, a `Choices`.

    `--edition` and `--final` are handed on as they are.
    """
    names = (
        *("place", "date", "slides", "template", "paper", "large_print", "greyscale", "booklet"),
        "participants",
    )

    @wraps(command)
    def gathered(**given: Any) -> Any:
        told = {name: given.pop(name) for name in names}
        return command(**given, chosen=_choices(**told))

    options = (
        click.option("--place", type=Filled(), metavar="TEXT", help="Fill [PLACE]."),
        click.option(
            "--date",
            type=Dates(),
            metavar="ISO[..ISO]",
            help="Fill [DATE]: 2026-11-23 or 2026-11-23..2026-11-27.",
        ),
        click.option(
            "--edition",
            "edition_file",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="An edition file with place, dates, sessions.",
        ),
        click.option(
            "--template",
            type=Filled(),
            metavar="FILE",
            help="A design of your own for the slides: a .pptx or .potx.",
        ),
        click.option(
            "--slides", type=OneOf(RATIOS), help="The slides' width to height; else 16:9."
        ),
        click.option("--paper", type=OneOf(PAPERS), help="The size of papers; else a4."),
        click.option(
            "--large-print", is_flag=True, help="Make a large twin of each participants' paper."
        ),
        click.option(
            "--greyscale", is_flag=True, help="Papers without colour, for a printer that has none."
        ),
        click.option(
            "--booklet", is_flag=True, help="Make the packet as an A5 booklet to fold, too."
        ),
        click.option(
            "--participants",
            type=Filled(),
            metavar="FILE",
            help="Who takes part: a CSV file, as Excel saves it.",
        ),
        click.option(
            "--final",
            is_flag=True,
            help="For the printer: whatever is open or does not fit is an error.",
        ),
    )
    for option in reversed(options):
        gathered = option(gathered)
    return cast("Command", gathered)


def _choices(
    *,
    place: str | None,
    date: DateRange | None,
    slides: str | None,
    template: str | None,
    participants: str | None,
    **printed: Any,
) -> Choices:
    from borderdeck.course.edition_file import SlideRatio
    from borderdeck.course.keys import Written
    from borderdeck.edition.edition import Choices

    ratio = SlideRatio(slides) if slides else None
    return Choices(
        place=place,
        date=date,
        slides=ratio,
        template=Written(template) if template else None,
        participants=Written(participants) if participants else None,
        printing=_printing(**printed),
    )


def _printing(*, paper: str | None, large_print: bool, greyscale: bool, booklet: bool) -> Printing:
    from borderdeck.course.edition_file import PaperSize
    from borderdeck.edition.printing import Printing

    size = PaperSize(paper) if paper else None
    return Printing(size, large_print, grey=greyscale, booklet=booklet)


def output_options(command: Command) -> Command:
    """Take how messages and the report are to be given, and hand it on as `out`, a `Terminal`."""

    @wraps(command)
    def gathered(*, quiet: bool, as_json: bool, no_color: bool, debug: bool, **given: Any) -> Any:
        del debug  # read where faults are told
        out = _terminal(quiet=quiet, as_json=as_json, no_color=no_color)
        return command(**given, out=out)

    options = (
        click.option("-q", "--quiet", is_flag=True, help="Only say what is wrong."),
        click.option("--json", "as_json", is_flag=True, help="The report as JSON on stdout."),
        click.option("--no-color", is_flag=True, help="No colours (nor with NO_COLOR)."),
        click.option("--debug", is_flag=True, help="Show the traceback of a fault."),
    )
    for option in reversed(options):
        gathered = option(gathered)
    return cast("Command", gathered)


def _terminal(*, quiet: bool, as_json: bool, no_color: bool) -> Terminal:
    """Give the terminal as the options and the environment want it."""
    from borderdeck.terminal import Terminal

    plain = no_color or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Terminal(
        quiet=quiet,
        as_json=as_json,
        colour=not plain,
        moving=sys.stderr.isatty() and os.environ.get("TERM") != "dumb",
    )
