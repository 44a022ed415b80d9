"""What happens where a template lacks a layout or a placeholder: the one table of it.

Every one of our layouts gets one of the template, and everything that is said a placeholder in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from borderdeck.documents.layouts import Lack, LayoutBoxes
from borderdeck.documents.slides import LayoutName, Role
from borderdeck.render.pptx.deriving import RECIPES, derive
from borderdeck.render.pptx.faults import UnreadableTemplateError
from borderdeck.render.pptx.matching import REQUIRED
from borderdeck.render.pptx.naming import by_id
from borderdeck.render.pptx.template import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from borderdeck.render.pptx.matching import Match

TAKES: Mapping[LayoutName, tuple[LayoutName, ...]] = {
    LayoutName.AGENDA: (LayoutName.CONTENT,),
    LayoutName.OBJECTIVES: (LayoutName.CONTENT,),
    LayoutName.KEY_MESSAGES: (LayoutName.CONTENT,),
    LayoutName.QUESTION: (LayoutName.CONTENT,),
    LayoutName.TITLE: (LayoutName.CONTENT,),
    LayoutName.DIVIDER: (LayoutName.TITLE, LayoutName.CONTENT),
    LayoutName.STATEMENT: (LayoutName.TITLE, LayoutName.DIVIDER, LayoutName.CONTENT),
    LayoutName.CLOSING: (LayoutName.TITLE, LayoutName.DIVIDER, LayoutName.CONTENT),
    LayoutName.THANKS: (LayoutName.TITLE, LayoutName.DIVIDER, LayoutName.CONTENT),
}
"""Which layouts stand in for a missing one, the best first."""

STANDS_IN = {Role.SUBTITLE: Role.BODY}
"""Which placeholder of another layout takes what a role says."""

NUMBER = "the number of a section stands before its title, and is left out on other slides"
PLACE = "place and dates stand beneath the subtitle"
FOOT = "it is left out"

FOOT_ROLES = (Role.FOOTER, Role.DATE, Role.SLIDE_NUMBER)


def complete(presentation: Any, matches: Mapping[LayoutName, Match]) -> dict[LayoutName, Found]:
    """Find or make a layout for each of ours.

    Raises `UnreadableTemplateError` where there is none to make others of.
    """
    if LayoutName.CONTENT not in matches:
        raise UnreadableTemplateError(
            "it has no layout with a title and one large placeholder for text below it",
            'add one to its slide master, such as PowerPoint\'s "Title and Content"',
        )
    return {name: _with_lacks(name, _found(presentation, name, matches)) for name in LayoutName}


def foot_lacks(layouts: Mapping[LayoutName, LayoutBoxes]) -> Iterator[Lack]:
    """Say which layouts have no footer, date or slide number."""
    for name, layout in layouts.items():
        for role in FOOT_ROLES:
            if role not in layout.boxes:
                yield Lack(name, role, FOOT)


def _found(presentation: Any, name: LayoutName, matches: Mapping[LayoutName, Match]) -> Found:
    match = matches.get(name)
    if match is not None and match.roles.keys() >= REQUIRED[name]:
        return Found(match.sight.part, by_id(match.roles), match.exact, origin=match.sight.part)
    if name in RECIPES:
        return _made(presentation, name, match, matches[LayoutName.CONTENT])
    source = next(matches[other] for other in TAKES[name] if other in matches)
    lack = Lack(name, None, f'slides take "{source.sight.name}"')
    part = source.sight.part
    return Found(part, _instead(name, source), lacks=(lack,), origin=part)


def _made(presentation: Any, name: LayoutName, own: Match | None, content: Match) -> Found:
    """Make a layout: of the template's own that lacks one placeholder, or of its content layout."""
    base, recipe = own or content, RECIPES[name]
    part, roles = derive(presentation, base, name)
    where = "beside" if recipe.beside else "beneath"
    if own is None:
        done = f'one is made of "{base.sight.name}", its box divided: "{recipe.new}" {where}'
    else:
        done = f"room for it is made {where} the {recipe.kept.lower()}"
    lack = Lack(name, None if own is None else recipe.new, done)
    return Found(part, roles, made=True, lacks=(lack,), origin=base.sight.part)


def _instead(name: LayoutName, source: Match) -> dict[int, Role]:
    """Give the roles of another layout that stands in: what it has no role for takes its body."""
    roles = by_id(source.roles)
    for wanted, present in STANDS_IN.items():
        if wanted in REQUIRED[name] and wanted not in source.roles:
            roles[source.roles[present].identifier] = wanted
    return roles


def _with_lacks(name: LayoutName, found: Found) -> Found:
    roles = set(found.roles.values())
    more: list[Lack] = []
    if Role.RAIL not in roles and name is LayoutName.DIVIDER:
        more.append(Lack(name, Role.RAIL, NUMBER))
    if Role.PLACE_AND_DATE not in roles and name is LayoutName.TITLE:
        more.append(Lack(name, Role.PLACE_AND_DATE, PLACE))
    return replace(found, lacks=(*found.lacks, *more))
