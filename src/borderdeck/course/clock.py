"""Times of day, as people write them: `09:00`, on the 24-hour clock."""

from __future__ import annotations

import re

from borderdeck.course.faults import Fault
from borderdeck.course.quoting import shortened
from borderdeck.diagnostics import Code

HOUR = 60
"""Minutes."""

DAY = 24 * HOUR
"""Minutes."""

TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
OTHERWISE = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:\s*[.:hH]?\s*(?P<minute>[0-9]{2}))?\s*(?:[hH]|(?P<half>[aApP])\.?[mM]\.?)?"
)
"""How times are written elsewhere: `9.30`, `9h30`, `0930`, `9:30 pm`."""

FORM = "write hours and minutes, from 00:00 to 23:59, with a colon: 09:00"


def read_time(words: str) -> int | Fault:
    """Read a time as minutes since midnight."""
    match = TIME.fullmatch(words)
    if match and (minutes := _minutes(int(match[1]), int(match[2]))) is not None:
        return minutes
    guess = None if match else _meant(words)
    hint = f"write {clock(guess)}" if guess is not None else FORM
    message = f'"{shortened(words)}" is not written as borderdeck reads times of day'
    if match:
        message = f"there is no {words} on the clock"
    return Fault(Code.BAD_VALUE, message, hint)


def clock(minutes: int) -> str:
    """Write a time as people write it in a file."""
    return f"{minutes // HOUR:02}:{minutes % HOUR:02}"


def in_minutes(count: int) -> str:
    """Write a duration in a message."""
    return "1 minute" if count == 1 else f"{count} minutes"


def _minutes(hour: int, minute: int) -> int | None:
    return hour * HOUR + minute if hour * HOUR < DAY and minute < HOUR else None


def _meant(words: str) -> int | None:
    """Guess what a time of another form means."""
    match = OTHERWISE.fullmatch(words.strip())
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:  # noqa: PLR2004 - the hours of half a day
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return _minutes(hour, int(match["minute"] or 0))
