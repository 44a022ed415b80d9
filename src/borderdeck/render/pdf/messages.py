"""What WeasyPrint says while it works, in its log: `told.py` tells it, and pages are counted."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 5000


class TooManyPagesError(Exception):
    """A paper has more pages than any has."""


class Said(Struct, frozen=True):
    """Words of WeasyPrint's, and whether they tell of an error or are a warning."""

    words: str
    is_error: bool


class _Collector(logging.Handler):
    """Takes down what WeasyPrint warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take one message."""
        self.said.append(Said(record.getMessage(), record.levelno >= logging.ERROR))


class _PageCounter(logging.Filter):
    """Counts the pages that WeasyPrint tells of. Raises `TooManyPagesError`."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take one message about progress; none is passed on."""
        if record.args and "Creating layout - Page" in str(record.msg):
            number = record.args[0] if isinstance(record.args, tuple) else 0
            if isinstance(number, int) and number > MOST_PAGES:
                raise TooManyPagesError(f"it has more than {MOST_PAGES} pages")
        return False


@contextmanager
def counted_pages() -> Iterator[None]:
    """Refuse, inside the block, a paper of more pages than any has."""
    logger, counter = logging.getLogger("weasyprint.progress"), _PageCounter()
    before = logger.level
    logger.addFilter(counter)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeFilter(counter)


@contextmanager
def messages() -> Iterator[list[Said]]:
    """Collect what WeasyPrint logs inside the block."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield collector.said
    finally:
        logger.removeHandler(collector)
