"""What is kept of a build that went well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.build.files import MANIFEST, Status
from borderdeck.build.maker import known, this_maker
from borderdeck.build.state import State, remember

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from borderdeck.build.files import PublishedFile
    from borderdeck.build.maker import Maker
    from borderdeck.build.request import Order
    from borderdeck.build.state import Record
    from borderdeck.workspace import Reads, Seen


class Basis(Struct, frozen=True):
    """All that a report rests on: while it is as it was, the same build would do nothing.

    `files` are those that were looked for and those that were built, as they were, `folders` the
    names in those that were looked through. `published` is what the same build would say of what
    was built. `system` are the libraries outside Python.
    """

    output: Path
    edition: str
    files: Mapping[Path, Seen]
    folders: Mapping[Path, tuple[str, ...]]
    published: tuple[PublishedFile, ...]
    system: tuple[str, ...]


class Ended(Struct, frozen=True):
    """A build that published its edition.

    `read` is all that was looked for, `records` tell of all documents that this run was
    about, `built` are the hashes of those files that were asked for, as built. `system` are the
    libraries outside Python that were loaded.
    """

    edition: str
    maker: Maker
    noted: str
    read: Reads
    records: Mapping[str, Record]
    built: Mapping[str, str]
    published: tuple[PublishedFile, ...]
    system: frozenset[str]


def keep(order: Order, before: State | None, ended: Ended) -> Basis | None:
    """Keep what a build made, with what was known before and still holds; give its basis."""
    system = known(before.maker.system if before else (), ended.system)
    maker = this_maker(ended.maker.code, system)
    others = before.records if before and not ended.maker.differences(before.maker) else {}
    kept = others if order.request.partial else {}
    records = {path: r for path, r in {**kept, **ended.records}.items() if _says_the_same(r)}
    remember(order.output, ended.edition, State(maker, ended.noted, records))
    return _basis(order, ended, maker)


def _says_the_same(record: Record) -> bool:
    """Whether what a renderer had to say names no file: as seen from elsewhere, it is another."""
    return all(found.position is None for found in (*record.found, *(record.inspected or ())))


def _basis(order: Order, ended: Ended, maker: Maker) -> Basis | None:
    """Look at what was published.

    None if somebody has written there in the meantime, or has had a file open: that one is to be
    tried again; or if what was read has changed on the way.
    """
    if ended.read.unsteady or any(file.status is Status.IN_USE for file in ended.published):
        return None
    live = order.output / ended.edition
    expected = dict(_expected(ended))
    outputs = {path: order.workspace.look(live / path) for path in (*expected, MANIFEST)}
    if any(outputs[path].sha256 != digest for path, digest in expected.items()):
        return None
    return Basis(
        order.output,
        ended.edition,
        {**ended.read.seen, **{live / path: seen for path, seen in outputs.items()}},
        ended.read.listed,
        tuple(_once_more(file) for file in _asked(ended)),
        tuple(maker.system),
    )


def _asked(ended: Ended) -> Iterator[PublishedFile]:
    """Give the files that were asked for: of one that an edition lost is told but once."""
    yield from (file for file in ended.published if file.path in ended.built)


def _expected(ended: Ended) -> Iterator[tuple[str, str]]:
    """Give the hashes of what has to stand in the folder now."""
    for file in _asked(ended):
        yield file.path, file.sha256
        if file.kept_beside is not None:
            yield file.kept_beside, ended.built[file.path]


def _once_more(file: PublishedFile) -> PublishedFile:
    """Say of a file what the same build would say, done again."""
    status = Status.UNCHANGED if file.status is Status.BUILT else file.status
    return replace(file, status=status, moved_to=None)
