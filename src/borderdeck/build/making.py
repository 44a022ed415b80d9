"""One build: prepare, render what is stale, publish, and remember it for the next one."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck import __version__
from borderdeck.build.built import DECK, inspect_file
from borderdeck.build.faults import still_open
from borderdeck.build.files import LackingError, PublishedFile, Run, Status
from borderdeck.build.judging import Judge, Target
from borderdeck.build.maker import maker_now, mapped
from borderdeck.build.preparing import Prepared, planning, prepare, weighed
from borderdeck.build.publish import preview, publish
from borderdeck.build.reasons import Cause
from borderdeck.build.remembering import Ended, keep
from borderdeck.build.rendering import Rendering
from borderdeck.build.report import Report
from borderdeck.build.sources import Texts, sources_of
from borderdeck.build.state import Record, recall
from borderdeck.diagnostics import Diagnostic, has_errors
from borderdeck.documents.document import Made
from borderdeck.documents.kinds import documents_of, kinds_named
from borderdeck.workspace import Reads, absolute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from borderdeck.build.crew import Crew
    from borderdeck.build.drawing import Rendered
    from borderdeck.build.files import BuiltFile
    from borderdeck.build.merge import Layout
    from borderdeck.build.renderers import Loaded
    from borderdeck.build.request import Listener, Order
    from borderdeck.documents.document import Document, Kind
    from borderdeck.edition.edition import Edition


class Bench(Struct, frozen=True):
    """What renders: the processes beside this one, and what is loaded in this one."""

    crew: Crew
    loaded: Loaded


def make(order: Order, listener: Listener, reads: Reads, bench: Bench) -> Report:
    """Build what is ordered; `reads` is where it is recorded what is read.

    Raises `WrongUseError` where there is no such session, `PublishError` where the output folder
    cannot be written.
    """
    request = order.request
    if request.may_take_long:
        bench.crew.get_ready()
    prepared = prepare(request, order.workspace, order.course, bench.loaded)
    if prepared.edition is None or has_errors(prepared.found):
        name = prepared.edition.name if prepared.edition else None
        return Report(name, None, (), prepared.found)
    making = _Making(order, listener, prepared, prepared.edition, reads, bench.crew)
    return making.foreseen() if request.dry_run else making.built()


class _Making(Struct, dict=True):
    """A build under way.

    By the path of each document's file: `targets` are all documents, `records` tell of those that
    are as they have to be, `data` are the bytes of those that were rendered in this run. `faults`
    are what renderers found that keeps the edition from being published.
    """

    order: Order
    listener: Listener
    prepared: Prepared
    edition: Edition
    reads: Reads
    crew: Crew
    targets: dict[str, Target] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = recall(self.order.output, self.edition.name)
        self.maker, self.noted = maker_now(self.before)

    def foreseen(self) -> Report:
        """Say what would be built, and why.

        What tells of the others is planned with what is known of those from before.
        """
        self._judge(self.prepared.planned)
        for kind in self._closing():
            self._judge(self._planned_last(kind))
        known = {file.path: file for file in self._preview().published}
        files = (known.get(target.path) or _to_be(target) for target in self._asked)
        return replace(self._report(tuple(files)), dry_run=True)

    def built(self) -> Report:
        """Render what has to be, publish it, and remember it."""
        self._judge(self.prepared.planned)
        self._render()
        for kind in self._closing():
            self._judge(self._planned_last(kind))
            self._render()
        published = () if has_errors(self._found()) else self._published()
        if has_errors(self._found()):
            return replace(self._report(()), output=None)
        basis = keep(self.order, self.before, self._ended(published))
        return replace(self._report(published), basis=basis)

    def _judge(self, planned: Iterable[tuple[Kind, Document]]) -> None:
        """Find out which documents are as they were last made, and whether their files are there.

        Raises `PublishError` where they cannot go into the edition's folder.
        """
        for target in self._judged(planned):
            self.targets[target.path] = target
            if target.before is not None and not target.reasons:
                sources = sources_of(target.texts, target.before.files)
                self.records[target.path] = replace(target.before, sources=sources)
        self._lack(self._preview().lacking)

    def _judged(self, planned: Iterable[tuple[Kind, Document]]) -> Iterator[Target]:
        known = self.before.records if self.before else {}
        differences = self.maker.differences(self.before.maker) if self.before else ()
        judge = Judge(self.order, known, differences)
        texts = Texts(self.edition.course, self.order.course, self.reads.digests)
        for kind, document in planned:
            template = absolute(self.prepared.renderers.template_path(kind))
            yield judge.target(kind, document, template, texts.of(document))

    def _closing(self) -> Iterator[Kind]:
        if self.order.request.tells_of_others and not self.faults:
            yield from kinds_named((), closing=True)

    def _planned_last(self, kind: Kind) -> Iterator[tuple[Kind, Document]]:
        """Plan documents that tell of those before them."""
        made = [Made(t.kind, t.document, self._pages(t)) for t in self.targets.values()]
        needed = planning(self.prepared.renderers, made)
        return documents_of(self.edition, needed, [kind.name], closing=True)

    def _pages(self, target: Target) -> int | None:
        record = self.records.get(target.path, target.before)
        return record.pages if record else None

    def _lack(self, paths: Iterable[str]) -> None:
        """Have files rendered that are as they were, and whose bytes are needed nevertheless."""
        for path in paths:
            there = os.path.lexists(self._live / path)
            cause = Cause.OUTPUT_CHANGED if there else Cause.OUTPUT_MISSING
            self.targets[path] = self.targets[path].because(cause)
            del self.records[path]

    def _render(self) -> None:
        """Render what is not as it has to be; a deck that nobody asked for has no pages to tell."""
        stale = [
            target
            for path, target in self.targets.items()
            if path not in self.records and (target.asked or not path.endswith(DECK))
        ]
        renderers = self.prepared.renderers
        for target, rendered in Rendering(stale, renderers, self.crew, self.listener).results():
            self._take(target, rendered)

    def _take(self, target: Target, rendered: Rendered) -> None:
        if rendered.data is None:
            self.faults.extend(rendered.found)
            return
        files = {self.order.name(path): seen.sha256 for path, seen in rendered.read.items()}
        final = self.order.request.final
        self.data[target.path] = rendered.data
        self.records[target.path] = Record(
            plan=target.plan,
            files=files,
            sources=sources_of(target.texts, files),
            sha256=sha256(rendered.data).hexdigest(),
            slides=rendered.slides,
            pages=rendered.pages,
            found=rendered.found,
            inspected=tuple(inspect_file(target.path, rendered.data)) if final else None,
        )

    def _published(self) -> tuple[PublishedFile, ...]:
        """Publish; what turns out to be lacking then is rendered first.

        Between a look at the folder and the lock on it, a file can be deleted or edited.
        """
        run = self._run(partial=self.order.request.partial)
        while not self.faults:
            try:
                return publish(*self._where, self._files(), run, self.listener.waiting)
            except LackingError as error:
                self._lack(error.args)
                self._render()
        return ()

    def _files(self) -> list[BuiltFile]:
        language = self.edition.language.code
        known = ((target, self.records.get(target.path)) for target in self._asked)
        return [t.file(r, self.data.get(t.path), language) for t, r in known if r is not None]

    @property
    def _asked(self) -> list[Target]:
        return [target for target in self.targets.values() if target.asked]

    @property
    def _where(self) -> tuple[Path, str]:
        return self.order.output, self.edition.name

    @property
    def _live(self) -> Path:
        return self.order.output / self.edition.name

    def _run(self, *, partial: bool) -> Run:
        return Run(__version__, partial, self.order.request.overwrite)

    def _preview(self) -> Layout:
        return preview(*self._where, self._files(), self._run(partial=True))

    def _found(self) -> tuple[Diagnostic, ...]:
        """Give all that is wrong, of the documents that this run is about."""
        found = [*self.prepared.found, *self.faults]
        final = self.order.request.final
        for target in self._asked:
            record = self.records.get(target.path)
            if record is not None:
                found += record.found
                found += (record.inspected or ()) if final else ()
        return weighed(found, final=final)

    def _report(self, files: tuple[PublishedFile, ...]) -> Report:
        reasons = {target.path: target.reasons for target in self._asked if target.reasons}
        shown = self.order.workspace.shown(self._live)
        found = (*self._found(), *still_open(files))
        return Report(self.edition.name, shown, files, found, reasons=reasons)

    def _ended(self, published: tuple[PublishedFile, ...]) -> Ended:
        return Ended(
            self.edition.name,
            self.maker,
            self.noted,
            self.reads,
            self.records,
            {file.path: file.sha256 for file in self._files()},
            published,
            mapped() | self.crew.libraries(),
        )


def _to_be(target: Target) -> PublishedFile:
    """Tell of a file whose bytes nobody knows yet."""
    document = target.document
    return PublishedFile(document.path, target.kind.noun, document.session, "", Status.BUILT, "")
