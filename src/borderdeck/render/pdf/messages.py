"""What WeasyPrint says while it works, in its log: as diagnostics, and as a limit of pages."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING_GLYPH = ".notdef glyph"
"""How WeasyPrint's warning of a letter that no font has begins."""

NO_PICTURE = "Failed to load image"
PICTURE = "its address begins at the folder of the template: put it there, or correct its name"
"""How WeasyPrint's error of a picture begins, and what to do."""

MOST_PAGES = 5000


class TooManyPagesError(Exception):
    """A paper has more pages than any has."""


class _Collector(logging.Handler):
    """Turns WeasyPrint's log into diagnostics of the template that it works on."""

    def __init__(self, name: str) -> None:
        super().__init__(logging.WARNING)
        self._name = name
        self.diagnostics: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take one message."""
        words = record.getMessage()
        code = Code.MISSING_GLYPH if words.startswith(MISSING_GLYPH) else Code.PAPER_TEMPLATE
        severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
        hint = PICTURE if words.startswith(NO_PICTURE) else ""
        self.diagnostics.append(Diagnostic(code, f"{self._name}: {words}", hint, severity=severity))


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
def messages(name: str) -> Iterator[list[Diagnostic]]:
    """Collect what WeasyPrint logs inside the block."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector(name)
    logger.addHandler(collector)
    try:
        yield collector.diagnostics
    finally:
        logger.removeHandler(collector)
