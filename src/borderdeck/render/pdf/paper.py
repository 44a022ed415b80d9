"""What goes into the making of a paper's PDF besides its plan, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderdeck.diagnostics import Diagnostic


class PaperFormat(StrEnum):
    """A sheet of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> str:
        """Width and height, as CSS has them."""
        return {"a4": "210mm 297mm", "letter": "215.9mm 279.4mm"}[self.value]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper: the PDF, its count of pages, and what should be known about it."""

    data: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...] = ()
