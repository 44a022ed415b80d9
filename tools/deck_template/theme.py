"""The theme and the table style: parts without shapes."""

from __future__ import annotations

from deck_template.measures import COLOURS
from deck_template.styles import EAST_ASIAN, LATIN

NAME = "borderdeck"

MAIN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TABLE_STYLE = "{B0DEC0DE-7A1E-5A9D-8C3F-2F6C7D1E4B90}"
"""The id of the template's own table style, which is also its default."""

FONTS = (
    f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface="{LATIN}"/>'
    f'<a:font script="Arab" typeface="{LATIN}"/><a:font script="Hans" typeface="{EAST_ASIAN}"/>'
)
_PHCLR = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = (
    f'<a:ln w="{{width}}" cap="flat" cmpd="sng" algn="ctr">{_PHCLR}<a:prstDash val="solid"/></a:ln>'
)
_FLAT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(name: str = NAME) -> str:
    """Write a theme: flat, in the colours and fonts of the look."""
    return (
        f'<a:theme {MAIN} name="{name}"><a:themeElements>{_colours()}'
        f'<a:fontScheme name="{NAME}"><a:majorFont>{FONTS}</a:majorFont>'
        f"<a:minorFont>{FONTS}</a:minorFont></a:fontScheme>{_formats()}</a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours() -> str:
    slots = (f'<a:{slot}><a:srgbClr val="{rgb}"/></a:{slot}>' for slot, rgb in COLOURS.items())
    return f'<a:clrScheme name="{NAME}">{"".join(slots)}</a:clrScheme>'


def _formats() -> str:
    lines = "".join(_LINE.format(width=width) for width in (9525, 12700, 19050))
    return (
        f'<a:fmtScheme name="{NAME}"><a:fillStyleLst>{_PHCLR * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{_FLAT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PHCLR * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )


def table_styles() -> str:
    """Write the table style: rules between rows alone, and a bold header on a stronger one."""
    return (
        f'<a:tblStyleLst {MAIN} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="{NAME}">'
        f"<a:wholeTbl>{_cell_text('dk1', bold=False)}<a:tcStyle><a:tcBdr>"
        f"{_rule('bottom', 9525, 'accent3')}{_rule('insideH', 9525, 'accent3')}"
        "</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        '<a:band2H><a:tcStyle><a:tcBdr/><a:fill><a:solidFill><a:schemeClr val="lt2"/>'
        "</a:solidFill></a:fill></a:tcStyle></a:band2H>"
        f"<a:firstCol>{_cell_text('dk2', bold=True)}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{_cell_text('dk2', bold=True)}<a:tcStyle><a:tcBdr>"
        f"{_rule('bottom', 19050, 'accent1')}</a:tcBdr></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )


def _cell_text(colour: str, *, bold: bool) -> str:
    weight = ' b="on"' if bold else ""
    return (
        f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="{colour}"/></a:tcTxStyle>'
    )


def _rule(side: str, width: int, colour: str) -> str:
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return f'<a:{side}><a:ln w="{width}" cmpd="sng">{fill}</a:ln></a:{side}>'
