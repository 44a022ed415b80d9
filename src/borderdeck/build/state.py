"""What the last build of an edition read and made, so that the next one does nothing twice.

It is kept beside the editions, one file for each, put in place in one step. It never goes before
what is on the disk: whatever it says is held against the files themselves, and one that is missing,
damaged or of another version only costs time. Its paths are seen from the course's folder, so that
it holds after all was moved.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from borderdeck.build.answers import FOLDER
from borderdeck.build.maker import Maker
from borderdeck.diagnostics import Code, Diagnostic, Position, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

HEAD = b"borderdeck 1 %s\n"
"""The first line: the version of what follows, and its SHA-256."""

Diagnostics = tuple[Diagnostic, ...]


class Record(Struct, frozen=True):
    """A document as it was last made.

    `plan` is the fingerprint of all that was to be drawn; `files` are those that it was drawn with,
    None for one that was looked for and not there; `sources` is what it was written from, as the
    manifest has it. `found` is what the renderer had to say, `inspected` what was found when the
    file was looked over for the printer, None where that was not asked.
    """

    plan: str
    files: Mapping[str, str | None]
    sources: tuple[tuple[str, str], ...]
    sha256: str
    slides: int | None = None
    pages: int | None = None
    found: Diagnostics = ()
    inspected: Diagnostics | None = None


class State(Struct, frozen=True):
    """All that is remembered of an edition's builds.

    `noted` is what the system noted of borderdeck's own files when they were hashed; empty where
    one of them had been written shortly before.
    """

    maker: Maker
    noted: str
    records: Mapping[str, Record] = field(default_factory=dict)


def encode(state: State) -> bytes:
    """Write it as sorted JSON, under a line that vouches for it."""
    document = {
        "maker": [*state.maker[:2], *map(dict, state.maker[2:])],
        "noted": state.noted,
        "records": {path: _row(record) for path, record in state.records.items()},
    }
    body = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    return HEAD % sha256(body).hexdigest().encode() + body


def decode(data: bytes) -> State | None:
    """Read it; None for what was not written by this version, to the letter."""
    head, _, body = data.partition(b"\n")
    if head + b"\n" != HEAD % sha256(body).hexdigest().encode():
        return None
    document = json.loads(body)
    return State(
        maker=Maker(*document["maker"]),
        noted=document["noted"],
        records={path: _record(row) for path, row in document["records"].items()},
    )


def recall(output: Path, edition: str) -> State | None:
    """Give what is remembered of an edition; None where there is nothing that holds."""
    try:
        return decode(_file(output, edition).read_bytes())
    except OSError:
        return None


def remember(output: Path, edition: str, state: State) -> None:
    """Put the state in place; where that cannot be done, the next build takes longer."""
    path = _file(output, edition)
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        new = path.with_suffix(".new")
        new.write_bytes(encode(state))
        new.replace(path)


def _file(output: Path, edition: str) -> Path:
    return output / FOLDER / f"{edition}.json"


def _row(record: Record) -> list[Any]:
    inspected = None if record.inspected is None else _diagnostic_rows(record.inspected)
    figures = (
        record.sha256,
        record.slides,
        record.pages,
        _diagnostic_rows(record.found),
        inspected,
    )
    return [record.plan, dict(record.files), record.sources, *figures]


def _record(row: list[Any]) -> Record:
    plan, files, sources, digest, slides, pages, found, inspected = row
    return Record(
        plan,
        files,
        tuple((name, source) for name, source in sources),
        digest,
        slides,
        pages,
        _diagnostics(found),
        None if inspected is None else _diagnostics(inspected),
    )


def _diagnostic_rows(found: Iterable[Diagnostic]) -> list[Any]:
    return [[d.code, d.message, d.hint, _place_row(d.position), d.severity] for d in found]


def _place_row(place: Position | None) -> list[Any] | None:
    if place is None:
        return None
    return [place.file, place.line, place.column, place.width, place.text]


def _diagnostics(rows: list[Any]) -> Diagnostics:
    return tuple(
        Diagnostic(Code(code), message, hint, place and Position(*place), Severity(level))
        for code, message, hint, place, level in rows
    )
