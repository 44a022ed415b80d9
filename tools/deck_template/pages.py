"""The XML of masters, layouts, the presentation and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deck_template import measures as at
from deck_template import styles
from deck_template.layouts import MASTER, feet
from deck_template.shapes import NAMESPACES, Placeholder, shape_tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deck_template.layouts import Layout
    from deck_template.measures import Page

FIRST_ID = 2**31
"""The master's id; layouts count on from it (ECMA-376 part 1, 19.7.3: at least 2^31)."""

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
    ' accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4"'
    ' accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)

NOTES = (
    Placeholder("Header", "hdr", 0, at.NOTES_HEADER, styles.NOTES_FOOT, ("",)),
    Placeholder("Date", "dt", 1, at.NOTES_DATE, styles.NOTES_FOOT_RIGHT, ("",)),
    Placeholder("Slide image", "sldImg", 2, at.NOTES_SLIDE, styles.PLAIN, ("",)),
    Placeholder("Notes", "body", 3, at.NOTES_TEXT, styles.NOTES, ("Notes", "List", "List")),
    Placeholder("Footer", "ftr", 4, at.NOTES_FOOTER, styles.NOTES_FOOT, ("",), anchor="b"),
    Placeholder(
        "Slide number", "sldNum", 5, at.NOTES_NUMBER, styles.NOTES_FOOT_RIGHT, (), anchor="b"
    ),
)


def layout(plan: Layout, page: Page) -> str:
    """Write a layout, for slides of a ratio."""
    return (
        f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{plan.name}">'
        f"{_background(plan.background)}{shape_tree((*plan.shapes, *feet()), page)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def slide_master(layout_rids: Iterable[str], page: Page) -> str:
    """Write the slide master, whose layouts have these relationship ids."""
    ids = (
        f'<p:sldLayoutId id="{FIRST_ID + number}" r:id="{rid}"/>'
        for number, rid in enumerate(layout_rids, start=1)
    )
    return (
        f'<p:sldMaster {NAMESPACES} preserve="1"><p:cSld>{_background("bg1")}'
        f"{shape_tree(MASTER, page)}</p:cSld>{COLOUR_MAP}"
        f"<p:sldLayoutIdLst>{''.join(ids)}</p:sldLayoutIdLst><p:txStyles>"
        f"{styles.list_style('p:titleStyle', styles.TITLE, page)}"
        f"{styles.list_style('p:bodyStyle', styles.LIST, page, full=True)}"
        f"{styles.list_style('p:otherStyle', styles.PLAIN, page, full=True)}"
        "</p:txStyles></p:sldMaster>"
    )


def notes_master(page: Page) -> str:
    """Write the notes master: the slide above, what the facilitator should know beneath it."""
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld>{_background('bg1')}"
        f"{shape_tree(NOTES, page)}</p:cSld>"
        f"{COLOUR_MAP}{styles.list_style('p:notesStyle', styles.NOTES, page, full=True)}"
        "</p:notesMaster>"
    )


def presentation(master_rid: str, notes_rid: str, page: Page) -> str:
    """Write the presentation, its list of slides still empty."""
    _, _, width, height = at.SLIDE.on(page).emu
    _, _, notes_width, notes_height = at.NOTES.on(page).emu
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_ID}" r:id="{master_rid}"/>'
        f'</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="{notes_rid}"/>'
        f'</p:notesMasterIdLst><p:sldIdLst/><p:sldSz cx="{width}" cy="{height}"/>'
        f'<p:notesSz cx="{notes_width}" cy="{notes_height}"/>'
        f"{styles.list_style('p:defaultTextStyle', styles.PLAIN, page, full=True)}</p:presentation>"
    )


def _background(colour: str) -> str:
    if not colour:
        return ""
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
