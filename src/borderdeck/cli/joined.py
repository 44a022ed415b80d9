"""What was meant as one value, and lacks the quotes that would have kept its words together."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import click

from borderdeck.build.typed import typed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

SINGLE = (click.Choice, click.IntRange, click.types.IntParamType)
"""Types whose values are a word each."""


def joined(
    arguments: Sequence[str], loose: Collection[str], commands: Iterable[click.Command]
) -> str | None:
    """Write the option whose value the first `loose` words go on, with all of it in quotes.

    Days are written without spaces instead. None where no such word follows an option's value.
    """
    names = set(_taking_words(commands))
    for place, word in enumerate(arguments):
        option, value = _before(arguments[:place])
        if word in loose and option in names:
            rest = takewhile(loose.__contains__, arguments[place:])
            between = "" if option == "--date" else " "
            return f"{option} {typed(between.join((value, *rest)))}"
    return None


def _taking_words(commands: Iterable[click.Command]) -> Iterator[str]:
    """Name the options whose value may be of several words."""
    for command in commands:
        for parameter in command.params:
            flag = isinstance(parameter, click.Option) and parameter.is_flag
            if not flag and not isinstance(parameter.type, SINGLE):
                yield from parameter.opts


def _before(arguments: Sequence[str]) -> tuple[str, str]:
    """Give the option and the value at the end of some arguments, empty where there are none."""
    option, sign, value = arguments[-1].partition("=") if arguments else ("", "", "")
    if sign:
        return option, value
    return (arguments[-2], arguments[-1]) if arguments[1:] else ("", "")
