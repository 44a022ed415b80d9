"""Fields to type in: their names, what is said of them, and where they can be promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.documents.document import Copies
from borderdeck.documents.papers import Field, Tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.documents.document import Document
    from borderdeck.edition.edition import Edition
    from borderdeck.edition.words.forms import FormWords

TYPED = frozenset({"en", "es", "fr", "ru"})
"""The languages whose letters the font of fields holds: left to right, and each by itself."""


FILLABLE = "-fillable"
"""What the name of a twin for the screen ends with."""

PART = "_"
"""What stands between the parts of a field's name; ids hold none, so that names stay apart. Names
of the tool's own begin with a capital, which ids do not hold either."""


def can_be_filled_in(edition: Edition) -> bool:
    """Whether answers in the edition's language show in whatever they are typed with."""
    return edition.language.code.partition("-")[0] in TYPED


def with_fillable(paper: Document, edition: Edition) -> Iterator[Document]:
    """Give a paper, and its twin for the screen where what is typed will show.

    The twin has no large one: on a screen everything can be as large as its reader likes.
    """
    yield paper
    if can_be_filled_in(edition):
        path = f"{paper.path.removesuffix('.pdf')}{FILLABLE}.pdf"
        sheet = replace(paper.sheet, fillable=True)
        yield replace(
            paper, path=path, sheet=sheet, large_print=False, copies=Copies.NONE, packet=None
        )


class FieldNamer(Struct, frozen=True):
    """Makes the fields that belong together: their names begin alike, and so do their tips."""

    words: FormWords
    name: str
    tip: str

    @property
    def field(self) -> Field:
        """The field for the whole of it."""
        return Field(self.name, self.tip)

    @property
    def date(self) -> Field:
        """The field for a date."""
        return Field(self.name, self.words.tip_date.format(whole=self.tip))

    def ticks(self, choices: Iterable[str], *, several: bool = False) -> tuple[Tick, ...]:
        """Make the boxes of choices: one of them is ticked, or several."""
        parts = [(self.part(str(n), choice), choice) for n, choice in enumerate(choices, start=1)]
        return tuple(
            Tick(part.name if several else self.name, choice, part.tip, self.tip, several)
            for part, choice in parts
        )

    def part(self, name: str, tip: str) -> FieldNamer:
        """Go on to a part; one without a name or words of its own is called as the whole is."""
        told = self.words.tip_part.format(whole=self.tip, part=tip) if tip else self.tip
        return FieldNamer(self.words, f"{self.name}{PART}{name}" if name else self.name, told)

    def line(self, number: int) -> FieldNamer:
        """Go on to one of its lines, from 1."""
        told = self.words.tip_line.format(whole=self.tip, number=number)
        return FieldNamer(self.words, f"{self.name}{PART}{number}", told)
