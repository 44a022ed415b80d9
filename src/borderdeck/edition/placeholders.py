"""`[PLACE, DATE]` and what a course declares beside them, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.course.placeholders import NAME

if TYPE_CHECKING:
    from borderdeck.course.text import Run, Text

NAMES = rf"{NAME.pattern}(?:, ?{NAME.pattern})*"

GROUP = re.compile(rf"\[({NAMES})\]")
"""One or more names in one pair of brackets: `[PLACE]`, `[PLACE, DATE]`."""

WRITTEN = re.compile(rf"(?<!\\)(?:\\\\)*(\\?)\[{NAMES}\\?\]")
"""The same in a text's source, and the backslash before it that takes it to the letter."""

PLACE_AND_DATE = "[PLACE, DATE]"
"""The pair that titles and footers bear."""

Values = Mapping[str, str | None]
"""What each declared placeholder stands for; None where nobody has said yet."""


def names_in(group: str) -> tuple[str, ...]:
    """Give the names of a group's inside, `PLACE, DATE`."""
    return tuple(name.strip() for name in group.split(","))


def open_groups(text: Text) -> tuple[str, ...]:
    """Give the placeholders of a filled text that are still open, as they stand in it."""
    return tuple(run.text for run in text.runs if run.open)


def fill(text: Text, values: Values, separator: str) -> Text:
    """Put values in the place of a text's placeholders.

    In a group of several, those that are known are written out, joined by `separator`, and what is
    left stays in brackets. Names that are not in `values` are no placeholders, nor is what a
    backslash takes to the letter.
    """
    if "[" not in text.source:
        return text
    literal = iter(_literal(text))
    runs = tuple(part for run in text.runs for part in _fill_run(run, values, separator, literal))
    return replace(text, runs=_merged(runs))


def _literal(text: Text) -> list[bool]:
    """Say of each group in a text's runs whether it is meant to the letter.

    Groups stand in the runs in the order of the source, unless an address holds one, too.
    """
    count = sum(len(GROUP.findall(run.text)) for run in text.runs)
    found = [bool(backslash) for backslash in WRITTEN.findall(text.source)]
    return found if len(found) == count else [False] * count


def _fill_run(run: Run, values: Values, separator: str, literal: Iterator[bool]) -> Iterator[Run]:
    end = 0
    for match in GROUP.finditer(run.text):
        names = names_in(match[1])
        if next(literal) or not all(name in values for name in names):
            continue
        yield replace(run, text=run.text[end : match.start()])
        yield from _filled_group(run, names, values, separator)
        end = match.end()
    yield replace(run, text=run.text[end:])


def _filled_group(
    run: Run, names: tuple[str, ...], values: Values, separator: str
) -> Iterator[Run]:
    known = [value for name in names if (value := values[name]) is not None]
    missing = [name for name in names if values[name] is None]
    if known:
        yield replace(run, text=separator.join(known) + (separator if missing else ""))
    if missing:
        yield replace(run, text=f"[{', '.join(missing)}]", open=True)


def _merged(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and replace(merged[-1], text=run.text) == run:
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
