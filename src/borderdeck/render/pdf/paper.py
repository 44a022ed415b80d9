"""What comes out of the making of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from borderdeck.diagnostics import Diagnostic

MOST_BOOKMARKS = 100
"""Bookmarks that may stand side by side; more are gathered in groups."""


class Rendered(Struct, frozen=True):
    """A finished paper: the PDF, its count of pages, and what should be known about it.

    `bookmarks` is how many it was laid out with.
    """

    data: bytes
    pages: int
    diagnostics: tuple[Diagnostic, ...] = ()
    bookmarks: int = 0
