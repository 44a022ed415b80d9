"""Fonts made up for a test: one letter, a square."""

from __future__ import annotations

from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

WIDER = [(0, 0), (100, 0), (100, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]
"""How far the square's corners move when the font gets bolder, and its four margins."""


def variable_font(family: str) -> bytes:
    """Give a font whose weight varies, with the letter A alone."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({ord("A"): "A"})
    builder.setupGlyf({".notdef": _square(), "A": _square()})
    builder.setupHorizontalMetrics({".notdef": (600, 50), "A": (600, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    builder.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, WIDER)]})
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((550, 0), (550, 700), (50, 700)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
