"""Draw decks, each as well as this machine can: the one place that chooses how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.render.drawings.drawing import Drawing
from borderdeck.render.drawings.libreoffice import LibreOffice
from borderdeck.render.drawings.native import Native

if TYPE_CHECKING:
    from collections.abc import Iterable

    from borderdeck.documents.fonts import FontBook
    from borderdeck.workspace import Workspace

__all__ = ["Drawing", "draw"]


def draw(decks: Iterable[bytes], fonts: FontBook, workspace: Workspace) -> tuple[Drawing, ...]:
    """Draw decks, in order.

    rpptx draws in this process, at once, with our fonts, and so the same on every machine; but it
    does not know all that a facilitator's own template may hold, and says so. What it doubts goes
    to LibreOffice, where that is installed: all of it in one go, as starting it takes seconds.
    """
    given = tuple(decks)
    native = Native(fonts)
    drawn = [native.draw(deck) for deck in given]
    doubtful = [number for number, drawing in enumerate(drawn) if not drawing.certain]
    office = LibreOffice.found(workspace) if doubtful else None
    if office is not None:
        again = office.draw([given[number] for number in doubtful])
        for number, pdf in zip(doubtful, again, strict=True):
            if pdf is not None:
                drawn[number] = Drawing(pdf)
    return tuple(drawn)
