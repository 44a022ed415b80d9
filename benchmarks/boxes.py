"""Made-up text boxes and tables, and decks of them by python-pptx alone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from msgspec import Struct
from pptx import Presentation
from pptx.util import Pt
from samples import words_of

from borderdeck.course.text import Run
from borderdeck.documents.fit import hang
from borderdeck.documents.layouts import LevelStyle, TextBox
from borderdeck.documents.slides import Marker, Paragraph, Paragraphs, TableContent

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from borderdeck.documents.slides import Runs

TOP = 40.0
"""How far below the slide's upper edge a box starts, in points."""

ENDLESS = 3900.0
"""The height of a box that nothing overflows, in points."""

ROW_MARK = "§"
"""What marks the first line of a table's row, and stands in no sample."""

GUTTER = 14.4
"""The empty space right of a cell's text, in points, as decks have it; there is none left of it."""


class Writing(Struct, frozen=True):
    """A language's sample texts, and how a deck sets them."""

    name: str
    tag: str
    texts: list[str]
    rtl: bool = False


class Fonts(Struct, frozen=True):
    """The typefaces that a deck names, for Latin, complex scripts and East Asian ones."""

    latin: str
    complex: str
    east_asian: str


class Case(Struct, frozen=True):
    """A box, and what stands in it."""

    box: TextBox
    paragraphs: Paragraphs


class TableCase(Struct, frozen=True):
    """A table, and the box that it is as wide as."""

    box: TextBox
    table: TableContent


class Chance(random.Random):
    """A source of made-up boxes; the same seed gives the same ones."""

    def happens(self, *, share: float) -> bool:
        """Say yes in that share of cases."""
        return self.random() < share

    def text(self, writing: Writing, most: int = 60) -> str:
        """Give one of the texts, or make one up of their words, some in bold."""
        if self.happens(share=0.5):
            return self.choice(writing.texts)
        some = self.choices(words_of(writing.texts), k=self.randint(3, most))
        space = "" if writing.tag == "zh-CN" else " "
        return space.join(f"**{word}**" if self.happens(share=0.2) else word for word in some)

    def runs(self, markdown: str, slanted: float = 0.15) -> tuple[Run, ...]:
        """Read bold, and make a run slanted here and there."""
        return tuple(
            Run(part, bold=bool(index % 2), italic=self.happens(share=slanted))
            for index, part in enumerate(markdown.split("**"))
            if part
        )

    def style(self, typeface: str) -> LevelStyle:
        """Make up how a box is set: six in ten with hanging bullets."""
        hang = self.choice([18, 20, 28, 36]) if self.happens(share=0.6) else 0
        return LevelStyle(
            typeface,
            size=self.choice([18, 20, 22, 24, 28, 32, 36, 40]),
            bold=self.happens(share=0.15),
            line_spacing=self.choice([0.9, 0.95, 1.0, 1.1, 1.2]),
            space_before=self.choice([0, 6, 10, 14]),
            space_after=self.choice([0, 0, 4]),
            margin_left=hang,
            indent=-hang,
        )

    def paragraphs(self, writing: Writing, marker: Marker) -> Paragraphs:
        """Make up one to three paragraphs."""
        first = self.choice([3, 14, 128])
        texts = (self.text(writing) for _ in range(self.randint(1, 3)))
        return tuple(
            Paragraph(self.runs(text), marker, number=index if marker is Marker.NUMBER else None)
            for index, text in enumerate(texts, start=first)
        )

    def case(self, writing: Writing, typeface: str) -> Case:
        """Make up a box of 10 to 40 em, and no wider than a slide."""
        style = self.style(typeface)
        width = min(self.uniform(10, 40) * style.size, 800)
        hanging = self.choice([Marker.BULLET, Marker.NUMBER])
        marker = hanging if style.margin_left else Marker.NONE
        return Case(TextBox(width, ENDLESS, (style,)), self.paragraphs(writing, marker))

    def table(self, writing: Writing, typeface: str) -> TableCase:
        """Make up a table of two to four columns, the first of them for the rows' numbers."""
        size = self.choice([18, 20, 22, 24])
        style = LevelStyle(typeface, size=size, line_spacing=self.choice([0.9, 1.0, 1.1]))
        columns, rows = self.randint(1, 3), self.randint(2, 5)
        cells = [self._cells(writing, index, columns) for index in range(rows + 1)]
        widths = (0.1, *[0.9 / columns] * columns)
        content = TableContent(cells[0], tuple(cells[1:]), widths)
        return TableCase(TextBox(880, ENDLESS, (style,)), content)

    def _cells(self, writing: Writing, index: int, columns: int) -> tuple[Runs, ...]:
        texts = (self.runs(self.text(writing, most=12), 0) for _ in range(columns))
        return ((Run(f"{ROW_MARK}{index}"),), *texts)


