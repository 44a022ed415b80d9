"""What comes out of the drawing of a deck."""

from __future__ import annotations

from msgspec import Struct


class Drawing(Struct, frozen=True):
    """A deck as a PDF, page n of which shows slide n, hidden ones as well; or none.

    `doubts` say where it may not look as the slides do, or why there is none, each as the end of a
    sentence.
    """

    pdf: bytes | None
    doubts: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it looks as the slides do, for all that its maker knows."""
        return self.pdf is not None and not self.doubts
