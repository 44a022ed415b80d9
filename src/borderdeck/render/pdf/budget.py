"""What a template may spend on one paper, and how what it handles is weighed."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined
from msgspec import Struct

from borderdeck.render.pdf.called import NotTextError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 50_000_000
"""What a paper may spend: a character of text costs one; a step of a loop, a call or filter `STEP`.

Certificates of 2,000 participants take about ten million.
"""

STEP = 10

LARGEST = 1_000_000
"""Characters of a text and items of a list that are made at a stroke, at most."""

PRINTABLE = (str, int, float, type(None), Undefined)
"""What makes a text; a name that is not there says so itself."""

CONTAINERS = (dict, list, tuple, set, frozenset)


class BoundsError(Exception):
    """A template makes more than any paper needs."""


class Budget(Struct):
    """What is left to be spent on one paper."""

    left: int = MOST

    def spend(self, units: int) -> None:
        """Spend so much. Raises `BoundsError` where it is not there."""
        self.left -= units
        if self.left < 0:
            raise BoundsError("this template makes more than any paper needs; does a loop end?")


_budget: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def bounded(budget: Budget) -> Iterator[None]:
    """Let whatever templates do in the block be paid from a budget."""
    token = _budget.set(budget)
    try:
        yield
    finally:
        _budget.reset(token)


def spend(units: int) -> None:
    """Spend from the budget of the paper at hand."""
    budget = _budget.get()
    if budget is not None:
        budget.spend(units)


def printable(value: Any) -> Any:
    """Weigh what is about to become text. Raises `NotTextError` for what makes none.

    A list makes none, and may hold itself many times; a plan would be printed as Python has it.
    """
    if not isinstance(value, PRINTABLE):
        raise NotTextError(value)
    spend(STEP + (len(value) if isinstance(value, str) else 0))
    return value


def weighed(value: Any) -> Any:
    """Weigh what is about to be gone through: a list that holds lists may be endless."""
    left = [value]
    count = 0
    while left:
        each = left.pop()
        if isinstance(each, CONTAINERS):
            count += len(each)
            refuse_over(LARGEST // 10, count)
            left.extend((*each, *each.values()) if isinstance(each, dict) else each)
    spend(count)
    return value


def refuse_over(most: int, count: int) -> None:
    """Refuse to make more than so many characters or items at a stroke."""
    if count > most:
        raise BoundsError(f"this makes more than {most} characters or items at a stroke")
