"""Which documents have to be rendered, and why; which are still as they were last made."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.build.built import DECK
from borderdeck.build.files import BuiltFile
from borderdeck.build.fingerprint import encoded
from borderdeck.build.places import told
from borderdeck.build.reasons import Cause, Reason
from borderdeck.diagnostics import Code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from borderdeck.build.request import Order
    from borderdeck.build.sources import Sources
    from borderdeck.build.state import Record
    from borderdeck.documents.document import Document, Kind

NOT_DRAWN = frozenset({"sessions", "diagnostics"})
"""What a document tells of itself beside what is drawn."""


class Target(Struct, frozen=True):
    """A document to be: the fingerprint of its plan, what it is written from, how it was last made.

    Without `reasons` it need not be rendered, and `before` is there. `weight` grows with what there
    is to draw: it is the length of the plan's encoding. One that nobody asked for is
    made only so that others can tell of it.
    """

    kind: Kind
    document: Document
    asked: bool
    plan: str
    weight: int
    texts: Sources
    before: Record | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def path(self) -> str:
        """The path of its file in the edition's folder."""
        return self.document.path

    def because(self, cause: Cause) -> Target:
        """Give it with one more reason."""
        return replace(self, reasons=(*self.reasons, Reason(cause)))

    def file(self, record: Record, data: bytes | None, language: str) -> BuiltFile:
        """Give the file that was made of it, now or before."""
        return BuiltFile(
            path=self.path,
            kind=self.kind.noun,
            session=self.document.session,
            language=language,
            data=data,
            slides=record.slides,
            pages=record.pages,
            sources=record.sources,
            known=record.sha256,
        )


def plan_of(kind: Kind, document: Document, template: str) -> bytes:
    """Encode all that is to be drawn; `template` is the name of the file that it is drawn into."""
    names = [name for name in document.__struct_fields__ if name not in NOT_DRAWN]
    drawn = tuple(getattr(document, name) for name in names)
    return encoded((kind.name, kind.template, template, drawn))


NOT_AS_IN_THE_DECK = frozenset({Code.SLIDES_NOT_DRAWN, Code.SLIDES_MAY_DIFFER})
"""What is told of papers whose slides LibreOffice would have drawn, had it been there."""


class Judge(Struct, frozen=True, dict=True):
    """Finds the reasons to render anew.

    `before` is how documents were last made, by their files' paths; `makers` are the differences
    between what made them and what makes them now.
    """

    order: Order
    before: Mapping[str, Record]
    makers: tuple[Reason, ...]
    _digests: dict[str, str | None] = field(default_factory=dict)

    def target(self, kind: Kind, document: Document, template: Path, texts: Sources) -> Target:
        """Judge a document that is drawn into a template and written from these texts."""
        plan = plan_of(kind, document, self.order.name(template))
        asked = self.order.request.asks_for(kind, document)
        fingerprint = sha256(plan).hexdigest()
        target = Target(kind, document, asked, fingerprint, len(plan), texts)
        before = self.before.get(document.path)
        if before is None:
            return target.because(Cause.NEW)
        return replace(target, before=before, reasons=tuple(self._reasons(target, before)))

    def _reasons(self, target: Target, before: Record) -> Iterator[Reason]:
        yield from self.makers
        if target.plan != before.plan:
            sources = dict(before.sources)
            changed = (name for name, digest in target.texts if sources.get(name) != digest)
            yield Reason(Cause.PLAN, tuple(changed))
        files = before.files.items()
        if others := [told(name) for name, digest in files if self._digest(name) != digest]:
            yield Reason(Cause.FILE, tuple(others))
        if self.order.request.final and before.inspected is None and target.path.endswith(DECK):
            yield Reason(Cause.NOT_INSPECTED)
        if any(found.code in NOT_AS_IN_THE_DECK for found in before.found) and self._office:
            yield Reason(Cause.LIBREOFFICE)

    @cached_property
    def _office(self) -> bool:
        """Whether LibreOffice is there, which draws what could not be drawn without it."""
        from borderdeck.render.drawings.libreoffice import LibreOffice

        return LibreOffice.found(self.order.workspace) is not None

    def _digest(self, name: str) -> str | None:
        if name not in self._digests:
            path = self.order.find(name)
            self._digests[name] = self.order.workspace.look(path).sha256
        return self._digests[name]
