"""How text is set, level by level, as OOXML inherits it.

A property is taken from the first of these that has it: the layout's placeholder, the master's,
the master's text styles, the presentation's defaults (ECMA-376 part 1, 19.3.1.51 and 21.1.2.4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from borderdeck.documents.layouts import LevelStyle
from borderdeck.render.pptx.xml import EMU_PER_POINT, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

LEVELS = 5
"""How many levels are read: as many as PowerPoint's own masters show."""

LINE_HEIGHT = 1.2
"""The height of a single-spaced line, in em."""

ListStyle = tuple[dict[str, Any], ...]
"""What a list style (`lstStyle`, `titleStyle`, ...) sets, by level."""

_LEVELS = {name(f"a:lvl{number + 1}pPr"): number for number in range(LEVELS)}
_BULLETS = {
    name(f"a:{kind}"): kind != "buNone" for kind in ("buNone", "buChar", "buAutoNum", "buBlip")
}
_SPACINGS = {name(f"a:{kind}"): kind for kind in ("lnSpc", "spcBef", "spcAft")}
_MARKER_SIZES = frozenset(name(f"a:{kind}") for kind in ("buSzTx", "buSzPct", "buSzPts"))
_MARKER_FONTS = frozenset(name(f"a:{kind}") for kind in ("buFontTx", "buFont"))
_SYMBOLS = ("wingdings", "webdings", "symbol", "zapf", "opensymbol", "starsymbol")
_CHARACTERS = name("a:defRPr")
_LATIN = name("a:latin")
_POINTS = name("a:spcPts")
TRUE = frozenset({"1", "true", "on"})
"""How OOXML says yes."""


class Spacing(Struct, frozen=True):
    """A distance: a number of points, or a share of a line's height."""

    points: float = 0.0
    share: float = 0.0

    def in_points(self, size: float) -> float:
        """Give it in points, for text of a size in points."""
        return self.points + self.share * LINE_HEIGHT * size

    def in_lines(self, size: float) -> float:
        """Give it as a share of a line's height."""
        return self.share + self.points / (LINE_HEIGHT * size)


DEFAULTS: dict[str, Any] = {
    "sz": 18.0,
    "b": False,
    "i": False,
    "latin": "+mn-lt",
    "lnSpc": Spacing(share=1.0),
    "spcBef": Spacing(),
    "spcAft": Spacing(),
    "marL": 0.0,
    "indent": 0.0,
    "bullet": False,
    "marker size": True,
    "marker font": True,
    "cap": False,
    "spc": 0.0,
}
"""What holds where nothing is set."""


def list_style(element: Element | None) -> ListStyle:
    """Read what a list style sets; nothing, where there is none."""
    levels: list[dict[str, Any]] = [{} for _ in range(LEVELS)]
    for properties in element if element is not None else ():
        if properties.tag in _LEVELS:
            levels[_LEVELS[properties.tag]].update(_given(properties))
    return tuple(levels)


def level_styles(styles: Iterable[ListStyle], fonts: Mapping[str, str]) -> tuple[LevelStyle, ...]:
    """Resolve each level from list styles, the one that wins first.

    `fonts` are the theme's, by their names in a text style (`+mn-lt`).
    """
    levels = [DEFAULTS] * LEVELS
    for style in reversed(tuple(styles)):
        levels = [{**under, **over} for under, over in zip(levels, style, strict=True)]
    return tuple(_level(level, fonts) for level in levels)


def _level(given: Mapping[str, Any], fonts: Mapping[str, str]) -> LevelStyle:
    size = given["sz"]
    return LevelStyle(
        typeface=fonts.get(given["latin"], given["latin"]),
        size=size,
        bold=given["b"],
        italic=given["i"],
        line_spacing=given["lnSpc"].in_lines(size),
        space_before=given["spcBef"].in_points(size),
        space_after=given["spcAft"].in_points(size),
        margin_left=given["marL"],
        indent=given["indent"],
        bullet=given["bullet"],
        plain_marker=given["marker size"] and given["marker font"],
        capitals=given["cap"],
        tracking=given["spc"],
    )


def _given(properties: Element) -> Iterator[tuple[str, Any]]:
    for key in ("marL", "indent"):
        if key in properties.attrib:
            yield key, int(properties.attrib[key]) / EMU_PER_POINT
    for child in properties:
        if child.tag in _SPACINGS:
            yield _SPACINGS[child.tag], _spacing(child[0])
        elif child.tag in _BULLETS:
            yield "bullet", _BULLETS[child.tag]
        elif child.tag in _MARKER_SIZES:
            yield "marker size", child.get("val") in (None, "100000", "100%")
        elif child.tag in _MARKER_FONTS:
            yield "marker font", _has_digits(child.get("typeface", ""))
        elif child.tag == _CHARACTERS:
            yield from _characters(child)


def _characters(characters: Element) -> Iterator[tuple[str, Any]]:
    if "sz" in characters.attrib:
        yield "sz", int(characters.attrib["sz"]) / 100
    for key in ("b", "i"):
        if key in characters.attrib:
            yield key, characters.attrib[key] in TRUE
    if "cap" in characters.attrib:
        yield "cap", characters.attrib["cap"] == "all"
    if "spc" in characters.attrib:
        yield "spc", _tracking(characters.attrib["spc"])
    for child in characters:
        if child.tag == _LATIN:
            yield "latin", child.get("typeface", "")


def _has_digits(typeface: str) -> bool:
    """Whether a font has letters and digits, rather than pictures in their places."""
    return not typeface.casefold().startswith(_SYMBOLS)


def _tracking(given: Any) -> float:
    """Read a distance between letters: hundredths of a point, or with a unit (22.9.2.14)."""
    return int(given) / 100 if str(given).lstrip("-").isdigit() else 0.0


def _spacing(value: Element) -> Spacing:
    """Read `spcPts`, in hundredths of a point, or `spcPct` (ECMA-376 part 1, 22.9.2.9)."""
    given = value.get("val", "0")
    if value.tag == _POINTS:
        return Spacing(points=int(given) / 100)
    return Spacing(share=float(given[:-1]) / 100 if "%" in given else int(given) / 100_000)
