"""Take in a template of any make: out of it comes a clean package that has all our layouts.

Only here is python-pptx at work, with all that can be odd about a package in the field; decks are
made from what comes out (`borderdeck.render.pptx.design`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from borderdeck.render.pptx.archive import archived
from borderdeck.render.pptx.arrangements import Sight
from borderdeck.render.pptx.design import design_of
from borderdeck.render.pptx.fallbacks import complete, foot_lacks
from borderdeck.render.pptx.faults import UnreadableTemplateError
from borderdeck.render.pptx.guard import BROKEN, opened
from borderdeck.render.pptx.matching import find_layouts
from borderdeck.render.pptx.members import members
from borderdeck.render.pptx.mending import mend
from borderdeck.render.pptx.room import make_room, with_our_prefixes
from borderdeck.render.pptx.template import template_of
from borderdeck.render.pptx.xml import first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.layouts import DeckTemplate
    from borderdeck.render.pptx.design import Design


def taken_in(data: bytes) -> DeckTemplate:
    """Take in a template; what it lacks is made of what it has, and told.

    Raises `UnreadableTemplateError`, also where there is no layout with a title and a place for
    text.
    """
    presentation = opened(data)
    try:
        return _taken_in(presentation)
    except BROKEN as error:
        raise UnreadableTemplateError("it is broken") from error


def _taken_in(presentation: Any) -> DeckTemplate:
    shown = _shown_masters(presentation)
    mend(presentation)
    make_room(presentation)
    matches = find_layouts(_sights(design_of(_written(presentation)), shown))
    found = complete(presentation, matches)
    template = template_of(_written(presentation), found)
    return replace(template, lacks=(*template.lacks, *foot_lacks(template.layouts)))


def _written(presentation: Any) -> bytes:
    found = members(presentation.part.package)
    name = presentation.part.partname.membername
    return archived({**found, name: with_our_prefixes(found[name])})


def _sights(design: Design, shown: tuple[int, ...]) -> Iterator[Sight]:
    """Give the layouts; the masters of sample slides go before others, and the first of all.

    `shown` are the masters of the template's sample slides, in their order.
    """
    opening = shown[0] if shown else 0
    usual = Counter(shown[1:] or shown or (0,)).most_common(1)[0][0]
    for layout in design.layouts.values():
        number = layout.number
        yield Sight(
            layout.part,
            0 if number == usual else 1 + number,
            0 if number == opening else 1 + number,
            layout.name,
            layout.type,
            layout.placeholders,
            layout.master.from_the_right,
        )


def _shown_masters(presentation: Any) -> tuple[int, ...]:
    """Say which master each of the template's sample slides stands on, counted from 0."""
    parts = [master.part.partname for master in presentation.slide_masters]
    if first(presentation.element, "p:sldIdLst") is None:
        return ()
    slides = presentation.slides  # which writes an empty list where there is none
    return tuple(parts.index(slide.slide_layout.slide_master.part.partname) for slide in slides)
