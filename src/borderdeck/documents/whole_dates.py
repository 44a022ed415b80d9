"""The dates of a training where they do not fit on one line: it ends after a dash or a comma alone.

No-break spaces hold them together, only where a line would else end within them: whoever looks for
the dates in a deck types plain spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.documents.fit import measure
from borderdeck.documents.slides import Paragraph
from borderdeck.edition.dates import held_together, written_range

if TYPE_CHECKING:
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.slides import Runs
    from borderdeck.edition.edition import Edition

SURE = 30
"""As many letters stand on one line wherever a paper bears its place and dates."""


def on_papers(runs: Runs, edition: Edition) -> Runs:
    """Hold the edition's dates together in words that may take more than one line of a paper."""
    return _whole(runs, edition) if sum(len(run.text) for run in runs) > SURE else runs


def on_slides(runs: Runs, edition: Edition, box: TextBox, fonts: FontBook) -> Runs:
    """Hold the edition's dates together in words that take more than one line of a box.

    They stay as they are where they would take a line more.
    """
    lines = _lines(runs, box, fonts)
    if lines == 1:
        return runs
    whole = _whole(runs, edition)
    return whole if _lines(whole, box, fonts) <= lines else runs


def _lines(runs: Runs, box: TextBox, fonts: FontBook) -> int:
    (measured,) = measure((Paragraph(runs),), box, fonts)
    return measured.lines


def _whole(runs: Runs, edition: Edition) -> Runs:
    if edition.date is None:
        return runs
    written = written_range(edition.date, edition.language.locale)
    held = held_together(written)
    return tuple(replace(run, text=run.text.replace(written, held)) for run in runs)
