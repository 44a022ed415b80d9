"""What comes out of the making of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from borderdeck.diagnostics import Diagnostic


class Rendered(Struct, frozen=True):
    """A finished paper: the PDF, its count of pages, and what should be known about it.

    `bookmarks` is how many it was laid out with.
    """

    data: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...] = ()
    bookmarks: int = 0
