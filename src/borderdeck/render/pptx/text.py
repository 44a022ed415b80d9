"""Paragraphs and runs as DrawingML."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional
from urllib.parse import urlsplit

from msgspec import Struct

from borderdeck.course.text import RIGHT_TO_LEFT_MARK, is_right_to_left
from borderdeck.documents.fit import hang
from borderdeck.documents.slides import Marker
from borderdeck.render.pptx.xml import A, P, attributes, emu, fixed, relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from borderdeck.course.text import Run
    from borderdeck.documents.layouts import LevelStyle, TextBox
    from borderdeck.documents.slides import Paragraph, Runs
    from borderdeck.render.pptx.xml import Element, Written

LINKED = frozenset({"http", "https", "mailto"})
"""The schemes of addresses that may be linked to; a run with another is plain text."""

SIGNAL = "accent2"
"""The theme's colour for what needs attention."""

BACKWARD = frozenset({"R", "AL"})
"""Classes of letters that are written from right to left (UAX 9, 3.2)."""

DEEPEST = 8
"""The deepest level, counted from 0 (ECMA-376 part 1, 21.1.2.2.7)."""


class Hand(Struct, frozen=True):
    """What writes text into one part: in which language, and how an address becomes a relation."""

    language: str
    link: Callable[[str], str]

    def body(self, paragraphs: Iterable[Paragraph], box: TextBox, share: float = 1.0) -> Element:
        """Write the text of a shape; place, style and size stay the layout's, or a share of it."""
        return P.txBody(_body(), *self.paragraphs(paragraphs, box, share))

    def field(self, kind: str, identifier: str, shown: str) -> Element:
        """Write a shape's text that a program keeps up to date, such as `slidenum`."""
        field = A.fld({"id": identifier, "type": kind}, A.rPr(lang=self.language), A.t(shown))
        return P.txBody(_body(), A.p(field, self._end()))

    def paragraphs(
        self, paragraphs: Iterable[Paragraph], box: TextBox, share: float = 1.0
    ) -> Iterator[Element]:
        """Write paragraphs, one `a:p` each."""
        given = tuple(paragraphs)
        for paragraph, start in zip(given, list_starts(given), strict=True):
            properties = paragraph_properties(paragraph, box.style(paragraph.level), start)
            size = None if share == 1.0 else box.style(paragraph.level).size * share
            yield A.p(*properties, *self.runs(paragraph.runs, size), self._end(size))

    def runs(self, runs: Runs, size: float | None = None) -> Iterator[Element]:
        """Write runs, a line break as `a:br`; `size` in points, where the style's is not meant."""
        for run in runs:
            for index, line in enumerate(run.text.split("\n")):
                if index:
                    yield A.br(self._run_properties(run, size))
                if line:
                    yield A.r(self._run_properties(run, size), A.t(_marked(line, run.language)))

    def _run_properties(self, run: Run, size: float | None) -> Element | Written:
        language, bold = run.language or self.language, run.bold or run.open
        look = (language, _size(size), bold, run.italic, run.open)
        if run.link is None or urlsplit(run.link).scheme.lower() not in LINKED:
            return _written_look(*look)
        properties = _look(*look)
        properties.append(A.hlinkClick(relation(self.link(run.link))))
        return properties

    def _end(self, size: float | None = None) -> Written:
        return _end(self.language, _size(size))


def _marked(words: str, language: str | None) -> str:
    """Put a right-to-left mark beyond the signs that words from right to left begin or end with.

    Such signs take the side of the paragraph, so that a full stop would stand before its sentence.
    """
    if language is None or not is_right_to_left(language):
        return words
    first, last = (bidirectional(letter) in BACKWARD for letter in (words[0], words[-1]))
    return f"{'' if first else RIGHT_TO_LEFT_MARK}{words}{'' if last else RIGHT_TO_LEFT_MARK}"


@cache
def _body() -> Written:
    return fixed(A.bodyPr())


@lru_cache(maxsize=64)
def _end(language: str, size: str | None) -> Written:
    return fixed(A.endParaRPr(attributes(lang=language, sz=size)))


@lru_cache(maxsize=64)
def _written_look(
    language: str, size: str | None, bold: bool, italic: bool, open_: bool
) -> Written:
    return fixed(_look(language, size, bold, italic, open_))


def _look(language: str, size: str | None, bold: bool, italic: bool, open_: bool) -> Element:
    properties = A.rPr(
        attributes(lang=language, sz=size, b="1" if bold else None, i="1" if italic else None)
    )
    if open_:
        properties.append(A.solidFill(A.schemeClr(val=SIGNAL)))
    return properties


def _size(points: float | None) -> str | None:
    return None if points is None else str(round(points * 100))


def paragraph_properties(
    paragraph: Paragraph, style: LevelStyle, start: int | None
) -> Iterator[Element]:
    """Write what a paragraph does not take from its level, if there is anything.

    `start` is the number that its list begins with.
    """
    place, marker = _place(paragraph, style), tuple(_marker(paragraph, style, start))
    if place or marker:
        yield A.pPr(place, *marker)


def _marker(paragraph: Paragraph, style: LevelStyle, start: int | None) -> Iterator[Element]:
    if start is not None:
        if not style.plain_marker:
            yield A.buSzTx()
            yield A.buFontTx()
        number = str(start) if start > 1 else None
        yield A.buAutoNum(attributes(type="arabicPeriod", startAt=number))
    elif paragraph.marker is Marker.NONE and style.bullet:
        yield A.buNone()


def list_starts(paragraphs: Iterable[Paragraph]) -> Iterator[int | None]:
    """Say for each paragraph which number its list begins with; None for what is not numbered.

    A list runs on while its numbers do and only deeper levels come between. All its items bear the
    same start, for programs take one with another start to begin a new list.
    """
    running: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level = paragraph.level
        running = {depth: counted for depth, counted in running.items() if depth <= level}
        start, last = running.pop(level, (1, 0))
        if paragraph.marker is not Marker.NUMBER:
            yield None
            continue
        number = last + 1 if paragraph.number is None else paragraph.number
        running[level] = (start if number == last + 1 else number, number)
        yield running[level][0]


def _place(paragraph: Paragraph, style: LevelStyle) -> dict[str, str]:
    """Give a paragraph's level, and where it starts if that is not where its level's words do.

    Without the level's marker it starts where that would stand. What is continued from an earlier
    slide starts where its words did there. Long numbers push the words of their whole list in.
    """
    level = str(min(paragraph.level, DEEPEST)) if paragraph.level else None
    further = hang(paragraph, style)
    pushed = emu(style.margin_left + further) if further else None
    if paragraph.continued and style.indent:
        return attributes(marL=pushed, lvl=level, indent="0")
    if further:
        return attributes(marL=pushed, lvl=level, indent=emu(style.indent - further))
    if paragraph.marker is Marker.NONE and style.bullet and not paragraph.continued:
        start = max(0.0, style.margin_left + style.indent)
        return attributes(marL=emu(start), lvl=level, indent="0")
    return attributes(lvl=level)
