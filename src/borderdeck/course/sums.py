"""Whether the minutes of an outline add up: those of its parts, and those of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.checks import Seen
from borderdeck.course.clock import in_minutes
from borderdeck.course.model import Section, Session, Slide
from borderdeck.course.nodes import Mapping, Scalar, items_of
from borderdeck.course.values import INTEGER
from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from borderdeck.course.decode import Findings
    from borderdeck.course.nodes import Node

LEVELS = (
    (Session, "session", "sections"),
    (Section, "section", "slides"),
    (Slide, "slide", BLOCKS := "blocks"),
)
"""What has minutes, what it is called, and the key of its parts."""


def check_minutes(sessions: Collection[Findings]) -> Iterator[Diagnostic]:
    """Tell where parts take longer than the whole, or not as long."""
    course = Seen(tuple(sessions))
    for kind, called, parts in LEVELS:
        for node in course.mappings(kind):
            yield from _difference(node, called, parts)


def _difference(node: Mapping, called: str, parts: str) -> Iterator[Diagnostic]:
    own, said = node.get("minutes"), _written(node)
    if own is None or said is None:
        return
    counts = [_minutes(part) for part in items_of(node.get(parts))]
    known = [count for count in counts if count is not None]
    total, complete = sum(known), len(known) == len(counts)
    # A slide may take longer than what stands on it: there is more to say.
    short = complete and bool(known) and parts != BLOCKS
    if not (total > said or (short and total < said)):
        return
    already = "" if complete else " already, though not all of them have minutes"
    yield Diagnostic(
        Code.MINUTES_DIFFER,
        f"this {called} takes {in_minutes(said)}, and its {parts} take {total}{already}",
        f"correct one of the two: they differ by {abs(total - said)}",
        own.position,
        Severity.WARNING,
    )


def _minutes(node: Node) -> int | None:
    """Give what a part says of itself, else the sum of its own parts, where each has minutes."""
    if not isinstance(node, Mapping):
        return None
    if (said := _written(node)) is not None:
        return said
    inside = next((items_of(node.get(key)) for _, _, key in LEVELS if node.get(key)), ())
    counts = [_minutes(part) for part in inside]
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _written(node: Mapping) -> int | None:
    scalar = node.get("minutes")
    if isinstance(scalar, Scalar) and scalar.plain and INTEGER.fullmatch(scalar.text):
        return int(scalar.text[:9])
    return None
