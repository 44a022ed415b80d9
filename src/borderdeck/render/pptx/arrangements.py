"""What the placeholders of a layout tell of it, whatever they and it are called.

Each function looks for one arrangement, and gives what each placeholder of it is for; nothing where
the layout is arranged otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.documents.slides import Role
from borderdeck.render.pptx.levels import LINE_HEIGHT
from borderdeck.render.pptx.naming import BY_TYPE, Roles
from borderdeck.render.pptx.placeholders import FEET, HEADINGS

if TYPE_CHECKING:
    from borderdeck.render.pptx.placeholders import Frame, Placeholder

TEXT = frozenset({"body", "obj"})
"""The types of placeholders that text goes into."""

LINES, EMS = 3, 8
"""How many lines of how many em a box holds at least that is for more than a label."""

LEGIBLE = 20.0
"""The size that text in it is taken to have, at least, in points."""

ALIKE = 0.85
"""From which share of the other's width two boxes are as wide as each other."""


class Sight(Struct, frozen=True):
    """A layout as it is found: its part, its placeholders, and how far back its master stands.

    `opening` is that for the layout of the course's title: the sample slides of a template often
    open with a master of its own, and go on with another.
    """

    part: str
    master: int
    opening: int
    name: str
    type: str
    placeholders: tuple[Placeholder, ...]
    from_the_right: bool = False

    @property
    def feet(self) -> Roles:
        """What stands at the foot."""
        return {BY_TYPE[p.type]: p for p in self.placeholders if p.type in FEET}

    @property
    def title(self) -> Placeholder | None:
        """The title, where its lines are level."""
        found = (p for p in self.placeholders if p.type in HEADINGS and p.upright)
        return next(found, None)

    @property
    def texts(self) -> list[Placeholder]:
        """What text goes into, from top to bottom, then as it is read."""
        found = [p for p in self.placeholders if p.type in TEXT and p.upright and p.frame.cx]
        return sorted(
            found, key=lambda p: (p.frame.y, -p.frame.x if self.from_the_right else p.frame.x)
        )

    def typed(self, *kinds: str) -> list[Placeholder]:
        """Give the placeholders of these types."""
        return [p for p in self.placeholders if p.type in kinds]


def _is_large(placeholder: Placeholder) -> bool:
    box, size = placeholder.box, max(LEGIBLE, placeholder.box.style(0).size)
    return box.height >= LINES * size * LINE_HEIGHT and box.width >= EMS * size


def _headed(sight: Sight) -> Roles:
    """Give the title, and the small text above or beside it, which takes a number."""
    if sight.title is None:
        return {}
    beside = [p for p in sight.texts if not _is_large(p) and _leads(p.frame, sight.title.frame)]
    return {Role.TITLE: sight.title} | ({Role.RAIL: beside[0]} if beside else {})


def _leads(text: Frame, title: Frame) -> bool:
    above = text.y + text.cy <= title.y + title.cy // 4
    left, right = text.x + text.cx <= title.x, text.x >= title.x + title.cx
    return above or ((left or right) and text.y < title.y + title.cy)


def _below(sight: Sight, upper: Placeholder) -> Placeholder | None:
    """Give the small text beneath a box."""
    edge = upper.frame.y + upper.frame.cy * 3 // 4
    return next((p for p in sight.texts if p is not upper and p.frame.y >= edge), None)


def _large(sight: Sight) -> list[Placeholder]:
    """Give the large boxes, if all are below the title and none is for something else than text."""
    large = [p for p in sight.texts if _is_large(p)]
    if sight.title is None or sight.typed("pic", "tbl", "chart", "dgm", "media", "clipArt"):
        return []
    middle = sight.title.frame.y + sight.title.frame.cy // 2
    return large if all(p.frame.y >= middle for p in large) else []


