"""How text is set: the levels of each kind of placeholder, as OOXML list styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from deck_template.measures import EMU_PER_POINT, STANDARD

if TYPE_CHECKING:
    from deck_template.measures import Page

Levels = tuple["Level", ...]

DOT, DASH = "\N{BULLET}", "\N{EN DASH}"
LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
"""Fonts that facilitators have; Arial covers Arabic, too."""

FACES = {
    "heading": ("+mj-lt", "+mj-ea", "+mj-cs"),
    "text": ("+mn-lt", "+mn-ea", "+mn-cs"),
    "named": (LATIN, EAST_ASIAN, LATIN),
}
"""Typefaces for Latin, East Asian and complex scripts. LibreOffice does not look up a theme's fonts
on notes pages: there they are named."""

DEEPEST = 9
"""How many levels a list style has (ECMA-376 part 1, 21.1.2.4.13 to 21.1.2.4.21)."""


class Level(Struct, frozen=True):
    """How a paragraph of one level is set.

    `size`, `before`, `left` and `indent` are in points, `spacing` in per cent of a line. `colour`
    names a colour of the theme; `bullet` is its character, or empty; `face` is a key of `FACES`.
    `standard` is the size on slides of 4:3, where it is another one.
    """

    size: int
    colour: str = "tx1"
    bold: bool = False
    spacing: int = 110
    before: int = 0
    left: int = 0
    indent: int = 0
    bullet: str = ""
    align: str = "l"
    face: str = "text"
    standard: int = 0

    def on(self, page: Page) -> Level:
        """Give the level as it is on slides of a ratio."""
        return replace(self, size=self.standard) if self.standard and page is STANDARD else self


def listed(*sizes: int, before: int, left: int) -> Levels:
    """Give three levels of bullets; each starts where the words of the one above it do."""
    first, second, third = sizes
    top = Level(first, before=before, left=left, indent=-left, bullet=DOT)
    steps = ((second, DASH, 20), (third, DOT, 18))
    levels = [top]
    for size, bullet, step in steps:
        edge = levels[-1].left + step
        levels.append(replace(top, size=size, before=6, left=edge, indent=-step, bullet=bullet))
    return tuple(levels)


TITLE = (Level(28, "tx2", bold=True, spacing=90, face="heading", standard=26),)
OPENING = (Level(40, "tx2", bold=True, spacing=95, face="heading", standard=34),)
CLOSING = (replace(OPENING[0], bold=False),)
THANKS = OPENING
RAIL = (Level(36, "accent1", spacing=95),)
DIVIDER_NUMBER = (Level(96, "accent1", spacing=100),)
SUBTITLE = (Level(20, "accent1"), Level(28, "tx2", bold=True, spacing=100, before=4))
CONTACT = (Level(20),)
PLACE_AND_DATE = (Level(20, "accent3"),)
LIST = listed(24, 20, 18, before=10, left=28)
MESSAGES = listed(20, 18, 18, before=10, left=20)
COLUMN = listed(20, 18, 18, before=10, left=24)
AGENDA = (Level(24, before=14, left=40, indent=-40),)
QUOTE = (Level(28, "tx2", spacing=115, before=12),)
SOURCE = (Level(18, "accent3", spacing=100),)
QUESTION = (Level(36, before=16),)
SIDE = (Level(18, before=18), Level(18, before=4))
FIGURE = (Level(18),)
CAPTION = (Level(18, "accent3", spacing=100),)
FOOT = (Level(12, "accent3", spacing=100),)
FOOT_RIGHT = (Level(12, "accent3", spacing=100, align="r"),)
_NOTE = Level(12, spacing=120, before=6, face="named")
NOTES = (
    _NOTE,
    replace(_NOTE, before=4, left=16, indent=-16, bullet=DOT),
    replace(_NOTE, before=4, left=32, indent=-16, bullet=DASH),
)
NOTES_FOOT = (replace(FOOT[0], face="named"),)
NOTES_FOOT_RIGHT = (replace(FOOT_RIGHT[0], face="named"),)
PLAIN = (Level(18, spacing=100),)


def list_style(tag: str, levels: Levels, page: Page, *, full: bool = False) -> str:
    """Write levels as an element `tag`; `full` repeats the deepest one down to the ninth."""
    repeated = levels + levels[-1:] * (DEEPEST - len(levels)) if full else levels
    written = (_level(number, level.on(page)) for number, level in enumerate(repeated, start=1))
    return f"<{tag}>{''.join(written)}</{tag}>"


def _level(number: int, level: Level) -> str:
    left, indent = (points * EMU_PER_POINT for points in (level.left, level.indent))
    return (
        f'<a:lvl{number}pPr marL="{left}" indent="{indent}" algn="{level.align}"'
        ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{level.spacing * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{level.before * 100}"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"{_bullet(level)}{_characters(level)}</a:lvl{number}pPr>"
    )


def _bullet(level: Level) -> str:
    if not level.bullet:
        return "<a:buNone/>"
    return (
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="100000"/>'
        f'<a:buFont typeface="Arial"/><a:buChar char="{level.bullet}"/>'
    )


def _characters(level: Level) -> str:
    latin, east_asian, complex_script = FACES[level.face]
    return (
        f'<a:defRPr sz="{level.size * 100}" b="{int(level.bold)}" i="0" kern="1200">'
        f'<a:solidFill><a:schemeClr val="{level.colour}"/></a:solidFill>'
        f'<a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/>'
        f'<a:cs typeface="{complex_script}"/></a:defRPr>'
    )
