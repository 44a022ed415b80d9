"""A session at a glance: what a facilitator looks for on the morning before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.minutes import optional_parts, whole
from borderdeck.course.model import Section
from borderdeck.course.text import Marker
from borderdeck.course.walk import activities_of
from borderdeck.documents.paragraphs import items
from borderdeck.documents.session_names import section_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.course.model import Session, Slide
    from borderdeck.documents.slides import Deck, Paragraphs, Runs
    from borderdeck.edition.words import Words


class GlancePart(Struct, frozen=True):
    """A section or slide: its number ("7.1") or label ("Slide 9"), title and minutes ("25 min").

    `slides` are the numbers of a section's slides, "4–9". What nobody has said is empty.
    """

    label: str
    title: Runs
    slides: str
    minutes: str


class GlanceActivity(Struct, frozen=True):
    """Something that the group does; `needs` are its minutes and the size of groups."""

    label: str
    title: Runs
    needs: str


class Glance(Struct, frozen=True):
    """A session at a glance; what its outline does not give is empty.

    `minutes` are the session's, and what its parts add up to where that differs; `total` is what
    its sections add up to.
    """

    minutes: str
    total: str
    lead: Runs
    objectives: Paragraphs
    sections: tuple[GlancePart, ...]
    key_messages: tuple[Runs, ...]
    activities: tuple[GlanceActivity, ...]
    materials: tuple[Runs, ...]
    left_out: tuple[GlancePart, ...]


class Sight(Struct, frozen=True):
    """What a glance is made from: a session, its deck, and the words of its edition."""

    session: Session
    deck: Deck
    words: Words

    def glance(self) -> Glance:
        """Sum the session up."""
        objectives = self.session.objectives
        return Glance(
            minutes=self._time(),
            total=self._written(self._of_parts()),
            lead=objectives.lead.runs if objectives and objectives.lead else (),
            objectives=tuple(items(objectives.items, Marker.BULLET)) if objectives else (),
            sections=tuple(self._sections()),
            key_messages=tuple(message.text.runs for message in self.session.key_messages),
            activities=tuple(self._activities()),
            materials=tuple(self._materials()),
            left_out=tuple(self._left_out()),
        )

    def _time(self) -> str:
        own, parts = self.session.minutes, self._of_parts()
        if own is None or parts is None or own == parts:
            return self._written(parts if own is None else own)
        pattern = self.words.guide.time_of_parts
        return pattern.format(minutes=self._written(own), parts=self._written(parts))

    def _of_parts(self) -> int | None:
        """Add up the sections' minutes; None where one of them has none."""
        return whole(replace(self.session, minutes=None))

    def _written(self, minutes: int | None) -> str:
        return "" if minutes is None else self.words.minutes.format(count=minutes)

    def _sections(self) -> Iterator[GlancePart]:
        for index, section in enumerate(self.session.sections):
            numbers = self._numbers_of(index)
            number = section_number(self.session, index)
            minutes = self._written(whole(section))
            yield GlancePart(number, section.title.runs, numbers, minutes)

    def _numbers_of(self, index: int) -> str:
        """Give the numbers of a section's slides; the deck opens with a part of its own."""
        first = 1 + sum(len(part.slides) for part in self.deck.sections[: index + 1])
        last = first + len(self.deck.sections[index + 1].slides) - 1
        return str(first) if first == last else f"{first}\N{EN DASH}{last}"

    def _activities(self) -> Iterator[GlanceActivity]:
        for _, slide, activity in activities_of(self.session):
            size = activity.group_size
            groups = "" if size is None else self.words.group_size.format(count=size)
            needs = (self._written(activity.minutes), groups)
            title = slide.title.runs if slide.title else ()
            label = self._label_of(slide)
            yield GlanceActivity(
                label, title, self.words.list_separator.join(need for need in needs if need)
            )

    def _materials(self) -> Iterator[Runs]:
        """Give what has to be at hand, each thing once."""
        every = activities_of(self.session)
        yield from dict.fromkeys(m.runs for *_, activity in every for m in activity.materials)

    def _left_out(self) -> Iterator[GlancePart]:
        """Give what can be left out; what stands in a section that can be goes with it."""
        for part in optional_parts(self.session):
            title = part.title.runs if part.title else ()
            yield GlancePart(self._name_of(part), title, "", self._written(whole(part)))

    def _name_of(self, part: Section | Slide) -> str:
        if isinstance(part, Section):
            return section_number(self.session, self.session.sections.index(part))
        return self._label_of(part)

    def _label_of(self, slide: Slide) -> str:
        """Name the slide that a slide of the outline became; empty where it became none."""
        sources = [drawn.source for drawn in self.deck.slides]
        if slide.position not in sources:
            return ""
        return self.words.slides.label.format(number=1 + sources.index(slide.position))