class Hand(Struct, frozen=True):
    """What draws cases in one language, with the typefaces that a deck names."""

    writing: Writing
    fonts: Fonts

    def write(self, made: list[Case], path: Path) -> None:
        """Draw each box on a slide of its own."""
        deck, slides = _deck(len(made))
        for case, slide in zip(made, slides, strict=True):
            shape = slide.shapes.add_textbox(Pt(TOP), Pt(TOP), Pt(case.box.width), Pt(ENDLESS))
            frame = shape.text_frame
            frame.word_wrap = True
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
            for index, paragraph in enumerate(case.paragraphs):
                drawn = frame.add_paragraph() if index else frame.paragraphs[0]
                self._paragraph(paragraph, case.box.style(0), drawn)
        deck.save(str(path))

    def write_tables(self, made: list[TableCase], path: Path) -> None:
        """Draw each table on a slide of its own, its rows as low as may be."""
        deck, slides = _deck(len(made))
        for case, slide in zip(made, slides, strict=True):
            cells = (case.table.header, *case.table.rows)
            place = (Pt(TOP), Pt(TOP), Pt(case.box.width), Pt(len(cells)))
            drawn = slide.shapes.add_table(len(cells), len(cells[0]), *place).table
            for column, share in zip(drawn.columns, case.table.widths, strict=True):
                column.width = Pt(case.box.width * share)
            for row, given in zip(drawn.rows, cells, strict=True):
                for cell, runs in zip(row.cells, given, strict=True):
                    bold = given is case.table.header
                    self._cell(runs, case.box.style(0), cell, bold=bold)
        deck.save(str(path))

    def _cell(self, runs: Runs, style: LevelStyle, cell: Any, *, bold: bool) -> None:
        cell.margin_left, cell.margin_right = Pt(0), Pt(GUTTER)
        shown = tuple(Run(run.text, bold=run.bold or bold) for run in runs)
        self._paragraph(Paragraph(shown), style, cell.text_frame.paragraphs[0])

    def _paragraph(self, paragraph: Paragraph, style: LevelStyle, drawn: Any) -> None:
        drawn.line_spacing = style.line_spacing
        drawn.space_before, drawn.space_after = Pt(style.space_before), Pt(style.space_after)
        properties = drawn._p.get_or_add_pPr()  # noqa: SLF001 - no public way to indent
        further = hang(paragraph, style)
        properties.set("marL", str(round((style.margin_left + further) * 12700)))
        properties.set("indent", str(round((style.indent - further) * 12700)))
        if self.writing.rtl:
            properties.set("rtl", "1")
            properties.set("algn", "r")
        _mark(paragraph, properties)
        for run in paragraph.runs:
            self._run(run, style, drawn.add_run())

    def _run(self, run: Run, style: LevelStyle, drawn: Any) -> None:
        drawn.text = run.text
        font = drawn.font
        font.size = Pt(style.size)
        font.bold, font.italic = style.bold or run.bold, style.italic or run.italic
        font.name = self.fonts.latin
        properties = drawn._r.get_or_add_rPr()  # noqa: SLF001 - no public way to name the others
        properties.set("lang", self.writing.tag)
        for tag, typeface in (("ea", self.fonts.east_asian), ("cs", self.fonts.complex)):
            _append(properties, tag, {"typeface": typeface})


def _deck(count: int) -> tuple[Any, list[Any]]:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(ENDLESS + 100)
    return deck, [deck.slides.add_slide(deck.slide_layouts[6]) for _ in range(count)]


def _mark(paragraph: Paragraph, properties: Any) -> None:
    """Write a paragraph's bullet or number."""
    marks = {
        Marker.BULLET: ("buChar", {"char": "\N{BULLET}"}),
        Marker.NUMBER: ("buAutoNum", {"type": "arabicPeriod", "startAt": str(paragraph.number)}),
    }
    if paragraph.marker in marks:
        _append(properties, *marks[paragraph.marker])


def _append(properties: Any, name: str, attributes: dict[str, str]) -> None:
    tag = f"{{{properties.nsmap['a']}}}{name}"
    properties.append(properties.makeelement(tag, attributes))
