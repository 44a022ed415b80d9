"""Large words, such as titles: their last line never holds a word alone, where there is a way.

A no-break space holds the last two words together. It counts no line more, and stays harmless when
somebody edits the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.documents.fit import USED_WIDTH, flow_of, line_width, measure
from borderdeck.documents.slides import Filled, LayoutName, Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.flow import Flow
    from borderdeck.documents.fonts import FontBook
    from borderdeck.documents.layouts import TextBox
    from borderdeck.documents.planning import Planning
    from borderdeck.documents.slides import Deck, Run, Runs, Slide

NO_BREAK_SPACE = "\u00a0"

LARGE = frozenset({(LayoutName.QUESTION, Role.BODY), (LayoutName.QUOTE, Role.BODY)})
"""What is looked at as one shape, beside titles and subtitles. In running text a last word may
stand alone: the lines around it hold it."""


def without_widows(deck: Deck, planning: Planning) -> Deck:
    """Give a deck in which no word stands alone under a title, a question or a quote."""
    sections = (
        replace(part, slides=tuple(_mended(slide, planning) for slide in part.slides))
        for part in deck.sections
    )
    return replace(deck, sections=tuple(sections))


def _mended(slide: Slide, planning: Planning) -> Slide:
    title = joined(Paragraph(slide.title), _box(slide, Role.TITLE, planning), planning.fonts)
    filled = tuple(_filled(each, slide, planning) for each in slide.filled)
    if title.runs is slide.title and filled == slide.filled:
        return slide
    return replace(slide, title=title.runs, filled=filled)


def _filled(filled: Filled, slide: Slide, planning: Planning) -> Filled:
    role, content = filled.role, filled.content
    if not isinstance(content, tuple):
        return filled
    if role is not Role.SUBTITLE and (slide.layout, role) not in LARGE:
        return filled
    box = _box(slide, role, planning)
    return Filled(role, tuple(joined(paragraph, box, planning.fonts) for paragraph in content))


def _box(slide: Slide, role: Role, planning: Planning) -> TextBox:
    return planning.box(slide.layout, role).scaled(dict(slide.sizes).get(role, 1.0))


def joined(paragraph: Paragraph, box: TextBox, fonts: FontBook) -> Paragraph:
    """Join the last two words, if the last one stands alone and its line has room for both.

    So with each line that its author has ended. Programs fill lines to the full, or a little less:
    it stands alone if it does in either.
    """
    (before,) = measure((paragraph,), box, fonts)
    if before.lines == 1:
        return paragraph
    flow, width = flow_of(paragraph, box, fonts), line_width(paragraph, box)
    spaces = {at for share in (USED_WIDTH, 1.0) for at in _before_lone_words(flow, width * share)}
    for space in sorted(spaces):
        held = replace(paragraph, runs=tuple(_with_no_break(paragraph.runs, space)))
        (after,) = measure((held,), box, fonts)
        paragraph = held if after.lines == before.lines else paragraph
    return paragraph


def _before_lone_words(flow: Flow, width: float) -> Iterator[int]:
    """Find the spaces before words that stand alone on the last of some lines."""
    text = flow.text
    for start, end in flow.lines(width):
        is_last = text[end : end + 1] in {"", "\n"}
        if is_last and text[:start].endswith(" ") and len(text[start:end].split()) == 1:
            yield start - 1


def _with_no_break(runs: Runs, at: int) -> Iterator[Run]:
    """Put a no-break space in the place of the space at an offset.

    An open placeholder stays to the letter: whoever fills it by hand has to find it.
    """
    for run in runs:
        text = run.text
        if 0 <= at < len(text) and not run.open:
            text = f"{text[:at]}{NO_BREAK_SPACE}{text[at + 1 :]}"
        yield replace(run, text=text)
        at -= len(text)
