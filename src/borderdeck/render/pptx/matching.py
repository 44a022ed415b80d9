"""Find our layouts in a template of any make.

A layout that bears our name, and whose placeholders do, is taken as it is. Otherwise the
placeholders tell: their types, how many there are, where they stand and how large they are. Among
those that would do, the layout's own type (ECMA-376 part 1, 19.7.15: the same in every interface
language) weighs most, a word in its name a little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.documents.slides import LayoutName, Role
from borderdeck.render.pptx.arrangements import (
    Sight,
    activity,
    columns,
    content,
    picture,
    quote,
    section_head,
    table,
    title_alone,
    title_alone_or_subtitled,
    title_slide,
)
from borderdeck.render.pptx.hints import HINTS
from borderdeck.render.pptx.naming import Roles, named_roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

REQUIRED: Mapping[LayoutName, frozenset[Role]] = {
    **{name: frozenset({Role.TITLE, Role.BODY}) for name in LayoutName},
    **{
        name: frozenset({Role.TITLE})
        for name in (
            LayoutName.DIVIDER,
            LayoutName.STATEMENT,
            LayoutName.CLOSING,
            LayoutName.THANKS,
        )
    },
    LayoutName.TITLE: frozenset({Role.TITLE, Role.SUBTITLE}),
    LayoutName.COLUMNS: frozenset({Role.TITLE, Role.LEFT, Role.RIGHT}),
    LayoutName.QUOTE: frozenset({Role.TITLE, Role.BODY, Role.SOURCE}),
    LayoutName.ACTIVITY: frozenset({Role.TITLE, Role.BODY, Role.SIDE}),
    LayoutName.TABLE: frozenset({Role.TITLE, Role.TABLE, Role.CAPTION}),
    LayoutName.PICTURE: frozenset({Role.TITLE, Role.PICTURE, Role.CAPTION}),
}
"""The placeholders that a layout has to have to be one of ours."""


class Match(Struct, frozen=True):
    """A layout that serves as one of ours: what its placeholders are for.

    `exact` says that it bears our name, and its placeholders theirs.
    """

    sight: Sight
    roles: Roles
    exact: bool = False


class Rule(Struct, frozen=True):
    """How one of our layouts is known: what gives its roles, and the types that layouts of it have.

    `by_name` says that only a word in its name tells it from others.
    """

    roles: Callable[[Sight], Roles]
    types: frozenset[str] = frozenset()
    by_name: bool = False


def find_layouts(sights: Iterable[Sight]) -> dict[LayoutName, Match]:
    """Give the best match for each of our layouts that has one."""
    known = tuple(sights)
    found = ((name, _best(name, known)) for name in LayoutName)
    return {name: match for name, match in found if match is not None}


def _best(name: LayoutName, sights: tuple[Sight, ...]) -> Match | None:
    candidates = [
        (score, match) for sight in sights for score, match in _candidate(name, RULES[name], sight)
    ]
    return max(candidates, key=lambda c: c[0])[1] if candidates else None


def _candidate(
    name: LayoutName, rule: Rule, sight: Sight
) -> Iterable[tuple[tuple[float, ...], Match]]:
    """Give the match, and how good it is, if the layout would do."""
    exact = named_roles(sight.placeholders) if sight.name == name else {}
    near = -(sight.opening if name is LayoutName.TITLE else sight.master)
    if exact.keys() >= REQUIRED[name]:
        yield (1, near), Match(sight, exact, exact=True)
        return
    hinted = any(word in sight.name.casefold() for word in HINTS.get(name, ()))
    roles = rule.roles(sight)
    if roles and (hinted or not rule.by_name):
        spare = len(sight.placeholders) - len(roles)
        typed = sight.type in rule.types
        yield (0, near, typed, hinted, -spare, len(roles)), Match(sight, {**sight.feet, **roles})


RULES: Mapping[LayoutName, Rule] = {
    LayoutName.TITLE: Rule(title_slide, frozenset({"title"})),
    LayoutName.AGENDA: Rule(content, by_name=True),
    LayoutName.OBJECTIVES: Rule(content, by_name=True),
    LayoutName.DIVIDER: Rule(section_head, frozenset({"secHead"}), by_name=True),
    LayoutName.KEY_MESSAGES: Rule(content, by_name=True),
    LayoutName.CONTENT: Rule(content, frozenset({"obj", "tx"})),
    LayoutName.COLUMNS: Rule(columns, frozenset({"twoObj", "twoColTx"})),
    LayoutName.QUOTE: Rule(quote),
    LayoutName.QUESTION: Rule(content, by_name=True),
    LayoutName.STATEMENT: Rule(title_alone, by_name=True),
    LayoutName.ACTIVITY: Rule(activity),
    LayoutName.TABLE: Rule(table, frozenset({"tbl"})),
    LayoutName.PICTURE: Rule(picture, frozenset({"picTx"})),
    LayoutName.CLOSING: Rule(title_alone_or_subtitled, by_name=True),
    LayoutName.THANKS: Rule(title_alone_or_subtitled, by_name=True),
}
"""How each of our layouts is known where no name of ours tells."""
