"""Render what is stale: papers in other processes, decks in this one meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.build.built import DECK
from borderdeck.build.drawing import task_of
from borderdeck.workspace import Reads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderdeck.build.crew import Crew
    from borderdeck.build.drawing import Rendered, Task
    from borderdeck.build.judging import Target
    from borderdeck.build.renderers import Renderers
    from borderdeck.build.request import Listener

MANY = 1_000_000
"""From which weight on several decks are shared out, too: that of some hundreds of slides."""


class Rendering(Struct):
    """Targets that are being rendered, and who hears of it.

    Each is told of when it is begun here, or has come in from elsewhere.
    """

    targets: Sequence[Target]
    renderers: Renderers
    crew: Crew
    listener: Listener
    _told: int = 0

    def results(self) -> Iterator[tuple[Target, Rendered]]:
        """Render them, the heaviest first where several are rendered at once."""
        self.renderers.drawings.prepare(target.document for target in self.targets)
        yield from map(self._here, self.targets) if self.crew.alone else self._beside()
        self.listener.progress(len(self.targets), len(self.targets), "")

    def _beside(self) -> Iterator[tuple[Target, Rendered]]:
        heaviest = sorted(self.targets, key=lambda target: -target.weight)
        decks = [target for target in heaviest if target.path.endswith(DECK)]
        shared = [target for target in heaviest if not target.path.endswith(DECK)]
        if len(decks) > 1 and sum(deck.weight for deck in decks) > MANY:
            shared, decks = shared + decks, []
        named = {target.path: target for target in shared}
        others = self.crew.share({target.path: self._task(target) for target in shared})
        yield from map(self._here, decks)
        yield from (self._here(named[path]) for path in others.take_back(DECK))
        yield from (self._come(named[path], done) for path, done in others.results())

    def _here(self, target: Target) -> tuple[Target, Rendered]:
        self._tell(target)
        return target, self.renderers.render(target.document, target.kind.template)

    def _come(self, target: Target, rendered: Rendered | None) -> tuple[Target, Rendered]:
        """Take what came from another process; what could not be done there is done here."""
        if rendered is None:
            return self._here(target)
        self._tell(target)
        self.renderers.workspace.replay(Reads(rendered.read))
        return target, self.renderers.drawings.told_with(target.document, rendered)

    def _tell(self, target: Target) -> None:
        self.listener.progress(self._told, len(self.targets), target.path)
        self._told += 1

    def _task(self, target: Target) -> Task:
        decks = (self.renderers.slides, self.renderers.own_template)
        drawings = self.renderers.drawings.of(target.document)
        return task_of(target.document, target.kind.template, decks, drawings)
