"""What a printer, and a reader of the printed page, would find wrong with a paper.

Each function gives the faults that it finds, in words, with the page; `RULES` names those that hold
for every paper.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.support.accessible import HEADING
from tests.support.drawn import pages
from tests.support.places import MM, Box, Page
from tests.support.structure import Element, Line, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.support.places import Colour, Shape, Words

UNPRINTABLE = 5 * MM
"""How far from its edge a sheet is not printed by most printers, in points."""

SHARED = (210 * MM - 2 * UNPRINTABLE, 279.4 * MM - 2 * UNPRINTABLE)
"""The width and height that A4 and Letter share, and printers print."""

HOLES = 15 * MM
"""How far from a sheet's edge holes reach: 6 mm wide, their middle at 12 mm (ISO 838)."""

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""

SMALLEST, SMALLEST_LARGE = 7.0, 18.0
"""The smallest words in print, in points: a badge's; and those of large print (UKAAF)."""

MOST_INK = 0.10
"""How much of a page may be covered with ink: that of close black text is 0.08."""

LOW = 0.55
"""From which share of a page's height on something stands at its foot."""

FULL_LINE = 80 * MM
"""How long a line is at least after which a paragraph goes on; others are labels."""

FEW = 4
"""How many lines a page bears at least, where it bears nothing but lines."""

POSTER = 30.0
"""From which size on, in points, words are to be read from afar: a sheet of them may be short."""

SENTENCE_ENDS = re.compile(r"[.?!:…;)\"”’]$")


def lone_headings(data: bytes) -> list[str]:
    """Find headings low on a page, with other things above them, none beside, and none below.

    Other headings below do not count. A page that bears nothing but headings is a title's, or a
    poster, and meant so.
    """
    found = []
    for heading in tree(data).walk():
        lines = list(heading.lines())
        if not HEADING.fullmatch(heading.kind) or not lines:
            continue
        number = lines[-1].page
        boxes = [line.words.box for line in lines if line.page == number]
        top = min(box.top for box in boxes)
        others = list(_others(data, number))
        is_low = top > LOW * pages(data)[number - 1].height
        if is_low and others and not any(box.bottom > top + 2 for box in others):
            found.append(f"page {number}: {heading.words}")
    return found


def _others(data: bytes, number: int) -> Iterator[Box]:
    """Give where on a page anything but headings stands."""
    page = pages(data)[number - 1]
    marks = {line.words.mark for line in _heading_lines(data) if line.page == number}
    yield from (w.box for w in _content(page) if w.mark not in marks)
    yield from (thing.box for thing in _things(page))
    yield from page.fields


def _heading_lines(data: bytes) -> Iterator[Line]:
    for element in tree(data).walk():
        if HEADING.fullmatch(element.kind):
            yield from element.lines()


def separated_questions(data: bytes) -> list[str]:
    """Find pages that begin with lines to write on, for words of the page before."""
    found = []
    for number, (before, page) in enumerate(pairwise(pages(data)), 2):
        first, last = _ends(before)[1], _ends(page)[0]
        if first and last:
            found.append(f"page {number} begins with lines")
    return found


def _ends(page: Page) -> tuple[bool, bool]:
    """Say whether a page begins and ends with lines to write on, not with words or pictures."""
    things = _things(page)
    rules = [thing.box for thing in things if thing.is_rule] + page.fields
    said = [words.box for words in _content(page)]
    said += [thing.box for thing in things if not thing.is_rule]
    if not rules or not said:
        return bool(rules), bool(rules)
    begins = min(rule.top for rule in rules) < min(box.top for box in said)
    ends = max(rule.bottom for rule in rules) > max(box.bottom for box in said)
    return begins, ends


def orphan_lines(data: bytes) -> list[str]:
    """Find paragraphs and items of which a single line stands on one of two pages."""
    blocks = [e for e in tree(data).walk() if e.kind in {"P", "LI"} and any(e.lines())]
    found = []
    for block, following in pairwise(blocks):
        if _goes_on(block, following) and 1 in {_lines(block, -1), _lines(following, 0)}:
            found.append(f"page {_page(block, -1)}: {block.words[-60:]}")
    return found


def _goes_on(block: Element, following: Element) -> bool:
    """Whether a block of the next page is the rest of this one."""
    if _page(following, 0) != _page(block, -1) + 1 or block.kind != following.kind:
        return False
    if block.kind == "LI":
        labels = [[child.kind for child in item.children()] for item in (block, following)]
        return "Lbl" in labels[0] and "Lbl" not in labels[1]
    *_, last = block.lines()
    is_full = last.words.box.right - min(line.words.box.left for line in block.lines()) > FULL_LINE
    return is_full and following.words[:1].islower() and not SENTENCE_ENDS.search(block.words)


def _page(block: Element, which: int) -> int:
    return list(block.lines())[which].page


def _lines(block: Element, which: int) -> int:
    """Count the lines of a block on its first or last page."""
    page = _page(block, which)
    return len({round(line.words.box.bottom) for line in block.lines() if line.page == page})


def scant_pages(data: bytes) -> list[str]:
    """Find pages to which a text goes on with so few lines that it had better ended before."""
    found = []
    for number, page in enumerate(pages(data)[1:], 2):
        words = list(_content(page))
        lines = {round(w.box.bottom) for w in words}
        is_text = not (page.fields or any(map(_seen, _drawn(page))))
        if is_text and 0 < len(lines) < FEW and max(w.size for w in words) < POSTER:
            found.append(f"page {number}: {words[0].words}")
    return found


