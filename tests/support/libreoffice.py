"""What LibreOffice makes of a deck: where it puts each line of text, measured on its own PDF."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from lxml import etree
from msgspec import Struct
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

EMU_PER_POINT = 12700
HTML = "{http://www.w3.org/1999/xhtml}"

ROUNDING = 1.0
"""How far text may stick out of its box, in points: programs and boxes round."""

LETTERS = (0.2, 0.8)
"""The share of a word's height that its capitals fill, from the top; lines overlap beyond it."""


class Box(Struct, frozen=True):
    """A rectangle on a page, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box) -> bool:
        """Whether another box stands inside, give or take what is rounded."""
        return (
            self.left - ROUNDING <= other.left
            and self.top - ROUNDING <= other.top
            and self.right + ROUNDING >= other.right
            and self.bottom + ROUNDING >= other.bottom
        )

    @property
    def letters(self) -> Box:
        """A word's box without what stands above its capitals and beneath its line."""
        height = self.bottom - self.top
        above, beneath = (self.top + share * height for share in LETTERS)
        return Box(self.left, above, self.right, beneath)


class Word(Struct, frozen=True):
    """A word on a page."""

    text: str
    box: Box


class Line(Struct, frozen=True):
    """A line of text on a page, pages counted from 1; it may run through boxes side by side."""

    page: int
    words: tuple[Word, ...]


class TextBox(Struct, frozen=True):
    """A shape's box on a slide, and the words that belong in it."""

    box: Box
    words: frozenset[str]


def pdf(deck: bytes) -> bytes:
    """Convert a deck to PDF; hidden slides are left out. Several calls may run side by side."""
    return pdfs({"deck": deck})["deck"]


def pdfs(decks: Mapping[str, bytes]) -> dict[str, bytes]:
    """Convert decks to PDF, all in one go; they are known by their names."""
    return _converted(decks, "pdf")


def saved_again(deck: bytes) -> bytes:
    """Open a deck, and save it as one."""
    return _converted({"deck": deck}, "pptx")["deck"]


def _converted(decks: Mapping[str, bytes], kind: str) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        sources = [Path(folder) / f"{name}.pptx" for name in decks]
        for source, deck in zip(sources, decks.values(), strict=True):
            source.write_bytes(deck)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(made),
                *map(str, sources),
            ],
            capture_output=True,
            timeout=180,
            check=True,
        )
        return {source.stem: (made / f"{source.stem}.{kind}").read_bytes() for source in sources}


def lines(document: bytes) -> list[Line]:
    """Give the lines of text in a PDF, with the boxes that they stand in."""
    done = subprocess.run(
        ["pdftotext", "-bbox-layout", "-", "-"],
        input=document,
        capture_output=True,
        timeout=60,
        check=True,
    )
    pages = etree.fromstring(done.stdout).iter(f"{HTML}page")
    return [line for number, page in enumerate(pages, 1) for line in _lines(page, number)]


def text_outside_boxes(deck: bytes, document: bytes | None = None) -> list[str]:
    """Say which words of a deck leave the boxes that their layouts have for them, line by line.

    `document` is the deck as PDF, where it has been made.
    """
    boxes = [list(_boxes(slide)) for slide in _shown(deck)]
    outside = (
        (line, _outside(line, boxes[line.page - 1])) for line in lines(document or pdf(deck))
    )
    return [f"slide {line.page}: {words!r} leaves its box" for line, words in outside if words]


def _outside(line: Line, boxes: list[TextBox]) -> str:
    return " ".join(word.text for word in line.words if not _stands(word, boxes))


def _stands(word: Word, boxes: list[TextBox]) -> bool:
    """Whether a word stands in its box; that of a number or a bullet may be any."""
    own = [box for box in boxes if word.text in box.words]
    return any(box.box.holds(word.box.letters) for box in own or boxes)


def _shown(deck: bytes) -> list[Any]:
    slides = Presentation(BytesIO(deck)).slides
    return [slide for slide in slides if slide.element.get("show") != "0"]


def _boxes(slide: Any) -> Iterator[TextBox]:
    """Give the boxes of a slide's text; a table may fill the whole of its placeholder."""
    inherited = {p.placeholder_format.idx: p for p in slide.slide_layout.placeholders}
    for shape in slide.placeholders:
        text = " ".join(shape.element.itertext())
        box = _box(inherited[shape.placeholder_format.idx])
        yield TextBox(box, frozenset(text.split()))


def _box(shape: Any) -> Box:
    left, top, width, height = (
        length / EMU_PER_POINT for length in (shape.left, shape.top, shape.width, shape.height)
    )
    return Box(left, top, left + width, top + height)


def _lines(page: Element, number: int) -> Iterator[Line]:
    for line in page.iter(f"{HTML}line"):
        yield Line(number, tuple(_word(word) for word in line.iter(f"{HTML}word")))


def _word(word: Element) -> Word:
    left, top, right, bottom = (
        float(word.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax")
    )
    return Word(word.text or "", Box(left, top, right, bottom))