def content(sight: Sight) -> Roles:
    """Look for a title and one large box."""
    large = _large(sight)
    return {**_headed(sight), Role.BODY: large[0]} if len(large) == 1 else {}


def columns(sight: Sight) -> Roles:
    """Look for a title and two large boxes of one width, side by side."""
    pair = _pair(sight)
    if pair is None or _narrower(*pair) < ALIKE:
        return {}
    return {**_headed(sight), Role.LEFT: pair[0], Role.RIGHT: pair[1]}


def activity(sight: Sight) -> Roles:
    """Look for a title, a large box, and a narrower one beside it."""
    pair = _pair(sight)
    if pair is None or _narrower(*pair) >= ALIKE or pair[0].frame.cx < pair[1].frame.cx:
        return {}
    return {**_headed(sight), Role.BODY: pair[0], Role.SIDE: pair[1]}


def _pair(sight: Sight) -> tuple[Placeholder, Placeholder] | None:
    """Give the two large boxes that stand side by side, in reading order."""
    large = _large(sight)
    if len(large) != 2:  # noqa: PLR2004 - a pair
        return None
    left, right = sorted(large, key=lambda p: p.frame.x)
    apart = left.frame.x + left.frame.cx <= right.frame.x
    overlap = min(p.frame.y + p.frame.cy for p in large) - max(p.frame.y for p in large)
    if not apart or overlap < min(p.frame.cy for p in large) // 2:
        return None
    return (right, left) if sight.from_the_right else (left, right)


def _narrower(one: Placeholder, other: Placeholder) -> float:
    widths = sorted((one.frame.cx, other.frame.cx))
    return widths[0] / widths[1]


def quote(sight: Sight) -> Roles:
    """Look for a title, a large box, and a small one beneath it."""
    roles = content(sight)
    source = _below(sight, roles[Role.BODY]) if roles else None
    return {**roles, Role.SOURCE: source} if source else {}


def table(sight: Sight) -> Roles:
    """Look for a title and a box for a table."""
    return _shown(sight, Role.TABLE, "tbl")


def picture(sight: Sight) -> Roles:
    """Look for a title and a box for a picture, beside or beneath it."""
    return _shown(sight, Role.PICTURE, "pic")


def _shown(sight: Sight, role: Role, kind: str) -> Roles:
    shown = [p for p in sight.typed(kind) if p.frame.cx]
    title = sight.title
    if (
        len(shown) != 1
        or title is None
        or title.frame.y > shown[0].frame.y + shown[0].frame.cy // 2
    ):
        return {}
    headed = _headed(sight)
    others = [p for p in sight.texts if p not in headed.values()]
    caption = _below(sight, shown[0]) or (others[0] if len(others) == 1 else None)
    return {**headed, role: shown[0]} | ({Role.CAPTION: caption} if caption else {})


def title_slide(sight: Sight) -> Roles:
    """Look for a title and a subtitle."""
    if sight.title is None:
        return {}
    under = [p for p in sight.typed("subTitle") if p.upright]
    if sight.type == "title":
        under += sight.texts
    if not under:
        return {}
    roles = {Role.TITLE: sight.title, Role.SUBTITLE: under[0]}
    place = _below(sight, under[0])
    return roles | ({Role.PLACE_AND_DATE: place} if place and place is not under[0] else {})


def title_alone(sight: Sight) -> Roles:
    """Look for a title, without a place for much other text."""
    roles = _headed(sight)
    others = sight.typed("subTitle", "pic", "tbl", "chart", "dgm", "media", "clipArt")
    return {} if others or any(_is_large(p) for p in sight.texts) else roles


def title_alone_or_subtitled(sight: Sight) -> Roles:
    """Look for a title, without other text but a subtitle."""
    return title_alone(sight) or title_slide(sight)


def section_head(sight: Sight) -> Roles:
    """Look for a title: in a layout of that type whatever else there is, else alone."""
    return _headed(sight) if sight.type == "secHead" else title_alone(sight)
