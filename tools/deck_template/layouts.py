"""The layouts: which placeholders each has, where they stand and how their text is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.documents.slides import LayoutName, Role
from deck_template import measures as at
from deck_template import styles
from deck_template.shapes import Placeholder, Shape, Stroke

if TYPE_CHECKING:
    from deck_template.measures import Area
    from deck_template.styles import Levels

IDX = {role: number for number, role in enumerate(Role)}
"""Each role's `idx`, the same in all layouts, so that words stay when a layout is changed; the
title's is 0, as the format has it."""

THREE_LEVELS = ("Text", "Second level", "Third level")
NUMBER = "7"
FEET = frozenset({"ftr", "dt", "sldNum"})
"""What stands at the foot, by OOXML type: PowerPoint fills these itself."""


class Layout(Struct, frozen=True):
    """A layout: its name, what stands on it in reading order, and its background's colour."""

    name: LayoutName
    shapes: tuple[Shape, ...]
    background: str = ""


def text(
    role: Role, box: Area, levels: Levels, prompt: str = "", kind: str = "body"
) -> Placeholder:
    """Make a placeholder; without `prompt` PowerPoint shows its own, in the user's language.

    The lines of `prompt` are of one level after the other.
    """
    own = bool(prompt) and kind not in FEET
    shown = tuple(prompt.splitlines()) or (THREE_LEVELS if len(levels) > 1 else (role,))
    return Placeholder(role, kind, IDX[role], box, levels, shown, own)


def title(box: Area = at.TITLE, levels: Levels = styles.TITLE, prompt: str = "") -> Placeholder:
    """Make a title."""
    return text(Role.TITLE, box, levels, prompt, "title")


def opening(prompt: str, levels: Levels = styles.OPENING) -> Placeholder:
    """Make the large title at whose height the line opens."""
    return replace(title(at.OPENING, levels, prompt), anchor="ctr")


def rail(box: Area = at.RAIL, levels: Levels = styles.RAIL, prompt: str = NUMBER) -> Placeholder:
    """Make the number beside a slide's text."""
    return text(Role.RAIL, box, levels, prompt)


def feet() -> tuple[Placeholder, ...]:
    """Make what stands at the foot of every slide."""
    return (
        text(Role.FOOTER, at.FOOTER, styles.FOOT, "Course title", "ftr"),
        text(Role.DATE, at.DATE, styles.FOOT_RIGHT, "Place, date", "dt"),
        text(Role.SLIDE_NUMBER, at.SLIDE_NUMBER, styles.FOOT, "1", "sldNum"),
    )


LINE = (Stroke("Line above", at.LINE_ABOVE), Stroke("Line below", at.LINE_BELOW))
PLACE_AND_DATE = text(Role.PLACE_AND_DATE, at.PLACE_AND_DATE, styles.PLACE_AND_DATE, "Place, date")
SIDE = replace(
    text(Role.SIDE, at.SIDE, styles.SIDE, "Minutes\nGroup size, materials"),
    fill="bg2",
    inset=at.SIDE_INSET,
)
QUOTE = replace(text(Role.BODY, at.QUOTE, styles.QUOTE, "Quotation"), anchor="b")
CAPTION = text(Role.CAPTION, at.CAPTION, styles.CAPTION, "Caption")


def with_number(name: LayoutName, *shapes: Shape) -> Layout:
    """Make a layout with a title above its text and a number in the rail."""
    return Layout(name, (title(), rail(), *shapes))


LAYOUTS = (
    Layout(
        LayoutName.TITLE,
        (
            opening("Course title"),
            text(
                Role.SUBTITLE,
                at.UNDER_OPENING,
                styles.SUBTITLE,
                "Session\nSession title",
                "subTitle",
            ),
            PLACE_AND_DATE,
            *LINE,
        ),
    ),
    with_number(LayoutName.AGENDA, text(Role.BODY, at.BODY, styles.AGENDA, "7.1 Section")),
    with_number(LayoutName.OBJECTIVES, text(Role.BODY, at.BODY, styles.LIST)),
    Layout(
        LayoutName.DIVIDER,
        (
            replace(opening("Section title"), box=at.SECTION_TITLE),
            rail(at.DIVIDER_NUMBER, styles.DIVIDER_NUMBER, "7.1"),
            *LINE,
        ),
        background="bg2",
    ),
    with_number(LayoutName.KEY_MESSAGES, text(Role.BODY, at.BODY, styles.MESSAGES)),
    with_number(LayoutName.CONTENT, text(Role.BODY, at.BODY, styles.LIST)),
    with_number(
        LayoutName.COLUMNS,
        text(Role.LEFT, at.LEFT_COLUMN, styles.COLUMN),
        text(Role.RIGHT, at.RIGHT_COLUMN, styles.COLUMN),
    ),
    with_number(
        LayoutName.QUOTE,
        QUOTE,
        text(Role.SOURCE, at.SOURCE, styles.SOURCE, "Source"),
    ),
    with_number(LayoutName.QUESTION, text(Role.BODY, at.QUESTION, styles.QUESTION, "One question")),
    Layout(LayoutName.STATEMENT, (title(at.STATEMENT, styles.OPENING, "Statement"), rail())),
    with_number(LayoutName.ACTIVITY, text(Role.BODY, at.INSTRUCTIONS, styles.LIST), SIDE),
    with_number(
        LayoutName.TABLE, text(Role.TABLE, at.FIGURE, styles.FIGURE, "Table", "tbl"), CAPTION
    ),
    with_number(
        LayoutName.PICTURE,
        text(Role.PICTURE, at.FIGURE, styles.FIGURE, "Picture", "pic"),
        CAPTION,
    ),
    Layout(
        LayoutName.CLOSING,
        (opening("Closing line", styles.CLOSING), PLACE_AND_DATE, *LINE),
    ),
    Layout(
        LayoutName.THANKS,
        (
            opening("Thank you", styles.THANKS),
            text(Role.SUBTITLE, at.UNDER_OPENING, styles.CONTACT, "Contact", "subTitle"),
            *LINE,
        ),
    ),
)

MASTER = (title(), text(Role.BODY, at.BODY, styles.LIST), *feet())
