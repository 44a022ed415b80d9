"""How well `borderdeck.documents.fit` agrees with LibreOffice about lines and heights.

Run as `PYTHONPATH=src python benchmarks/fit.py`. Text boxes with the course's words, and with these
words shuffled, are made by python-pptx alone, printed by LibreOffice and read back by poppler.
Needs `soffice`, `pdftotext`, and the fonts that LibreOffice sets in place of those that decks name
(fonts-liberation2, fonts-crosextra-carlito). Exits with 1 where less than 99% of the line counts
agree, or where a text that was said to fit did not.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.util import Pt

from borderdeck.course.text import Run
from borderdeck.documents.fit import LINE_HEIGHT, flow_of, height, line_width
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.layouts import LevelStyle, TextBox
from borderdeck.documents.slides import Marker, Paragraph, Paragraphs
from borderdeck.workspace import bundled

if TYPE_CHECKING:
    from typing import Any

TOP = 40.0
"""How far below the slide's upper edge a box starts, in points."""

ENDLESS = 3900.0
"""The height of a box that nothing overflows, in points."""

MESSAGE = re.compile(r"text: \"(.+)\"$", re.MULTILINE)
BULLET = "\N{BULLET}"

WANTED = 0.99
"""The share of paragraphs whose line counts have to agree."""

TOLERANCE = 0.5
"""What heights may differ by, in points: poppler's figures and LibreOffice's are rounded."""

SAME_LINE = 3.0
"""How far apart the feet of two words of one line may be, in points: bold and symbols differ."""


@dataclass(frozen=True)
class Case:
    """A box, and what stands in it."""

    box: TextBox
    paragraphs: Paragraphs


@dataclass(frozen=True)
class Row:
    """A line as it was printed: its words without spaces, and where its feet are, from the top."""

    text: str
    foot: float


@dataclass(frozen=True)
class Outcome:
    """What was found in one box: lines by paragraph, and the height in points, said and seen."""

    said: list[int]
    seen: list[int]
    said_height: float
    seen_height: float
    promised_height: float


def texts() -> list[str]:
    """Give the key messages of the course, with their Markdown."""
    files = sorted((bundled("course") / "sessions").glob("*.yaml"))
    return [text for file in files for text in MESSAGE.findall(file.read_text(encoding="utf-8"))]


class Chance(random.Random):
    """A source of made-up boxes; the same seed gives the same ones."""

    def happens(self, *, share: float) -> bool:
        """Say yes in that share of cases."""
        return self.random() < share

    def shuffled(self, words: list[str]) -> str:
        """Make up a text of these words, some in bold."""
        some = self.choices(words, k=self.randint(3, 60))
        return " ".join(f"**{word}**" if self.happens(share=0.2) else word for word in some)

    def runs(self, markdown: str) -> tuple[Run, ...]:
        """Read bold, and make a run slanted here and there."""
        return tuple(
            Run(part, bold=bool(index % 2), italic=self.happens(share=0.15))
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

    def paragraphs(self, messages: list[str], marker: Marker) -> Paragraphs:
        """Make up one to three paragraphs: messages, or their words shuffled."""
        words = " ".join(messages).replace("**", "").split()
        first = self.choice([3, 14, 128])
        texts = (
            self.choice(messages) if self.happens(share=0.5) else self.shuffled(words)
            for _ in range(self.randint(1, 3))
        )
        return tuple(
            Paragraph(self.runs(text), marker, number=index if marker is Marker.NUMBER else None)
            for index, text in enumerate(texts, start=first)
        )

    def case(self, messages: list[str], typeface: str) -> Case:
        """Make up a box of 9 to 40 em, and no wider than a slide."""
        style = self.style(typeface)
        width = min(self.uniform(10, 40) * style.size, 800)
        hanging = self.choice([Marker.BULLET, Marker.NUMBER])
        marker = hanging if style.margin_left else Marker.NONE
        return Case(TextBox(width, ENDLESS, (style,)), self.paragraphs(messages, marker))


def write_deck(made: list[Case], path: Path) -> None:
    """Draw each box on a slide of its own."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(ENDLESS + 100)
    for case in made:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        shape = slide.shapes.add_textbox(Pt(TOP), Pt(TOP), Pt(case.box.width), Pt(ENDLESS))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for index, paragraph in enumerate(case.paragraphs):
            drawn = frame.add_paragraph() if index else frame.paragraphs[0]
            draw(paragraph, case.box.style(0), drawn)
    deck.save(str(path))


def draw(paragraph: Paragraph, style: LevelStyle, drawn: Any) -> None:
    """Write a paragraph in its style."""
    drawn.line_spacing = style.line_spacing
    drawn.space_before, drawn.space_after = Pt(style.space_before), Pt(style.space_after)
    properties = drawn._p.get_or_add_pPr()  # noqa: SLF001 - no public way to indent
    properties.set("marL", str(round(style.margin_left * 12700)))
    properties.set("indent", str(round(style.indent * 12700)))
    mark(paragraph, properties)
    for run in paragraph.runs:
        piece = drawn.add_run()
        piece.text = run.text
        font = piece.font
        font.name, font.size = style.typeface, Pt(style.size)
        font.bold, font.italic = style.bold or run.bold, style.italic or run.italic


def mark(paragraph: Paragraph, properties: Any) -> None:
    """Write a paragraph's bullet or number."""
    marks = {
        Marker.BULLET: ("buChar", {"char": BULLET}),
        Marker.NUMBER: ("buAutoNum", {"type": "arabicPeriod", "startAt": str(paragraph.number)}),
    }
    if paragraph.marker in marks:
        name, attributes = marks[paragraph.marker]
        tag = f"{{{properties.nsmap['a']}}}{name}"
        properties.append(properties.makeelement(tag, attributes))


def printed(deck: Path) -> list[list[Row]]:
    """Have LibreOffice print a deck; give each page's lines."""
    profile = f"-env:UserInstallation=file://{deck.parent}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(deck.parent),
    ]
    subprocess.run([*command, str(deck)], check=True, capture_output=True)
    extract = ["pdftotext", "-bbox", str(deck.with_suffix(".pdf")), "-"]
    found = subprocess.run(extract, check=True, capture_output=True, text=True)
    return [rows(page) for page in found.stdout.split("<page ")[1:]]


WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="[\d.-]+" yMax="([\d.-]+)">(.*?)</')


def rows(page: str) -> list[Row]:
    """Put a page's words together to lines, bullets left out."""
    found = ((float(foot), float(x), bare(text)) for x, foot, text in WORD.findall(page))
    words = sorted(word for word in found if word[2])
    lines: list[list[tuple[float, float, str]]] = []
    for word in words:
        if not lines or word[0] - lines[-1][-1][0] > SAME_LINE:
            lines.append([])
        lines[-1].append(word)
    return [
        Row("".join(text for _, _, text in sorted(line, key=lambda w: w[1])), max(line)[0])
        for line in lines
    ]


def bare(text: str) -> str:
    """Drop spaces and bullets; read ligatures as letters."""
    return re.sub(rf"[\s{BULLET}]", "", unicodedata.normalize("NFKC", html.unescape(text)))


def by_paragraph(case: Case, lines: list[Row]) -> list[int]:
    """Count the printed lines of each paragraph."""
    counts = []
    rest = iter(lines)
    for paragraph in case.paragraphs:
        number = f"{paragraph.number}." if paragraph.number else ""
        words, count = bare(number + "".join(run.text for run in paragraph.runs)), 0
        while words:
            line = next(rest).text
            if not words.startswith(line):
                raise ValueError(f"{line!r} does not begin {words!r}")
            words, count = words[len(line) :], count + 1
        counts.append(count)
    return counts


def compare(case: Case, lines: list[Row], fonts: FontBook) -> Outcome:
    """Set a box's text on lines of the full width, and see what LibreOffice made of it."""
    style = case.box.style(0)
    said = [
        sum(1 for _ in flow_of(p, case.box, fonts).lines(line_width(p, case.box)))
        for p in case.paragraphs
    ]
    line = LINE_HEIGHT * style.size * style.line_spacing
    gaps = (style.space_before + style.space_after) * (len(said) - 1)
    return Outcome(
        said=said,
        seen=by_paragraph(case, lines),
        said_height=sum(said) * line + gaps,
        seen_height=lines[-1].foot - lines[0].foot + line,
        promised_height=height(case.paragraphs, case.box, fonts),
    )


def outcomes(count: int, seed: int, typeface: str, folder: Path) -> list[Outcome]:
    """Make boxes, print them and compare."""
    chance, messages = Chance(seed), texts()
    made = [chance.case(messages, typeface) for _ in range(count)]
    deck = folder / "boxes.pptx"
    write_deck(made, deck)
    fonts = FontBook(bundled("fonts"))
    return [compare(case, lines, fonts) for case, lines in zip(made, printed(deck), strict=True)]


def summary(found: list[Outcome]) -> dict[str, float]:
    """Count what agrees, and how far off the rest is."""
    pairs = [pair for one in found for pair in zip(one.said, one.seen, strict=True)]
    agreeing = [one for one in found if one.said == one.seen]
    return {
        "boxes": len(found),
        "paragraphs": len(pairs),
        "same_lines": sum(said == seen for said, seen in pairs),
        "too_few": sum(said < seen for said, seen in pairs),
        "boxes_that_agree": len(agreeing),
        "furthest_height": round(
            max(abs(one.said_height - one.seen_height) for one in agreeing), 2
        ),
        "overflowing": sum(one.seen_height > one.promised_height + TOLERANCE for one in found),
        "promised_too_high": sum(
            one.promised_height > one.seen_height + TOLERANCE for one in found
        ),
    }


def main() -> int:
    """Compare, print what was found, and say whether it will do."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--boxes", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--typeface", default="Arial")
    parser.add_argument("--each", action="store_true", help="list the boxes that disagree")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = outcomes(asked.boxes, asked.seed, asked.typeface, Path(folder))
    wrong = [asdict(one) for one in found if one.said != one.seen]
    figures = summary(found)
    shown = {**figures, "disagreeing": wrong} if asked.each else figures
    sys.stdout.write(json.dumps(shown, indent=2) + "\n")
    agree = figures["same_lines"] >= WANTED * figures["paragraphs"]
    return 0 if agree and not figures["overflowing"] else 1


if __name__ == "__main__":
    sys.exit(main())
