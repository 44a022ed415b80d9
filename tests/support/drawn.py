"""What a page of a PDF draws: its words, where, in which colour on which ground; and its lines.

Reads the content of a page alone, not that of pictures in it. Lengths are points, from the upper
left corner of the page.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from msgspec import Struct
from msgspec.structs import replace

from tests.support.glyphs import Font, glyphs_of, read_font
from tests.support.places import NOWHERE, Box, Colour, Page, Shape, Words

Matrix = tuple[float, float, float, float, float, float]

BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
ONE: Matrix = (1, 0, 0, 1, 0, 0)

PATHS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"}
STROKED = {"S", "s"}
COLOURS = {"g", "rg", "k"}

RECTANGLE = 2
"""How many points one is kept as: two corners."""


@cache
def pages(data: bytes) -> tuple[Page, ...]:
    """Read all pages of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return tuple(_Reader(sheet).read() for sheet in pdf.pages)


class _State(Struct, frozen=True):
    matrix: Matrix = ONE
    colour: Colour | None = BLACK
    stroke: Colour = BLACK
    font: str = ""
    size: float = 1.0
    clip: Box | None = None


class _Reader:
    """Goes through the operators of a page (ISO 32000-1, annex A)."""

    def __init__(self, sheet: pikepdf.Page) -> None:
        left, bottom, right, top = (float(x) for x in sheet.mediabox)
        self._sheet = sheet
        self._page = Page(right - left, top - bottom)
        self._state = _State()
        self._saved: list[_State] = []
        self._text: Matrix = ONE
        self._points: list[tuple[float, float]] = []
        self._clips = False
        self._marks: list[int | None] = []
        self._fonts: dict[str, Font] = {}

    def read(self) -> Page:
        for instruction in pikepdf.parse_content_stream(self._sheet):
            self._take(str(instruction.operator), list(instruction.operands))
        for note in self._sheet.get("/Annots", []):
            if note.Subtype == "/Widget":
                x1, y1, x2, y2 = map(float, note.Rect)
                height = self._page.height
                self._page.fields.append(_box([(x1, height - y1), (x2, height - y2)]))
        return self._page

    def _take(self, operator: str, given: list[Any]) -> None:
        known = getattr(self, f"_on_{operator.replace('*', '')}", None)
        if operator in PATHS:
            self._paint(operator)
        elif operator in COLOURS:
            self._state = replace(self._state, colour=_colour(given))
        elif operator in {"m", "l"}:
            self._points.append(self._at(*map(float, given)))
        elif known is not None:
            known(given)

    def _on_W(self, _: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._clips = True

    def _on_q(self, _: list[Any]) -> None:
        self._saved.append(self._state)

    def _on_Q(self, _: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._state = self._saved.pop()

    def _on_cm(self, given: list[Any]) -> None:
        self._state = replace(self._state, matrix=_times(_matrix(given), self._state.matrix))

    def _on_RG(self, given: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._state = replace(self._state, stroke=_colour(given))

    def _on_scn(self, given: list[Any]) -> None:
        is_pattern = isinstance(given[-1], pikepdf.Name)
        self._state = replace(self._state, colour=None if is_pattern else _colour(given))

    def _on_Tf(self, given: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._state = replace(self._state, font=str(given[0]), size=float(given[1]))

    def _on_BT(self, _: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._text = ONE

    def _on_Tm(self, given: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._text = _matrix(given)

    def _on_TJ(self, given: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._show(given[0])

    def _on_Tj(self, given: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._show(given)

    def _on_BDC(self, given: list[Any]) -> None:  # noqa: N802 - the operator's name
        mark = given[1].get("/MCID") if isinstance(given[1], pikepdf.Dictionary) else None
        self._marks.append(None if mark is None else int(mark))

    def _on_BMC(self, _: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._marks.append(None)

    def _on_EMC(self, _: list[Any]) -> None:  # noqa: N802 - the operator's name
        self._marks.pop()

    def _on_c(self, given: list[Any]) -> None:
        x1, y1, x2, y2, x3, y3 = map(float, given)
        self._points += [self._at(x1, y1), self._at(x2, y2), self._at(x3, y3)]

    def _on_re(self, given: list[Any]) -> None:
        x, y, width, height = map(float, given)
        self._points += [self._at(x, y), self._at(x + width, y + height)]

    def _on_Do(self, _: list[Any]) -> None:  # noqa: N802 - the operator's name
        corners = [self._at(0, 0), self._at(1, 1)]
        self._add(_box(corners), None)

    @property
    def _mark(self) -> int | None:
        return self._marks[-1] if self._marks else None

    def _at(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._state.matrix
        return a * x + c * y + e, self._page.height - (b * x + d * y + f)

    def _paint(self, operator: str) -> None:
        if self._points and operator != "n":
            colour = self._state.stroke if operator in STROKED else self._state.colour
            framed = operator == "f*" and len(self._points) > RECTANGLE
            self._add(_box(self._points), colour, hollow=framed or operator in STROKED)
        if self._points and self._clips:
            self._state = replace(self._state, clip=self._clipped(_box(self._points)))
        self._points, self._clips = [], False

    def _add(self, box: Box, colour: Colour | None, *, hollow: bool = False) -> None:
        seen = self._clipped(box)
        if seen is not NOWHERE:
            self._page.shapes.append(Shape(seen, colour, self._mark, hollow))

    def _clipped(self, box: Box) -> Box:
        clip = self._state.clip
        return box if clip is None else box.within(clip) or NOWHERE

    def _show(self, parts: Any) -> None:
        font, size = self._font(), self._state.size
        words, width = "", 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                glyphs = glyphs_of(bytes(part))
                words += "".join(font.letters.get(glyph, "") for glyph in glyphs)
                width += sum(font.advance(glyph) for glyph in glyphs) * size
            else:
                width -= float(part) / 1000 * size
        if words.strip():
            self._page.words.append(self._shown(words, width))

    def _shown(self, words: str, width: float) -> Words:
        matrix = _times(self._text, self._state.matrix)
        size = self._state.size * abs(matrix[3] or matrix[1])
        left, baseline = matrix[4], self._page.height - matrix[5]
        right = left + width * abs(matrix[0])
        box = Box(left, baseline - size / 2, right, baseline)
        return Words(words, box, size, self._state.colour or BLACK, self._ground(box), self._mark)

    def _ground(self, box: Box) -> Colour:
        """Give the colour of what was painted last under the middle of a text."""
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        full = (shape for shape in reversed(self._page.shapes) if not shape.hollow)
        return next((s.colour for s in full if s.colour and s.box.holds(x, y)), WHITE)

    def _font(self) -> Font:
        name = self._state.font
        if name not in self._fonts:
            self._fonts[name] = read_font(self._sheet.Resources.Font[name])
        return self._fonts[name]


def _matrix(given: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, given)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i),
        *(c * h + d * j, e * g + f * i + k, e * h + f * j + m),
    )


def _colour(given: list[Any]) -> Colour:
    parts = [float(x) for x in given]
    if len(parts) == 1:
        return parts[0], parts[0], parts[0]
    if len(parts) == len(BLACK):
        return parts[0], parts[1], parts[2]
    *cmy, black = parts
    red, green, blue = ((1 - x) * (1 - black) for x in cmy)
    return red, green, blue


def _box(points: list[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
