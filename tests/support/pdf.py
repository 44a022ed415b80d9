"""Reading a finished PDF as a person, a printer and a screen reader would."""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import page
import pikepdf
from msgspec import Struct
from PIL import Image, ImageChops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NOISE = 8
"""How far red, green and blue may differ in what is grey, of 255."""

INK = 192
"""Grey values below this are ink; a thin line that falls between two rows of dots is pale."""


def text_of(data: bytes, page_number: int | None = None) -> str:
    """Give the words of a PDF, or of one page, as they stand on the paper."""
    pages = () if page_number is None else ("-f", str(page_number), "-l", str(page_number))
    return _run("pdftotext", *pages, "-layout", data=data, after=("-",)).decode()


class Word(Struct, frozen=True):
    """A word on a page, and the box of its letters, in millimetres from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Word) -> bool:
        """Whether the two stand over one another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOUCHING and down > TOUCHING


LETTERS = (0.28, 0.82)
"""The share of a word's box that letters take, from the top; beyond it fonts leave room."""

TOUCHING = 0.3
"""How far boxes may overlap, in millimetres, where nothing is seen to touch."""


def placed_words(data: bytes, page_number: int) -> list[Word]:
    """Give the words of a page and where each stands."""
    n = str(page_number)
    listed = _run("pdftotext", "-bbox", "-f", n, "-l", n, data=data, after=("-",)).decode()
    found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<', listed)
    return [_placed(html.unescape(text), *map(float, box)) for *box, text in found]


def _placed(text: str, left: float, top: float, right: float, bottom: float) -> Word:
    above, below = (top + share * (bottom - top) for share in LETTERS)
    box = (points / 72 * 25.4 for points in (left, above, right, below))
    return Word(text, *box)


def heard(data: bytes) -> str:
    """Give the structure tree with its words, one element or text a line, as it is read aloud."""
    return _run("pdfinfo", "-struct-text", data=data).decode()


def words_heard(data: bytes) -> str:
    """Give the words of the structure tree alone, in its order."""
    texts = (line.strip() for line in heard(data).splitlines())
    words = " ".join(text.strip('"') for text in texts if text.startswith('"'))
    return " ".join(words.split())


def are_heard_in_order(data: bytes, texts: Iterable[str]) -> bool:
    """Whether texts are read aloud one after the other; spaces do not count."""
    words = "".join(words_heard(data).split())
    places = [words.find("".join(text.split())) for text in texts]
    return -1 not in places and places == sorted(places)


def headings(data: bytes) -> list[str]:
    """Give the levels of the headings, in order: `H1`, `H2`."""
    elements = (line.strip().split(" ")[0] for line in heard(data).splitlines())
    return [name for name in elements if name in {"H1", "H2", "H3", "H4", "H5", "H6"}]


def fonts(data: bytes) -> list[dict[str, str]]:
    """Give the fonts of a PDF: their names, and whether they are embedded and subset."""
    lines = _run("pdffonts", data=data).decode().splitlines()[2:]
    columns = (line.rsplit(maxsplit=7) for line in lines)
    return [{"name": c[0].split()[0], "embedded": c[-5], "subset": c[-4]} for c in columns]


def ua_failures(data: bytes) -> list[str]:
    """Give the clauses of PDF/UA-1 that a PDF fails."""
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found if found or report.is_compliant else ["not compliant"]


def picture(data: bytes, page_number: int = 1, dpi: int = 100) -> Image.Image:
    """Give a page as a copier sees it: in grey."""
    n = str(page_number)
    pgm = _run("pdftoppm", "-gray", "-r", str(dpi), "-f", n, "-l", n, data=data)
    return Image.open(BytesIO(pgm)).convert("L")


def is_coloured(data: bytes, page_number: int = 1) -> bool:
    """Whether anything on a page is in colour."""
    n = str(page_number)
    ppm = _run("pdftoppm", "-r", "50", "-f", n, "-l", n, data=data)
    red, green, blue = (band.tobytes() for band in Image.open(BytesIO(ppm)).split())
    return not red == green == blue


def is_grey(data: bytes) -> bool:
    """Whether nothing on any page is in colour."""
    with pikepdf.open(BytesIO(data)) as pdf:
        count = len(pdf.pages)
    return not any(is_coloured(data, number) for number in range(1, count + 1))


def ruled_lines(image: Image.Image, share: float) -> list[int]:
    """Give the heights, in pixels, at which a line runs over at least a share of the width."""
    width = image.width
    rows = [image.crop((0, y, width, y + 1)).tobytes() for y in range(image.height)]
    dark = [y for y, row in enumerate(rows) if _longest_dark(row) >= share * width]
    return [y for y in dark if y - 1 not in dark]


def _longest_dark(row: bytes) -> int:
    runs = bytes(1 if value < INK else 0 for value in row).split(b"\0")
    return max(len(run) for run in runs)


def marked_content(data: bytes) -> list[list[tuple[str, str]]]:
    """Give the marked content that each page begins: its tag, and its properties."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [list(_begun(sheet)) for sheet in pdf.pages]


def _begun(sheet: pikepdf.Page) -> Iterator[tuple[str, str]]:
    for instruction in pikepdf.parse_content_stream(sheet):
        if str(instruction.operator) == "BDC":
            tag, properties = instruction.operands
            yield str(tag), " ".join(f"{key} {value}" for key, value in properties.items())


def elements(data: bytes, kind: str) -> list[dict[str, str]]:
    """Give the elements of a kind (`TH`), each as its keys and those of its attributes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [o for o in pdf.objects if _is_element(o, kind)]
        return [{k: str(v) for k, v in (*o.items(), *o.get("/A", {}).items())} for o in found]


def _is_element(candidate: Any, kind: str) -> bool:
    return isinstance(candidate, pikepdf.Dictionary) and candidate.get("/S") == f"/{kind}"


def link_descriptions(data: bytes) -> list[str]:
    """Give what each link says of itself, in order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        annotations = [note for sheet in pdf.pages for note in sheet.get("/Annots", [])]
        return [str(note.Contents) for note in annotations]


def _run(*command: str, data: bytes, after: tuple[str, ...] = ()) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "paper.pdf")
        path.write_bytes(data)
        done = subprocess.run([*command, path, *after], capture_output=True, check=True)
    return done.stdout


def bold_text(data: bytes) -> str:
    """Give what is set in bold, in order."""
    xml = _run("pdftohtml", "-xml", "-i", "-stdout", data=data).decode()
    return html.unescape(" ".join(re.findall(r"<b>(.*?)</b>", xml)))


def pictures_in_colour(data: bytes) -> list[int]:
    """Give the numbers of the pages on which anything is not black, white or grey."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = range(1, len(pdf.pages) + 1)
    return [number for number in pages if _has_colour(data, number)]


def _has_colour(data: bytes, page_number: int) -> bool:
    n = str(page_number)
    ppm = _run("pdftoppm", "-r", "50", "-f", n, "-l", n, data=data)
    red, green, blue = Image.open(BytesIO(ppm)).convert("RGB").split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return any(any(image.histogram()[NOISE:]) for image in apart)


def text_in(data: bytes, page_number: int, box: tuple[float, float, float, float]) -> str:
    """Give the words inside a box of a page: its left, top, right and bottom, in points."""
    left, top, right, bottom = (round(edge) for edge in box)
    n = str(page_number)
    edges = ("-x", str(left), "-y", str(top), "-W", str(right - left), "-H", str(bottom - top))
    found = _run("pdftotext", "-f", n, "-l", n, *edges, data=data, after=("-",))
    return " ".join(found.decode().split())