def beyond_the_shared_area(data: bytes) -> list[str]:
    """Find pages on which more is printed than a sheet of A4 and one of Letter can both bear."""
    found = []
    for number, page in enumerate(pages(data), 1):
        area = Box(0, 0, page.width, page.height)
        boxes = [w.box for w in page.words] + [s.box for s in page.shapes if _seen(s)]
        if not boxes:
            continue
        left, right = min(b.left for b in boxes), max(b.right for b in boxes)
        top, bottom = min(b.top for b in boxes), max(b.bottom for b in boxes)
        edge = min(left, top, area.right - right, area.bottom - bottom)
        shared = SHARED if page.width < page.height else SHARED[::-1]
        if edge < UNPRINTABLE or right - left > shared[0] + 1 or bottom - top > shared[1] + 1:
            found.append(f"page {number}: {(right - left) / MM:.0f} x {(bottom - top) / MM:.0f} mm")
    return found


def _seen(shape: Shape) -> bool:
    return shape.colour != (1.0, 1.0, 1.0)


def beneath_the_holes(data: bytes) -> list[str]:
    """Find pages on which something stands where a punch takes it away, at either side."""
    found = []
    for number, page in enumerate(pages(data), 1):
        boxes = [w.box for w in page.words if w.words.strip()]
        boxes += [s.box for s in page.shapes if _seen(s)]
        free = min((min(box.left, page.width - box.right) for box in boxes), default=HOLES)
        if free < HOLES - 0.1:
            found.append(f"page {number}: {free / MM:.0f} mm")
    return found


def pale_words(data: bytes) -> list[str]:
    """Find words with less contrast, printed in grey, than is easily read."""
    return [
        f"page {number}: {words.words.strip()} ({contrast(words.colour, words.ground):.1f})"
        for number, page in enumerate(pages(data), 1)
        for words in page.words
        if contrast(words.colour, words.ground) < LEAST_CONTRAST
    ]


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours as a grey printer shows them (WCAG 2.2)."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Colour) -> float:
    """Give the luminance of the grey that a colour becomes (ITU-R BT.601, as printers do)."""
    red, green, blue = colour
    grey = 0.299 * red + 0.587 * green + 0.114 * blue
    return grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4


def small_words(data: bytes, least: float = SMALLEST) -> list[str]:
    """Find words that are set smaller than anybody should have to read."""
    return [
        f"page {number}: {words.words.strip()} ({words.size:.1f} pt)"
        for number, page in enumerate(pages(data), 1)
        for words in page.words
        if words.size < least - 0.1
    ]


def words_over_words(data: bytes) -> list[str]:
    """Find words that are printed over others."""
    found = []
    for number, page in enumerate(pages(data), 1):
        for _, line in groupby(sorted(page.words, key=_place), key=lambda w: round(w.box.bottom)):
            for before, after in pairwise(line):
                if before.box.right > after.box.left + 2:
                    found.append(f"page {number}: {before.words} / {after.words}")
    return found


def _place(words: Words) -> tuple[int, float]:
    return round(words.box.bottom), words.box.left


def inky_pages(data: bytes) -> list[str]:
    """Find pages that are covered with more ink than words need."""
    return [f"page {n}: {ink:.2f}" for n, ink in enumerate(inks(data), 1) if ink > MOST_INK]


@cache
def inks(data: bytes) -> tuple[float, ...]:
    """Give how much of each page is covered with ink, from 0 to 1."""
    return tuple(
        1 - sum(i * n for i, n in enumerate(_grey(p))) / 255 / sum(_grey(p)) for p in greys(data)
    )


def _grey(picture: Image.Image) -> list[int]:
    return picture.histogram()


def greys(data: bytes, dpi: int = 30) -> list[Image.Image]:
    """Picture all pages as a copier sees them: in grey."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "paper.pdf").write_bytes(data)
        command = ("pdftoppm", "-gray", "-r", str(dpi), "paper.pdf", "page")
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return [Image.open(path).copy() for path in sorted(Path(folder).glob("page-*"))]


def _content(page: Page) -> Iterator[Words]:
    """Give the words of a page without those of its header and footer."""
    return (words for words in page.words if words.mark is not None)


def _things(page: Page) -> Iterable[Shape]:
    """Give the lines and pictures of a page, without those of its header and footer."""
    return [shape for shape in _drawn(page) if shape.is_rule or shape.is_picture]


def _drawn(page: Page) -> Iterable[Shape]:
    """Give all that is drawn on a page between its header and its footer."""
    foot = min(
        (w.box.top for w in page.words if w.mark is None and w.box.top > page.height * 0.8),
        default=page.height,
    )
    head = max(
        (w.box.bottom for w in page.words if w.mark is None and w.box.bottom < page.height * 0.2),
        default=0,
    )
    return [shape for shape in page.shapes if shape.box.top > head and shape.box.bottom < foot]


RULES: dict[str, Callable[[bytes], list[str]]] = {
    rule.__name__: rule
    for rule in (
        lone_headings,
        separated_questions,
        orphan_lines,
        scant_pages,
        beyond_the_shared_area,
        pale_words,
        small_words,
        words_over_words,
        inky_pages,
    )
}
