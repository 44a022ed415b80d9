"""How an edition's papers are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.course.edition_file import PaperSize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderdeck.course.edition_file import EditionFile
    from borderdeck.course.participants import Person


class Printing(Struct, frozen=True):
    """The size of papers, None where nobody has said; who needs large print; whether in grey.

    `large_print` says that large twins are made, `large_print_copies` for how many people, None
    where nobody has said. `booklet` asks for the packet as a booklet, too.
    """

    size: PaperSize | None = None
    large_print: bool = False
    large_print_copies: int | None = None
    grey: bool = False
    booklet: bool = False

    @property
    def paper(self) -> PaperSize:
        """The size that papers have."""
        return self.size or PaperSize.A4

    def over(self, other: Printing) -> Printing:
        """Let what is said here go before what `other` says."""
        return Printing(
            self.size or other.size,
            self.large_print or other.large_print,
            self.large_print_copies or other.large_print_copies,
            self.grey or other.grey,
            self.booklet or other.booklet,
        )


DEFAULT_PRINTING = Printing()
"""What holds where nothing was said."""


def printing_from(file: EditionFile) -> Printing:
    """Read what an edition file says of printing."""
    large = file.large_print is not None
    return Printing(file.paper, large, file.large_print, file.greyscale, file.booklet)


def printing_for(people: Iterable[Person]) -> Printing:
    """Count who needs large print among the people of a list."""
    count = sum(person.large_print for person in people)
    return Printing(large_print=count > 0, large_print_copies=count or None)
